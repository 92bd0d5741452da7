/** The arguments of a thread that stand where a search asks: by side, by turn, or dropped. */
import { isDropped } from "#lib/arguments/dropped";
import { readBones } from "#lib/arguments/queries/skeleton";
import { placesOf } from "#lib/arguments/tree";
import type { Asked } from "#lib/search/schema";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** Their ids; null where nothing of the kind was asked. Sides and turns are a thread's: without one nobody has any. */
export async function placedAs(viewer: Viewer, { thread, side, turn, dropped }: Asked): Promise<string[] | null> {
  if (!side && !turn && !dropped) return null;
  if (!thread) return [];
  const bones = await readBones(viewer, { slug: thread }).catch((error: unknown) => {
    if (error instanceof Missing) return null;
    throw error;
  });
  if (!bones) return [];
  const wasDropped = dropped ? isDropped({ ...bones, dropped: bones.thread.dropped }, new Date()) : () => true;
  return [...placesOf(bones)]
    .filter(
      ([id, place]) =>
        (!side || place.side === side.toUpperCase()) && (!turn || place.turn === Number(turn)) && wasDropped(id),
    )
    .map(([id]) => id);
}
