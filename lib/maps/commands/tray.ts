/** What happens to claims that wait in a thread's tray. */
import { type Posted, postIn } from "#lib/arguments/commands/post";
import type { PostArgument } from "#lib/arguments/schema";
import { transact } from "#lib/db";
import { record, recordAll } from "#lib/events/record";
import { mayPutAway, maySeeTray } from "#lib/maps/policy";
import { reachItem } from "#lib/maps/tray-queries";
import { reachThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/**
 * Posts a claim that waited, as whoever cites a passage for it writes it; it answers what it answered in its file.
 * The same claim posted again by the same person is as once.
 * @throws Missing; Refused "tray-left", "tray-parent-waits", and whatever posting refuses
 */
export async function postFromTray(viewer: Person, slug: string, itemId: string, input: PostArgument): Promise<Posted> {
  return transact(async (tx, at) => {
    const thread = await reachThread(tx, viewer, { slug }, at);
    if (!maySeeTray(viewer, thread).ok) throw new Missing();
    const item = await reachItem(tx, thread.id, itemId);
    if (item.left) {
      // Sent twice, for instance since the first answer was lost.
      const own = item.became?.authorId === viewer.id && item.became.claim === input.claim ? item.became : null;
      if (!own) throw new Refused("tray-left", { ground: "conflict" });
      return { id: own.id, number: own.number, pending: own.pending, normalised: [] };
    }
    if (item.parentWaits) throw new Refused("tray-parent-waits");
    const posted = await postIn(tx, viewer, slug, { ...input, parent: item.parentId }, at, item.importedFrom);
    await tx.trayItem.update({
      where: { id: itemId },
      data: { leftAt: at, leftById: viewer.id, argumentId: posted.id },
      select: { id: true },
    });
    const subjects = { item: itemId, argument: posted.id };
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "tray.posted",
      actorId: viewer.id,
      subjects,
      at,
    });
    return posted;
  });
}

/** Puts a claim away, with those that answer it in the tray. What left a tray already stays as it is. */
export async function putAway(viewer: Person, slug: string, itemId: string): Promise<{ count: number }> {
  return transact(async (tx, at) => {
    const thread = await reachThread(tx, viewer, { slug }, at);
    if (!maySeeTray(viewer, thread).ok) throw new Missing();
    const item = await reachItem(tx, thread.id, itemId);
    must(mayPutAway(viewer, thread, item));
    if (item.left) return { count: 0 };
    const branch = await tx.$queryRaw<{ id: string }[]>`
      WITH RECURSIVE branch AS (
        SELECT id FROM tray_items WHERE id = ${itemId}
        UNION SELECT i.id FROM tray_items i JOIN branch ON i.parent_item_id = branch.id WHERE i.left_at IS NULL)
      SELECT id FROM branch`;
    const ids = branch.map(({ id }) => id);
    await tx.trayItem.updateMany({ where: { id: { in: ids } }, data: { leftAt: at, leftById: viewer.id } });
    const happening = {
      stream: thread.id,
      classId: thread.classId,
      kind: "tray.put_away",
      actorId: viewer.id,
      at,
    } as const;
    await recordAll(
      tx,
      ids.map((item) => ({ ...happening, subjects: { item } })),
    );
    return { count: ids.length };
  });
}
