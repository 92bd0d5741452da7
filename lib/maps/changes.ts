/** What changed between two states of a thread, as far as a page shows it. */

import type { ThreadTop } from "#lib/arguments/view";
import { differenceOf, LISTS, SHOWN, type SnapshotDifference } from "#lib/maps/snapshot-difference";
import { getTwo, type SnapshotRef } from "#lib/maps/snapshot-queries";
import type { Viewer } from "#lib/users/viewer";

export interface Compared {
  slug: string;
  /** A frozen state's id, and another's or `now`. */
  from: string;
  to: string;
}

export interface Changes {
  thread: ThreadTop;
  from: SnapshotRef;
  /** null: the thread as it is. */
  to: SnapshotRef | null;
  /** Its lists end at `SHOWN`. */
  changes: SnapshotDifference;
  /** How many there are of each kind. */
  counts: Record<(typeof LISTS)[number], number>;
  /** The numbers of what moved arguments answered and answer, by id. */
  numbers: ReadonlyMap<string, number>;
}

/** @throws Missing */
export async function readChanges(viewer: Viewer, { slug, from, to }: Compared): Promise<Changes> {
  const { before, after, ...rest } = await getTwo(viewer, slug, from, to);
  const all = differenceOf(before, after);
  const counts = Object.fromEntries(LISTS.map((name) => [name, all[name].length])) as Changes["counts"];
  const cut = Object.fromEntries(LISTS.map((name) => [name, all[name].slice(0, SHOWN)]));
  const changes: SnapshotDifference = { ...all, ...cut };
  const answered = new Set(changes.moved.flatMap((one) => [...one.from, ...one.to].map(({ parent }) => parent)));
  const known = [before, after].flatMap(({ snapshot }) => snapshot.arguments.filter(({ id }) => answered.has(id)));
  return { ...rest, changes, counts, numbers: new Map(known.map(({ id, number }) => [id, number])) };
}
