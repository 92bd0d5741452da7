/** What changed between two states of a thread, as far as a page shows it. */

import type { ThreadTop } from "#lib/arguments/view";
import {
  differenceOf,
  LISTS,
  type ListName,
  type ListPage,
  pagesOf,
  SHOWN,
  type SnapshotDifference,
} from "#lib/maps/snapshot-difference";
import { getTwo, type SnapshotRef } from "#lib/maps/snapshot-queries";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface Compared {
  slug: string;
  /** A frozen state's id, and another's or `now`. */
  from: string;
  to: string;
  /** One list alone; null: the first of each. */
  at?: ListPage | null;
}

export interface Changes {
  thread: ThreadTop;
  from: SnapshotRef;
  /** null: the thread as it is. */
  to: SnapshotRef | null;
  /** Of its lists the first `SHOWN` of each, or the page of one list. */
  changes: SnapshotDifference;
  at: ListPage | null;
  /** How many there are of each kind. */
  counts: Record<ListName, number>;
  /** The numbers of what moved arguments answered and answer, by id. */
  numbers: ReadonlyMap<string, number>;
}

/** @throws Missing, also where a list has no such page */
export async function readChanges(viewer: Viewer, { slug, from, to, at = null }: Compared): Promise<Changes> {
  const { before, after, ...rest } = await getTwo(viewer, slug, from, to);
  const all = differenceOf(before, after);
  const counts = Object.fromEntries(LISTS.map((name) => [name, all[name].length])) as Changes["counts"];
  if (at && at.page > pagesOf(counts[at.name])) throw new Missing();
  const first = at ? (at.page - 1) * SHOWN : 0;
  const cut = Object.fromEntries(
    LISTS.map((name) => [name, at && at.name !== name ? [] : all[name].slice(first, first + SHOWN)]),
  );
  const changes: SnapshotDifference = { ...all, ...cut };
  const answered = new Set(changes.moved.flatMap((one) => [...one.from, ...one.to].map(({ parent }) => parent)));
  const known = [before, after].flatMap(({ snapshot }) => snapshot.arguments.filter(({ id }) => answered.has(id)));
  return { ...rest, changes, at, counts, numbers: new Map(known.map(({ id, number }) => [id, number])) };
}
