/** What pupils have relied on in an assignment, as its change and the page of its change ask. */
import type { Relied } from "#lib/classes/assignment-kept";
import type { Tx } from "#lib/db";

export async function reliedOn(tx: Pick<Tx, "$queryRaw">, assignmentId: string): Promise<Relied> {
  const [row] = await tx.$queryRaw<{ frozen: number[]; lastSaid: Date | null }[]>`
    SELECT ARRAY(SELECT DISTINCT ordinal FROM round_snapshots WHERE assignment_id = ${assignmentId}) AS frozen,
      (SELECT max(a.posted_at) FROM seats s JOIN arguments a ON a.thread_id = s.thread_id AND a.author_id = s.user_id
        WHERE s.assignment_id = ${assignmentId} AND a.imported_from IS NULL) AS "lastSaid"`;
  return { frozen: row?.frozen ?? [], lastSaid: row?.lastSaid?.getTime() ?? null };
}
