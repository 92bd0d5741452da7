/** What happens when a round opens or ends. */
import { openThreadsAt } from "#lib/classes/assignment-hours";
import { reachAssignmentById } from "#lib/classes/assignment-reach";
import { db, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import type { Jobs } from "#lib/queue/queues";
import type { Person } from "#lib/users/viewer";

/**
 * Opens or closes the threads of an assignment as its clock says, and freezes the state of those whose round is over.
 * However late and however often it is done, it is done once.
 */
export async function turnRounds({ assignment: id }: Jobs["rounds"], moment: { at?: Date } = {}): Promise<void> {
  await transact(async (tx, at) => openThreadsAt(tx, await reachAssignmentById(tx, id), null, at), moment.at);
  await freezeEnded(id, moment.at ?? new Date());
}

/** The snapshots that are missing of rounds that are over: of what stood when each was due, however late this is done. */
async function freezeEnded(id: string, at: Date): Promise<void> {
  const row = await db().assignment.findFirst({
    where: { id, snapshots: true },
    select: {
      classId: true,
      setBy: { select: { id: true, handle: true, name: true, role: true } },
      rounds: {
        where: { dueAt: { lte: at } },
        select: { ordinal: true, dueAt: true, frozen: { select: { threadId: true } } },
      },
      threads: { select: { threadId: true, thread: { select: { slug: true } } } },
    },
  });
  if (!row) return;
  // They are kept for who set it, who could have taken each by hand.
  const keeper: Person = { ...row.setBy, teaches: [row.classId] };
  const missing = row.rounds.flatMap(({ ordinal, dueAt, frozen }) =>
    row.threads
      .filter(({ threadId }) => !frozen.some((one) => one.threadId === threadId))
      .map(({ threadId, thread }) => ({ ordinal, dueAt, threadId, slug: thread.slug })),
  );
  for (const { ordinal, dueAt, threadId, slug } of missing) {
    const { id: snapshotId } = await takeSnapshot(keeper, slug, { stoodAt: dueAt });
    await keepFrozen({ assignmentId: id, ordinal, threadId, snapshotId }, row.classId);
  }
}

async function keepFrozen(
  frozen: { assignmentId: string; ordinal: number; threadId: string; snapshotId: string },
  classId: string,
): Promise<void> {
  await transact(async (tx, at) => {
    const { count } = await tx.roundSnapshot.createMany({ data: [frozen], skipDuplicates: true });
    if (count === 0) return;
    const subjects = { assignment: frozen.assignmentId, round: `${frozen.ordinal}`, snapshot: frozen.snapshotId };
    await record(tx, { stream: frozen.threadId, classId, kind: "round.frozen", actorId: null, subjects, at });
  });
}
