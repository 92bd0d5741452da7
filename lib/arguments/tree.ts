/**
 * A thread's arguments as a tree. Every argument has one home: the place of its oldest living link. There it is shown
 * with its answers; wherever else a link puts it, it is a short reference. Its side is the product of the stances along
 * the homes up to the question: an opposition to an opposition is for it.
 *
 * Links to arguments that are no part of the view are passed over. Arguments that no home connects to the question (a
 * circle, which the database refuses) have no place and no side. All of it is linear but for the sorting.
 */
import type { ArgumentView, LinkView, Stance } from "#lib/arguments/view";

/** As much of an argument and of a link as the shape of a debate needs. */
export type Node = Pick<ArgumentView, "id" | "number" | "state">;
export type Edge = Pick<LinkView, "id" | "child" | "parent" | "stance"> & {
  /** A moment as text or as a number: which of two is older is all that is asked. */
  startedAt: string | number;
};

/** A debate of nodes and edges that may hold more than that. */
export interface Debate<N extends Node = ArgumentView, E extends Edge = LinkView> {
  arguments: readonly N[];
  links: readonly E[];
}

export type Skeleton = Debate<Node, Edge>;

/** Where an argument has its home. */
export interface Place<E extends Edge = LinkView> {
  link: E;
  /** For (PRO) or against (CON) the question. */
  side: Stance;
  /** 1 for an answer to the question. */
  turn: number;
}

export interface Branch<N extends Node = ArgumentView, E extends Edge = LinkView> extends Place<E> {
  argument: N;
  answers: Branch<N, E>[];
  /** This argument's home is elsewhere; here it is a reference, without its answers. */
  again: boolean;
}

export function opposite(stance: Stance): Stance {
  return stance === "PRO" ? "CON" : "PRO";
}

function older(a: Edge, b: Edge): boolean {
  return a.startedAt === b.startedAt ? a.id < b.id : a.startedAt < b.startedAt;
}

/** A link with its ends as places in a list of arguments. */
interface Step<E extends Edge> {
  link: E;
  child: number;
  parent: number;
}

/** The place of what is no argument. */
const QUESTION = -1;

/** A debate in which every id was looked up once: in a large one, to find an argument by its id is a walk through memory. */
export interface Wired<N extends Node, E extends Edge> extends Debate<N, E> {
  /** In the order of their numbers. */
  all: readonly N[];
  /** Those with both ends in view, in the order of their children. */
  steps: Step<E>[];
  /** As long as `all`; null for what no home connects to the question. */
  places: (Place<E> | null)[];
}

/** What is wired already is given back, so that several questions about one debate cost its looking up once. */
export function wired<N extends Node, E extends Edge>(debate: Debate<N, E> | Wired<N, E>): Wired<N, E> {
  if ("steps" in debate) return debate;
  const all = inOrder(debate.arguments);
  const steps = stepsIn(all, debate.links);
  return { arguments: debate.arguments, links: debate.links, all, steps, places: placesBy(all.length, steps) };
}

function inOrder<N extends Node>(all: readonly N[]): readonly N[] {
  const sorted = all.every(({ number }, i) => i === 0 || (all[i - 1] as N).number <= number);
  return sorted ? all : all.toSorted((a, b) => a.number - b.number);
}

function stepsIn<E extends Edge>(all: readonly Node[], links: readonly E[]): Step<E>[] {
  const ids = new Map<string | null, number>([[null, QUESTION]]);
  for (const [place, { id }] of all.entries()) ids.set(id, place);
  const steps: Step<E>[] = [];
  // Arguments and links are mostly in one order, so that the next child is mostly the next argument.
  let likely = 0;
  for (const link of links) {
    const child = all[likely]?.id === link.child ? likely : ids.get(link.child);
    const parent = ids.get(link.parent);
    if (child === undefined || parent === undefined) continue;
    steps.push({ link, child, parent });
    likely = child + 1;
  }
  return steps.sort((a, b) => a.child - b.child);
}

/** Every argument's home, from the question downwards, so that a circle is never entered. */
function placesBy<E extends Edge>(count: number, steps: Step<E>[]): (Place<E> | null)[] {
  const homes: (Step<E> | null)[] = Array(count).fill(null);
  for (const step of steps) {
    const home = homes[step.child] ?? null;
    if (home === null || older(step.link, home.link)) homes[step.child] = step;
  }
  // Of each list of answers the first, and of each answer the one after it.
  const first = new Int32Array(count).fill(QUESTION);
  const after = new Int32Array(count);
  const places: (Place<E> | null)[] = Array(count).fill(null);
  const next: number[] = [];
  for (let child = count - 1; child >= 0; child -= 1) {
    const home = homes[child];
    if (!home) continue;
    if (home.parent === QUESTION) {
      places[child] = { link: home.link, side: home.link.stance, turn: 1 };
      next.push(child);
    } else {
      after[child] = first[home.parent] as number;
      first[home.parent] = child;
    }
  }
  for (const above of next) {
    const { side, turn } = places[above] as Place<E>;
    for (let child = first[above] as number; child !== QUESTION; child = after[child] as number) {
      const { link } = homes[child] as Step<E>;
      places[child] = { link, side: link.stance === "PRO" ? side : opposite(side), turn: turn + 1 };
      next.push(child);
    }
  }
  return places;
}

export function outline<N extends Node, E extends Edge>(debate: Debate<N, E>): Branch<N, E>[] {
  const { all, steps, places } = wired(debate);
  const branches = all.map((argument, i): Branch<N, E> | null => {
    const place = places[i];
    return place ? { argument, link: place.link, side: place.side, turn: place.turn, answers: [], again: false } : null;
  });
  const top: Branch<N, E>[] = [];
  for (const { link, child, parent } of steps) {
    const branch = branches[child];
    const above = parent === QUESTION ? null : branches[parent];
    if (!branch || (parent !== QUESTION && !above)) continue;
    const here =
      branch.link === link ? branch : { ...branch, link, turn: (above?.turn ?? 0) + 1, answers: [], again: true };
    (above?.answers ?? top).push(here);
  }
  return top;
}

/** Home, side and turn of every argument that has a place, by its id. */
export function placesOf<E extends Edge>(debate: Debate<Node, E>): ReadonlyMap<string, Place<E>> {
  const { all, places } = wired(debate);
  const found = new Map<string, Place<E>>();
  for (const [i, place] of places.entries()) if (place) found.set((all[i] as Node).id, place);
  return found;
}

/** Asks for the side of any argument that has a place; the work is done once, for the whole thread. */
export function sideOf(debate: Skeleton): (id: string) => Stance | undefined {
  const places = placesOf(debate);
  return (id) => places.get(id)?.side;
}

/** Visible arguments for and against the question. */
export function countBySide(debate: Skeleton): Record<Stance, number> {
  const { all, places } = wired(debate);
  const counts: Record<Stance, number> = { PRO: 0, CON: 0 };
  for (const [i, { state }] of all.entries()) {
    const place = places[i];
    if (state === "VISIBLE" && place) counts[place.side] += 1;
  }
  return counts;
}

/** Visible arguments below a branch, whose homes are there. */
export function countBelow(branch: Branch<Node, Edge>): number {
  let count = 0;
  const next = [...branch.answers];
  for (const { argument, answers, again } of next) {
    if (again) continue;
    if (argument.state === "VISIBLE") count += 1;
    for (const answer of answers) next.push(answer);
  }
  return count;
}

/** From the answer to the question down to this argument's home, its own branch last; empty where it has none. */
export function pathTo<N extends Node, E extends Edge>(top: Branch<N, E>[], id: string): Branch<N, E>[] {
  const parents = new Map<Branch<N, E>, Branch<N, E>>();
  const next = [...top];
  for (const branch of next) {
    if (branch.argument.id === id && !branch.again) {
      const path = [branch];
      for (let above = parents.get(branch); above !== undefined; above = parents.get(above)) path.unshift(above);
      return path;
    }
    for (const answer of branch.answers) {
      parents.set(answer, branch);
      next.push(answer);
    }
  }
  return [];
}
