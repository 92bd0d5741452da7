/** The beginning of a tree of arguments, as much as one page shows; answers stand behind what they answer. */
import type { Branch, Edge, Node } from "#lib/arguments/tree";

export interface Beginning<N extends Node, E extends Edge> {
  branches: Branch<N, E>[];
  /** How many places were left out. */
  left: number;
}

/**
 * The first `most` places in reading order, none nested deeper than `deep`. Goes through the tree once, without calling
 * itself, since a chain of answers may be as long as the thread.
 */
export function firstBranches<N extends Node, E extends Edge>(
  top: readonly Branch<N, E>[],
  { most, deep }: { most: number; deep: number },
): Beginning<N, E> {
  const branches: Branch<N, E>[] = [];
  const waiting = top.toReversed().map((branch) => ({ branch, into: branches, depth: 1 }));
  let [shown, left] = [0, 0];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { branch, into, depth } = next;
    const fits = shown < most && depth <= deep;
    const answers: Branch<N, E>[] = [];
    if (fits) into.push({ ...branch, answers });
    if (fits) shown += 1;
    else left += 1;
    for (const answer of branch.answers.toReversed()) waiting.push({ branch: answer, into: answers, depth: depth + 1 });
  }
  return { branches, left };
}
