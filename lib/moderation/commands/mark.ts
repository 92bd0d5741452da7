/** Letting a mark go. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { reachArgument } from "#lib/arguments/reach";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import { mayResolveMark } from "#lib/moderation/policy";
import type { Person } from "#lib/users/viewer";
import { Missing, must } from "#lib/verdict";

/** Lets a mark go: its maker takes it back, or agrees that it is mended; gives the argument. Twice is as once. */
export async function resolveMark(viewer: Person, id: string): Promise<string> {
  return transact(async (tx, at) => {
    const where = await tx.mark.findUnique({ where: { id }, select: { argumentId: true } });
    if (!where) throw new Missing();
    const thread = await reachThreadOf(tx, viewer, where.argumentId);
    const { authorId } = await reachArgument(tx, viewer, where.argumentId);
    const mark = await tx.mark.findUniqueOrThrow({ where: { id }, select: { markedById: true, resolvedAt: true } });
    must(mayResolveMark(viewer, { ...mark, authorId, threadId: thread.id }));
    if (mark.resolvedAt) return where.argumentId;
    await tx.mark.update({ where: { id }, data: { resolvedAt: at, resolvedById: viewer.id }, select: { id: true } });
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "mark.resolved",
      actorId: viewer.id,
      subjects: { argument: where.argumentId, mark: id },
      at,
    });
    return where.argumentId;
  });
}
