/** Hides what many reported, until somebody has judged it. Done after the reports, by the house. */
import { isLetIn, isRead, JUDGED, stateOf } from "#lib/arguments/state";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { type Reporter, suffice } from "#lib/moderation/weight";
import type { Jobs } from "#lib/queue/queues";
import { newId } from "#lib/text/id";

export async function hideFlagged(jobs: Jobs["weighing"][]): Promise<void> {
  for (const id of new Set(jobs.map(({ argument }) => argument))) await transact((tx, at) => weigh(tx, id, at));
}

async function weigh(tx: Tx, id: string, at: Date): Promise<void> {
  // Under the thread's lock, as whatever else becomes of an argument.
  const [thread] = await tx.$queryRaw<{ id: string; classId: string | null }[]>`
    SELECT id, class_id AS "classId" FROM threads
    WHERE id = (SELECT thread_id FROM arguments WHERE id = ${id}) FOR NO KEY UPDATE`;
  const argument = await tx.argument.findUnique({ where: { id }, select: JUDGED });
  if (!thread || !argument || !isRead(stateOf(argument)) || !isLetIn(argument)) return;
  if (!suffice(await reportersOf(tx, id))) return;
  const removal = newId();
  await tx.removal.create({
    data: { id: removal, argumentId: id, kind: "HIDDEN", removedAt: at },
    select: { id: true },
  });
  await tx.$executeRaw`UPDATE reviews SET edition = edition + 1 WHERE argument_id = ${id} AND decided_at IS NULL`;
  await record(tx, {
    stream: thread.id,
    classId: thread.classId,
    kind: "argument.hidden",
    actorId: null,
    subjects: { argument: id, removal },
    at,
  });
}

/** Whose report waits; what a moderator let stand in these words is not hidden by reports once more. */
const reportersOf = (tx: Tx, argument: string) => tx.$queryRaw<Reporter[]>`
  SELECT extract(epoch FROM min(f.flagged_at) - u.created_at)::float8 / 3600 AS hours,
    (SELECT count(DISTINCT g.argument_id) FROM flags g WHERE g.flagged_by = u.id AND g.upheld)::int AS upheld,
    (SELECT count(DISTINCT g.argument_id) FROM flags g WHERE g.flagged_by = u.id AND NOT g.upheld)::int AS rejected
  FROM flags f JOIN users u ON u.id = f.flagged_by AND u.erased_at IS NULL
    JOIN arguments a ON a.id = f.argument_id AND a.current_revision_id = f.revision_id
  WHERE f.argument_id = ${argument} AND f.upheld IS NULL AND NOT EXISTS (
    SELECT FROM reviews r WHERE r.argument_id = f.argument_id AND r.revision_id = f.revision_id AND r.verdict = 'APPROVED')
  GROUP BY u.id`;
