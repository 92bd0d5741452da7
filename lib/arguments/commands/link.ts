/** One argument in several places of its thread: starting a further link, and ending one. */
import { aimOf, refuseSecondLink, startAt } from "#lib/arguments/answering";
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { lastSaidIn } from "#lib/arguments/last-said";
import { mayLink, mayPost } from "#lib/arguments/policy";
import { reachArgument } from "#lib/arguments/reach";
import type { StartLink } from "#lib/arguments/schema";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/** "Use this here, too." The same two ends are joined once: a living link between them is the answer. */
export async function startLink(
  viewer: Person,
  { child, ...asked }: StartLink,
  starting: { at?: Date } = {},
): Promise<{ id: string }> {
  return transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, child, at);
    const argument = await reachArgument(tx, viewer, child);
    must(mayLink(viewer, argument, thread));
    must(mayPost(viewer, thread, await lastSaidIn(tx, viewer, thread), at));
    refuseSecondLink(argument, asked.parent);
    const aim = await aimOf(tx, viewer, thread, argument, asked);
    const id = await startAt(tx, aim, { threadId: thread.id, childId: child, authorId: viewer.id, startedAt: at });
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "link.started",
      actorId: viewer.id,
      subjects: { link: id, argument: child },
      at,
    });
    return { id };
  }, starting.at);
}

/** "Remove here." The last place of an argument is left only by withdrawing it. Ending an ended link changes nothing. */
export async function endLink(viewer: Person, id: string, reason: string): Promise<void> {
  await transact(async (tx, at) => {
    const link = await tx.link.findUnique({ where: { id }, select: { childId: true } });
    if (!link) throw new Missing();
    const thread = await reachThreadOf(tx, viewer, link.childId, at);
    const argument = await reachArgument(tx, viewer, link.childId);
    must(mayLink(viewer, argument, thread));
    if (!argument.links.some((living) => living.id === id)) return;
    if (argument.links.length === 1) throw new Refused("link-is-last");
    await tx.link.update({
      where: { id },
      data: { endedAt: at, endedById: viewer.id, endedReason: reason },
      select: { id: true },
    });
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "link.ended",
      actorId: viewer.id,
      subjects: { link: id, argument: link.childId },
      at,
    });
  });
}
