/** How long a search takes among 10,000 arguments, and what the evidence view of such a debate takes to render. */
import pg from "pg";
import { ARGUMENTS, planted } from "../large/planted.ts";
import { median, p95, timed } from "../large/timing.ts";
import type { Measured } from "../pages/pages.ts";
import { served } from "../pages/served.ts";

/** Words of each kind: common, usual and rare ones. */
const WORDS = 12;
/** Above it somebody who types waits. */
const SEARCH_MS = 50;
/** A page that is rendered once a change. */
const EVIDENCE_MS = 300;
const RENDERS = 5;

export async function bench(): Promise<Measured[]> {
  return served(async ({ bases: [base = ""], run, databaseUrl }) => {
    const slug = await planted(run);
    const asked = await readQueries(databaseUrl, slug);
    const addresses = asked.map((query) => `${base}/api/v1/search?${new URLSearchParams(query)}`);
    await timed(addresses);
    const times = await timed(addresses);
    for (const [place, time] of times.entries()) {
      if (time > SEARCH_MS) console.log(`  ${time.toFixed(0)} ms: ${new URLSearchParams(asked[place])}`);
    }
    const evidence = await timed(Array.from({ length: RENDERS }, (_, n) => `${base}/t/${slug}/evidence?from=${n}`));
    return [
      {
        name: `searching ${ARGUMENTS} arguments`,
        figures: `${median(times).toFixed(0)} ms at the median of ${times.length} different searches, ${p95(times).toFixed(0)} at p95, ${Math.max(...times).toFixed(0)} at most`,
        promised: `at most ${SEARCH_MS} ms at p95`,
        passed: p95(times) <= SEARCH_MS,
      },
      {
        name: "the evidence of such a debate, rendered",
        figures: `${median(evidence).toFixed(0)} ms at the median of ${evidence.length}, ${Math.max(...evidence).toFixed(0)} at most`,
        promised: `at most ${EVIDENCE_MS} ms at the median`,
        passed: median(evidence) <= EVIDENCE_MS,
      },
    ];
  });
}

/** Searches of every kind with the words that the debate has, from the most common one to some that stand once. */
async function readQueries(databaseUrl: string, slug: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ word: string }>(
    `SELECT word FROM ts_stat('SELECT words FROM search_entries') WHERE word ~ '^[a-z]{4,}$' ORDER BY nentry DESC, word`,
  );
  const source = await client.query<{ slug: string }>("SELECT slug FROM sources ORDER BY brought_at DESC LIMIT 1");
  await client.end();
  const words = rows.map(({ word }) => word);
  const at = (place: number) => words[Math.min(words.length - 1, Math.floor(place))] ?? "";
  const spread = Array.from({ length: WORDS }, (_, n) => at(words.length * (n / WORDS) ** 2));
  const pair = (n: number) => `${at(n * 3)} ${at(n * 5 + 1)}`;
  return spread.flatMap((q, n): Record<string, string>[] => [
    { q },
    { q: pair(n + 1) },
    { q: `"${pair(n + 2)}"` },
    { q: `${q} or ${at(n + 40)}` },
    { q: `${q} -${at(n + 7)}` },
    { q: `${q.slice(0, 2)}${q.slice(3)}x` },
    { q, thread: slug, stance: n % 2 ? "pro" : "con" },
    { q, answered: n % 2 ? "yes" : "no" },
    { q, source: source.rows[0]?.slug ?? "", kind: "argument" },
    { q, kind: "text" },
    { q: pair(n + 3), kind: "passage" },
  ]);
}
