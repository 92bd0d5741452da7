/** A debate as the strength of its claims needs it: claims by number, and what leads from one to another. Pure. */
import type { Stance } from "#lib/arguments/view";

/** An answer: `from` attacks or supports `to`. */
export interface Step {
  from: number;
  to: number;
  stance: Stance;
}

/** An answer to the relevance of another: `from` says that the step carries nothing, or that it does. */
export interface Undercut {
  from: number;
  step: number;
  stance: Stance;
}

export interface Graph {
  /** Of each claim, by its number: how strong it is by itself, from 0 to 1; never from what answers it. */
  base: readonly number[];
  steps: readonly Step[];
  undercuts: readonly Undercut[];
}

export interface Network extends Graph {
  /** The steps that lead to a claim. */
  to: readonly number[][];
  /** The undercuts of a step. */
  of: readonly number[][];
  /** The steps whose weight depends on a claim: its own, and those that it undercuts. */
  after: readonly number[][];
  /** Claims, each after everything that its strength depends on; those that go round in a circle are left out. */
  order: readonly number[];
}

/** Linear in the number of claims and steps. */
export function networkOf(graph: Graph): Network {
  const { base, steps, undercuts } = graph;
  const lists = (length: number): number[][] => Array.from({ length }, () => []);
  const [to, after, of] = [lists(base.length), lists(base.length), lists(steps.length)];
  const endOf = (step: number) => steps[step]?.to ?? 0;
  const waits = new Int32Array(base.length);
  const wait = (claim: number, more: number) => {
    waits[claim] = (waits[claim] ?? 0) + more;
  };
  steps.forEach((step, i) => {
    to[step.to]?.push(i);
    after[step.from]?.push(i);
    wait(step.to, 1);
  });
  undercuts.forEach(({ from, step }, i) => {
    of[step]?.push(i);
    after[from]?.push(step);
    wait(endOf(step), 1);
  });
  const order = [...base.keys()].filter((claim) => waits[claim] === 0);
  for (const claim of order) {
    for (const step of after[claim] ?? []) {
      wait(endOf(step), -1);
      if (waits[endOf(step)] === 0) order.push(endOf(step));
    }
  }
  return { ...graph, to, of, after, order };
}
