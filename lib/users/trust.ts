/**
 * How trust grows, and what each level may: this table is the whole of it. Verbs ask it, and the page of rules shows it.
 * Pure.
 */

/** What somebody has done here, as far as trust goes by it. */
export interface Deeds {
  /** Arguments that stand: a moderator let them stand, or nobody objected for `STOOD_DAYS`. */
  accepted: number;
  /** Marks on others' arguments that were mended, and then let go. */
  upheld: number;
  /** Arguments that a moderator took away. */
  removed: number;
  /** Silenced or suspended within `SANCTION_DAYS`, and not found innocent since. */
  sanctioned: boolean;
}

/** Whoever was silenced or suspended begins anew for a season. */
export const SANCTION_DAYS = 90;

/** Long enough that somebody would have objected, short enough that a newcomer sees trust grow within the week. */
export const STOOD_DAYS = 3;
/** How long an argument that was not let in keeps its place among those that wait. */
export const REFUSED_HOURS = 24;

export type LevelName = "NEW" | "KNOWN" | "REGULAR" | "STEWARD";

export interface Level {
  name: LevelName;
  /** At least so many accepted arguments and upheld marks, and of a hundred arguments at most so many taken away. */
  accepted: number;
  upheld: number;
  removedPercent: number;
  /** So many arguments may wait for a moderator at once; with each that is let in there is room for another. */
  waiting: number;
  /** Whether others are told at once of what one posts in a quiet thread. */
  toldAtOnce: boolean;
  /** Whether one's first posts stand at once in a thread that reads those of newcomers. */
  knownEverywhere: boolean;
}

/** From 0, new, to 3, steward. */
export const LEVELS: readonly [Level, Level, Level, Level] = [
  {
    name: "NEW",
    accepted: 0,
    upheld: 0,
    removedPercent: 100,
    // Enough to say what one came to say; nobody fills the queue alone.
    waiting: 5,
    toldAtOnce: false,
    knownEverywhere: false,
  },
  // Three is more than one lucky post.
  {
    name: "KNOWN",
    accepted: 3,
    upheld: 0,
    removedPercent: 34,
    waiting: 10,
    toldAtOnce: false,
    knownEverywhere: false,
  },
  // A debate or two argued to their end.
  {
    name: "REGULAR",
    accepted: 20,
    upheld: 0,
    removedPercent: 10,
    waiting: 30,
    toldAtOnce: true,
    knownEverywhere: true,
  },
  // Also right about others' arguments, again and again.
  {
    name: "STEWARD",
    accepted: 50,
    upheld: 10,
    removedPercent: 5,
    waiting: 100,
    toldAtOnce: true,
    knownEverywhere: true,
  },
];

/** The highest level whose demands are met. */
export function levelOf({ accepted, upheld, removed, sanctioned }: Deeds): Level {
  if (sanctioned) return LEVELS[0];
  const percent = (100 * removed) / Math.max(1, accepted + removed);
  const met = (level: Level) => accepted >= level.accepted && upheld >= level.upheld && percent <= level.removedPercent;
  return LEVELS.findLast(met) ?? LEVELS[0];
}
