/**
 * Which part of a debate a map draws. Two levels stand open, as far as there is room; deeper branches, and the further
 * answers of a long list, are counted until somebody asks for them. What was asked for is drawn wherever it stands, with
 * the line of arguments above it.
 */
import { type Branch, countBelow, type Edge, type Node } from "#lib/arguments/tree";
import type { Asked } from "#lib/maps/branches";

interface Room {
  /** Open for everybody. */
  levels: number;
  /** So many entries of these levels are drawn whole. */
  entries: number;
  /** Of a larger debate: how many answers to the root, and to each of those; and how many more at a time. */
  outer: number;
  inner: number;
  /** Whatever is asked for, no more than this. */
  most: number;
}

export interface Unfolded<N extends Node, E extends Edge> {
  branch: Branch<N, E>;
  answers: Unfolded<N, E>[];
  /** Answers that are left out of a list which is begun. */
  rest: number;
  open: boolean;
  /** It would stand open though nobody asked for it. */
  kept: boolean;
  /** Visible arguments below it, drawn or not. */
  below: number;
}

export interface Unfolding<N extends Node, E extends Edge> {
  shown: Unfolded<N, E>[];
  rest: number;
  /** How many entries are drawn. */
  count: number;
}

type Bough = Branch<Node, Edge>;

/** `top` is what answers the root, and `root` its number, 0 for the question. */
export function unfold<N extends Node, E extends Edge>(
  top: readonly Branch<N, E>[],
  root: number,
  asked: Asked,
  room: Room,
): Unfolding<N, E> {
  const wanted = linesTo(top, asked.open);
  const whole = top.reduce((sum, { answers }) => sum + 1 + answers.length, 0) <= room.entries;
  let left = room.most;
  let spare = whole ? room.most : room.entries;
  const queue: { of: Unfolded<N, E>; level: number }[] = [];
  const list = (branches: readonly Branch<N, E>[], number: number, level: number) => {
    const first = whole ? branches.length : level === 1 || asked.open.has(number) ? room.outer : room.inner;
    const limit = asked.all ? branches.length : first + (asked.pieces.get(number) ?? 0) * room.outer;
    const shown = branches
      .filter((branch, i) => i < limit || wanted.has(branch))
      .slice(0, left)
      .map((branch) => ({ branch, answers: [], rest: 0, open: false, kept: false, below: belowOf(branch) }));
    left -= shown.length;
    spare -= shown.length;
    queue.push(...shown.map((of) => ({ of, level })));
    return { shown, rest: branches.length - shown.length };
  };
  const outermost = list(top, root, 1);
  // What is opened joins the end: a level is done before the next begins.
  for (const { of, level } of queue) {
    const { answers, argument, again } = of.branch;
    if (again || answers.length === 0) continue;
    const below = answers.some((answer) => wanted.has(answer));
    of.kept = asked.all || below || (level < room.levels && spare > 0);
    of.open = left > 0 && !asked.closed.has(argument.number) && (of.kept || asked.open.has(argument.number));
    if (!of.open) continue;
    const { shown, rest } = list(answers, argument.number, level + 1);
    of.answers = shown;
    of.rest = rest;
  }
  return { ...outermost, count: room.most - left };
}

const belowOf = (branch: Bough) => (branch.again ? 0 : countBelow(branch));

/** Those of these numbers, and what stands above each. */
function linesTo(top: readonly Bough[], numbers: ReadonlySet<number>): Set<Bough> {
  const found = new Set<Bough>();
  if (numbers.size === 0) return found;
  const above = new Map<Bough, Bough>();
  const next = [...top];
  for (const branch of next) {
    for (const answer of branch.answers) {
      above.set(answer, branch);
      next.push(answer);
    }
    if (branch.again || !numbers.has(branch.argument.number)) continue;
    for (let one: Bough | undefined = branch; one; one = above.get(one)) found.add(one);
  }
  return found;
}
