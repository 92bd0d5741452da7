/** What somebody has done so far, as the letting in of their next post depends on it. */
import type { Tx } from "#lib/db";
import { type Deeds, LEVELS, type Level, levelOf, REFUSED_HOURS, SANCTION_DAYS, STOOD_DAYS } from "#lib/users/trust";

export interface Standing {
  level: Level;
  /** Arguments that wait for a moderator, or were not let in a short while ago. */
  waiting: number;
  /** Posts in this thread that a moderator let stand. */
  approvedHere: number;
}

/** More is not counted: no level asks for more. */
const MOST = LEVELS[3].accepted;

const HOUR_MS = 3_600_000;

/** One query; by the clock of the act, so that an import's past is judged as it was. */
export async function readStanding(tx: Tx, personId: string, threadId: string, at: Date): Promise<Standing> {
  const stood = new Date(at.getTime() - STOOD_DAYS * 24 * HOUR_MS);
  const judged = new Date(at.getTime() - SANCTION_DAYS * 24 * HOUR_MS);
  const refused = new Date(at.getTime() - REFUSED_HOURS * HOUR_MS);
  const [row] = await tx.$queryRaw<(Deeds & Omit<Standing, "level">)[]>`
    SELECT
      (SELECT count(*)::int FROM (SELECT FROM visible_arguments a WHERE a.author_id = ${personId}
        AND (a.posted_at < ${stood} OR EXISTS (SELECT FROM reviews v WHERE v.argument_id = a.id AND v.verdict = 'APPROVED'))
        LIMIT ${MOST}) AS stands) AS accepted,
      (SELECT count(*)::int FROM marks m WHERE m.marked_by = ${personId} AND EXISTS (SELECT FROM revisions r
        WHERE r.argument_id = m.argument_id AND r.created_at > m.marked_at AND r.created_at <= m.resolved_at)) AS upheld,
      EXISTS (SELECT FROM sanctions n WHERE n.user_id = ${personId} AND n.given_at > ${judged} AND n.lifted_at IS NULL) AS sanctioned,
      (SELECT count(*)::int FROM removals m JOIN arguments a ON a.id = m.argument_id
        WHERE a.author_id = ${personId} AND m.lifted_at IS NULL AND m.kind = 'REMOVED') AS removed,
      (SELECT count(*)::int FROM reviews v JOIN arguments a ON a.id = v.argument_id
        WHERE a.author_id = ${personId} AND v.cause = 'MODE' AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.argument_id = a.id)
          AND (v.verdict IS NULL OR (v.verdict = 'REFUSED' AND v.decided_at > ${refused}))) AS waiting,
      (SELECT count(*)::int FROM reviews v JOIN arguments a ON a.id = v.argument_id
        WHERE a.author_id = ${personId} AND a.thread_id = ${threadId} AND v.cause = 'MODE' AND v.verdict = 'APPROVED') AS "approvedHere"`;
  if (!row) throw new Error("the database counted nothing");
  return { level: levelOf(row), waiting: row.waiting, approvedHere: row.approvedHere };
}
