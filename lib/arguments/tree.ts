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

/** Links with both ends in view, in the order of their arguments' numbers. */
function linksInView<E extends Edge>({ arguments: all, links }: Debate<Node, E>): E[] {
  const numbers = new Map(all.map(({ id, number }) => [id, number]));
  const numberOf = (link: E) => numbers.get(link.child) ?? 0;
  return links
    .filter(({ child, parent }) => numbers.has(child) && (parent === null || numbers.has(parent)))
    .sort((a, b) => numberOf(a) - numberOf(b));
}

/** Every argument's home, from the question downwards, so that a circle is never entered. */
function placesBy<E extends Edge>(links: E[]): Map<string, Place<E>> {
  const homes = new Map<string, E>();
  for (const link of links) {
    const home = homes.get(link.child);
    if (home === undefined || older(link, home)) homes.set(link.child, link);
  }
  const below = Map.groupBy(homes.values(), (link) => link.parent);
  const found = new Map<string, Place<E>>();
  const next: { id: string | null; side: Stance; turn: number }[] = [{ id: null, side: "PRO", turn: 0 }];
  for (const above of next) {
    for (const link of below.get(above.id) ?? []) {
      const side = link.stance === "PRO" ? above.side : opposite(above.side);
      const turn = above.turn + 1;
      found.set(link.child, { link, side, turn });
      next.push({ id: link.child, side, turn });
    }
  }
  return found;
}

export function outline<N extends Node, E extends Edge>(debate: Debate<N, E>): Branch<N, E>[] {
  const links = linksInView(debate);
  const placed = placesBy(links);
  const branches = new Map<string, Branch<N, E>>();
  for (const argument of debate.arguments) {
    const place = placed.get(argument.id);
    if (place !== undefined) branches.set(argument.id, { argument, ...place, answers: [], again: false });
  }
  const top: Branch<N, E>[] = [];
  for (const link of links) {
    const branch = branches.get(link.child);
    const above = link.parent === null ? null : branches.get(link.parent);
    if (branch === undefined || above === undefined) continue;
    const here =
      branch.link === link ? branch : { ...branch, link, turn: (above?.turn ?? 0) + 1, answers: [], again: true };
    (above?.answers ?? top).push(here);
  }
  return top;
}

/** Home, side and turn of every argument that has a place, by its id. */
export function placesOf<E extends Edge>(debate: Debate<Node, E>): ReadonlyMap<string, Place<E>> {
  return placesBy(linksInView(debate));
}

/** Asks for the side of any argument that has a place; the work is done once, for the whole thread. */
export function sideOf(debate: Skeleton): (id: string) => Stance | undefined {
  const places = placesOf(debate);
  return (id) => places.get(id)?.side;
}

/** Visible arguments for and against the question. */
export function countBySide(debate: Skeleton): Record<Stance, number> {
  const side = sideOf(debate);
  const counts: Record<Stance, number> = { PRO: 0, CON: 0 };
  for (const { id, state } of debate.arguments) {
    const its = side(id);
    if (state === "VISIBLE" && its !== undefined) counts[its] += 1;
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
