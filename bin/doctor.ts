import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { root } from "./first-run/folders.mjs";
import { command, Stop } from "./first-run/steps.mjs";

const HELP = `
npm run doctor

Looks at every row and says for each rule of prisma/invariants.sql how many rows break it, and names the first of them.
Reads only; the forum may be in use meanwhile. Exit code 1 when a rule is broken.

  DATABASE_URL  which database; without it the embedded one`;

/** As many as help to find the others. */
const NAMED = 3;

export interface Invariant {
  name: string;
  sentence: string;
  query: string;
  /** No rule, only a figure. */
  counted: boolean;
}

export interface Finding extends Invariant {
  count: number;
  /** The first few of the rows that break it. */
  first: string[];
}

/** The blocks of `-- name: sentence` and a query, in their order. */
export function readInvariants(): Invariant[] {
  const text = readFileSync(join(root, "prisma/invariants.sql"), "utf8");
  const blocks = text.split(/^(?=-- [a-z-]+: )/m).slice(1);
  return blocks.map((block) => {
    const [, name = "", sentence = "", query = ""] = /^-- ([a-z-]+): ([^\n]+)\n(.*)$/s.exec(block.trim()) ?? [];
    return { name, sentence, query: query.replace(/;$/, ""), counted: name.startsWith("counted-") };
  });
}

/** Asks all of them; whoever calls decides of which moment. */
export async function examine(client: pg.Client): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const invariant of readInvariants()) {
    const { rows } = await client.query<{ count: number; first: string[] }>(
      `SELECT count(*)::int AS count, coalesce((array_agg(what::text))[1:${NAMED}], '{}') AS first FROM (${invariant.query}) AS broken(what)`,
    );
    findings.push({ ...invariant, count: rows[0]?.count ?? 0, first: rows[0]?.first ?? [] });
  }
  return findings;
}

function print({ name, sentence, count, first, counted }: Finding) {
  if (counted) return console.log(`  · ${String(count).padStart(5)}  ${sentence}`);
  console.log(`  ${count === 0 ? "✓" : "✗"} ${String(count).padStart(5)}  ${name}: ${sentence}`);
  if (count > 0) console.log(`           ${first.join(", ")}${count > first.length ? ", …" : ""}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await command(HELP, async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    if (!process.env.DATABASE_URL) throw new Stop("DATABASE_URL must be set. Nothing was looked at.");
    await client.connect().catch((error: Error) => {
      throw new Stop(`The database does not answer (${error.message}). Nothing was looked at: start it and try again.`);
    });
    try {
      // One moment for all questions, so that what is posted meanwhile breaks nothing.
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const findings = await examine(client);
      for (const finding of findings) print(finding);
      const rules = findings.filter(({ counted }) => !counted);
      const broken = rules.filter(({ count }) => count > 0);
      console.log(`${rules.length} invariants, ${broken.length} broken`);
      if (broken.length > 0) process.exitCode = 1;
    } finally {
      await client.end();
    }
  });
