/** Merging what says the same into one, and taking that back. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { reachArgument } from "#lib/arguments/reach";
import { transact } from "#lib/db";
import { benchOf } from "#lib/moderation/judgement";
import { merge, unmerge } from "#lib/moderation/merging";
import type { MergeArgument } from "#lib/moderation/schema";
import type { Person } from "#lib/users/viewer";

/**
 * Merges an argument into another of its thread that says the same. Merging what is merged there already changes nothing.
 * @throws Missing, Refused as `merge` does
 */
export async function mergeArgument(
  viewer: Person,
  id: string,
  { into, note }: MergeArgument,
  moment: { at?: Date } = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, id);
    const bench = benchOf({ tx, viewer, thread, argumentId: id, at });
    const merged = await merge(bench, { into, note: note ?? null });
    if (merged) await bench.record("argument.merged", merged);
  }, moment.at);
}

/** Lets it stand by itself again, with what answered it. Where it is not merged, nothing changes. */
export async function unmergeArgument(viewer: Person, id: string): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, id);
    await reachArgument(tx, viewer, id);
    const bench = benchOf({ tx, viewer, thread, argumentId: id, at });
    const undone = await unmerge(bench);
    if (undone) await bench.record("argument.unmerged", undone);
  });
}
