import autocannon from "autocannon";
import type { Measured } from "./pages.ts";

/** For each of the two writers. */
const WRITES = 100;
/** The load lasts until the writers have done; this only bounds it. */
const LOAD_SECONDS = 300;

interface Cited {
  source: string;
  version: number;
  spans: { quote: string; start: number; end: number }[];
}

/** Words that stand in a source, taken from what is already argued in the thread. */
async function citationFrom(base: string, slug: string): Promise<Cited> {
  const answer = await fetch(`${base}/api/v1/threads/${slug}`);
  const { arguments: known } = (await answer.json()) as { arguments: { citations: Cited[] }[] };
  const cited = known.flatMap(({ citations }) => citations)[0];
  if (!cited) throw new Error(`${slug} holds no citation`);
  const spans = cited.spans.map(({ quote, start, end }) => ({ quote, start, end }));
  return { source: cited.source, version: cited.version, spans };
}

async function post(base: string, token: string, slug: string, claim: string, cited: Cited): Promise<void> {
  const answer = await fetch(`${base}/api/v1/threads/${slug}/arguments`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ stance: "PRO", parent: null, target: "CLAIM", claim, citations: [cited] }),
  });
  if (answer.status !== 201) throw new Error(`posting was answered ${answer.status}: ${await answer.text()}`);
}

/**
 * Two writers, each at a process of its own, post to one thread. After each acknowledged post the thread's page is read
 * from both processes, as page and as payload; a read without the claim is stale.
 */
export async function staleness(bases: string[], tokens: string[], slug: string): Promise<Measured> {
  const cited = await citationFrom(bases[0] ?? "", slug);
  const waits: number[] = [];
  let stale = 0;
  const write = async (base: string, token: string, writer: number) => {
    for (let i = 1; i <= WRITES; i++) {
      const claim = `Measured claim ${i} of writer ${writer}, found again by its end: w${writer}n${i}e`;
      const began = performance.now();
      await post(base, token, slug, claim, cited);
      waits.push(performance.now() - began);
      const reads = bases.flatMap((from) => [
        fetch(`${from}/t/${slug}`),
        fetch(`${from}/t/${slug}?_rsc=x`, { headers: { rsc: "1" } }),
      ]);
      const pages = await Promise.all(reads.map(async (read) => (await read).text()));
      stale += pages.filter((page) => !page.includes(claim)).length;
    }
  };
  // Only a process that is busy lags behind: without this load even a write that waits for nobody is rarely found out.
  const readers = bases.map((base) => autocannon({ url: `${base}/t/${slug}`, connections: 4, duration: LOAD_SECONDS }));
  try {
    await Promise.all(tokens.map((token, writer) => write(bases[writer] ?? "", token, writer)));
  } finally {
    for (const run of readers) run.stop();
  }
  const median = waits.toSorted((a, b) => a - b)[waits.length >> 1] ?? 0;
  return {
    name: "what is read after an acknowledged write",
    figures: `${stale} stale of ${waits.length * bases.length * 2} reads after ${waits.length} writes, acknowledged in ${Math.round(median)} ms at the median`,
    promised: "0 stale",
    passed: stale === 0 && waits.length === tokens.length * WRITES,
  };
}
