/** Moving an argument, and with it everything below: one place of its thread is left for another. */
import { type Aim, aimOf, refuseSecondLink, startAt } from "#lib/arguments/answering";
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { mayLink } from "#lib/arguments/policy";
import { reachArgument } from "#lib/arguments/reach";
import type { MoveArgument } from "#lib/arguments/schema";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/** Kept with a link that a move ended, in the place of a sentence. */
const MOVED = "moved";

/**
 * Ends a link and starts another of the same argument in its stead; gives the new one's id. What was rated stays with
 * the old link. A move to where it stands changes
 * nothing, and one that has been made already gives what it gave.
 * @throws Missing, Refused "link-closes-circle" under the argument itself or what stands below it
 */
export async function moveArgument(viewer: Person, id: string, asked: MoveArgument): Promise<{ id: string }> {
  return transact(async (tx, at) => {
    const left = await tx.link.findUnique({ where: { id }, omit: { rank: true } });
    if (!left) throw new Missing();
    const { childId } = left;
    const thread = await reachThreadOf(tx, viewer, childId, at);
    const argument = await reachArgument(tx, viewer, childId);
    must(mayLink(viewer, argument, thread));
    if (!argument.links.some((living) => living.id === id)) {
      const made = await tx.link.findFirst({
        where: { movedFromId: id, parentId: asked.parent, stance: asked.stance, endedAt: null },
        select: { id: true },
      });
      if (made) return made;
      throw new Refused("link-has-ended");
    }
    refuseSecondLink({ ...argument, links: argument.links.filter((living) => living.id !== id) }, asked.parent);
    const aim = await aimOf(tx, viewer, thread, argument, asked);
    if (isThere(left, aim)) return { id };
    await tx.link.update({
      where: { id },
      data: { endedAt: at, endedById: viewer.id, endedReason: MOVED },
      select: { id: true },
    });
    const link = { threadId: thread.id, childId, authorId: viewer.id, startedAt: at, movedFromId: id };
    const started = await startAt(tx, aim, link);
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "argument.moved",
      actorId: viewer.id,
      subjects: { argument: childId, from: id, link: started },
      at,
    });
    return { id: started };
  });
}

/** Whether a link aims so already, whatever revision it answered. */
function isThere(left: Omit<Aim, "answeredRevisionId">, aim: Aim): boolean {
  const { answeredRevisionId: _, ...rest } = aim;
  return Object.entries(rest).every(([name, value]) => left[name as keyof typeof rest] === value);
}
