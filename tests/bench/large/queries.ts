import { getOutline } from "#lib/arguments/queries/outline";
import { disconnect, pool } from "#lib/db";

interface Read {
  /** How many queries the first screen asked. */
  queries: number;
  /** Arguments with answers, evenly from among all. */
  branches: string[];
  /** Makes every process that serves pages forget them, as a change would. */
  forget(): Promise<void>;
}

/** Reads the first screen as its page does, in this process, and counts what the pool was asked. */
export async function readQueries(databaseUrl: string, slug: string, count: number): Promise<Read> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, SECRET: process.env.SECRET ?? "-".repeat(32), PORT: "1" });
  const asked = pool();
  const query = asked.query.bind(asked) as (text: string, values?: unknown[]) => Promise<{ rows: { id: string }[] }>;
  let queries = 0;
  Object.assign(asked, {
    query: (text: string, values?: unknown[]) => {
      queries += 1;
      return query(text, values);
    },
  });
  await getOutline(null, slug);
  const counted = queries;
  const { rows } = await query(
    `SELECT DISTINCT parent_id AS id FROM links l JOIN threads t ON t.id = l.thread_id
     WHERE t.slug = $1 AND l.ended_at IS NULL AND parent_id IS NOT NULL ORDER BY parent_id`,
    [slug],
  );
  await disconnect();
  const step = Math.max(1, Math.floor(rows.length / count));
  return {
    queries: counted,
    branches: rows
      .filter((_, i) => i % step === 0)
      .slice(0, count)
      .map(({ id }) => id),
    forget: async () => {
      await pool().query("SELECT pg_notify('pages', 'all')");
      await disconnect();
    },
  };
}
