/**
 * Which part of a debate a screen opens with. A small debate is shown whole. Of a large one each list shows its first
 * few, level by level, as long as there is room; what is not shown is counted, and nothing is lost: an entry is shown, or
 * counted in its list's `rest`, or below a closed branch.
 */
import { type Branch, countBelow, type Edge, type Node } from "#lib/arguments/tree";

/** The answers to one thing, or one column of answers to the question. */
export interface List<Item> {
  shown: Item[];
  /** How many of this list follow after those shown. */
  rest: number;
}

export interface Revealed<N extends Node, E extends Edge> {
  branch: Branch<N, E>;
  /** Visible arguments below it, shown or not. */
  below: number;
  /** null: closed. Empty where nothing answers it, and where it is a reference. */
  answers: List<Revealed<N, E>> | null;
}

/** Levels of rails that leave a line of about 35 letters on the narrowest screens; deeper answers are read from the last. */
const DEEPEST = 6;

interface Room {
  /** A debate of up to so many entries is shown whole. */
  whole: number;
  /** How many entries of a larger one there is room for in all. */
  entries: number;
  /** How many of the outermost lists, and how many of each below, where not everything is. */
  outer: number;
  inner: number;
}

/** Entries of a list and below it, references among them. */
function countEntries(branches: readonly Branch<Node, Edge>[]): number {
  let count = 0;
  const next = [...branches];
  for (const { answers } of next) {
    count += 1;
    for (const answer of answers) next.push(answer);
  }
  return count;
}

export function reveal<N extends Node, E extends Edge>(
  lists: readonly Branch<N, E>[][],
  room: Room,
): List<Revealed<N, E>>[] {
  const whole = lists.reduce((sum, list) => sum + countEntries(list), 0) <= room.whole;
  let left = whole ? Number.POSITIVE_INFINITY : room.entries;
  const queue: { revealed: Revealed<N, E>; level: number }[] = [];
  const open = (branches: readonly Branch<N, E>[], most: number, level: number): List<Revealed<N, E>> => {
    const shown = branches.slice(0, Math.min(whole ? branches.length : most, left)).map((branch) => ({
      branch,
      below: branch.again ? 0 : countBelow(branch),
      answers: branch.answers.length === 0 ? { shown: [], rest: 0 } : null,
    }));
    left -= shown.length;
    queue.push(...shown.map((revealed) => ({ revealed, level })));
    return { shown, rest: branches.length - shown.length };
  };
  const outermost = lists.map((list) => open(list, room.outer, 1));
  // What is opened joins the end: a level is done before the next begins.
  for (const { revealed, level } of queue) {
    if (left > 0 && level < DEEPEST) revealed.answers ??= open(revealed.branch.answers, room.inner, level + 1);
  }
  return outermost;
}
