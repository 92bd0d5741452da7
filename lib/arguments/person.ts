/** A person as everybody sees them: what they argued in public, and what became of it. Pure. */
import type { ArgumentState, Stance, Tombstone } from "#lib/arguments/view";

export interface Fate {
  id: string;
  number: number;
  postedAt: string;
  state: Exclude<ArgumentState, "PENDING">;
  /** null where it was withdrawn or removed. */
  claim: string | null;
  /** By its oldest living link. */
  stance: Stance;
  thread: { slug: string; question: string };
  /** Visible answers of either stance. */
  answers: Record<Stance, number>;
  dropped: boolean;
  /** The worst that became of words it cites, in the newest version of their text. */
  words: "VERBATIM" | "MOVED" | "ORPHANED";
  tombstone: Tombstone | null;
}

/** How many arguments there are of each fate; never a score of the person. */
export interface FateCounts {
  posted: number;
  answered: number;
  withdrawn: number;
  removed: number;
}

export interface PersonView {
  handle: string;
  name: string;
  about: string | null;
  role: "MEMBER" | "MODERATOR" | "ADMIN";
  since: string;
  counts: FateCounts;
  /** The latest first, up to `FATES_SHOWN`. */
  fates: Fate[];
}

/** More than one reads; the search has them all. */
export const FATES_SHOWN = 100;
