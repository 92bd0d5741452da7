/** How long posts wait for a moderator, by what was decided last. */
import { db } from "#lib/db";

/** The last ones tell how it is now; of fewer than three nothing follows. */
const LAST = 20;
const FEWEST = 3;

/** The median of the last waits in minutes, of this thread or, where it has too few, of all; null where none tell. */
export async function usualWait(threadId: string): Promise<number | null> {
  const [row] = await db().$queryRaw<{ minutes: number | null }[]>`
    WITH decided AS (
      SELECT v.opened_at, v.decided_at, a.thread_id = ${threadId} AS here,
        count(*) FILTER (WHERE a.thread_id = ${threadId}) OVER () AS known
      FROM reviews v JOIN arguments a ON a.id = v.argument_id JOIN threads t ON t.id = a.thread_id AND (t.class_id IS NULL OR t.id = ${threadId})
      WHERE v.cause = 'MODE' AND v.decided_at IS NOT NULL),
    latest AS (
      SELECT extract(epoch FROM decided_at - opened_at) / 60 AS minutes FROM decided
      WHERE here OR known < ${FEWEST} ORDER BY decided_at DESC LIMIT ${LAST})
    SELECT ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes))::int AS minutes FROM latest HAVING count(*) >= ${FEWEST}`;
  return row?.minutes ?? null;
}
