/** What a list of pupils would change in a class. Pure. */
import { keyOf, type Listed, type Roster, type Unfit } from "#lib/classes/roster";

/** Somebody of the class whose account was made for it. */
export interface Kept {
  userId: string;
  handle: string;
  name: string;
  sourcedId: string | null;
  removed: boolean;
}

export interface RosterChanges {
  /** New to the class: an account is made. */
  added: Listed[];
  /** In the class as they are listed. */
  same: Kept[];
  /** Called otherwise now. */
  changed: (Kept & { newName: string })[];
  /** In the class and no longer on the list. */
  gone: Kept[];
  unfit: Unfit[];
}

/** Whoever was removed from the class stays out, whatever the list says: a teacher lets them in by hand. */
export function changesOf({ listed, unfit }: Roster, kept: readonly Kept[]): RosterChanges {
  const known = new Map(kept.map((one) => [keyOf(one), one]));
  const changes: RosterChanges = { added: [], same: [], changed: [], gone: [], unfit: [...unfit] };
  const there = new Set<string>();
  for (const one of listed) {
    const here = known.get(keyOf(one));
    if (here) there.add(here.userId);
    if (one.left) {
      if (here && !here.removed) changes.gone.push(here);
    } else if (here?.removed) changes.unfit.push({ line: one.line, reason: "was-removed" });
    else if (!here) changes.added.push(one);
    else if (here.name === one.name) changes.same.push(here);
    else changes.changed.push({ ...here, newName: one.name });
  }
  changes.gone.push(...kept.filter(({ userId, removed }) => !removed && !there.has(userId)));
  changes.unfit.sort((a, b) => a.line - b.line);
  return changes;
}
