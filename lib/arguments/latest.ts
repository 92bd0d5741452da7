/** What the front page says of a thread: where most was answered on either side, and the latest exchange. */
import { type Branch, countBelow, type Edge, type Node } from "#lib/arguments/tree";
import type { Stance } from "#lib/arguments/view";

const isVisible = ({ argument }: Branch<Node, Edge>) => argument.state === "VISIBLE";

export interface Answered<N> {
  argument: N;
  /** Visible arguments below it. */
  answers: number;
}

/** The visible answer to the question with most below it, for and against; the earliest of equals. */
export function mostAnswered<N extends Node, E extends Edge>(
  top: Branch<N, E>[],
): Partial<Record<Stance, Answered<N>>> {
  const most: Partial<Record<Stance, Answered<N>>> = {};
  for (const branch of top.filter(isVisible)) {
    const { argument, link } = branch;
    const answers = countBelow(branch);
    const known = most[link.stance];
    if (known === undefined || answers > known.answers) most[link.stance] = { argument, answers };
  }
  return most;
}

export interface Exchange<N, E> {
  answered: N;
  answer: N;
  /** What joins them. */
  link: E;
}

/** The latest visible answer to a visible argument, where it has its home. */
export function latestExchange<N extends Node, E extends Edge>(top: Branch<N, E>[]): Exchange<N, E> | undefined {
  let latest: Exchange<N, E> | undefined;
  const next = [...top];
  for (const branch of next) {
    for (const answer of branch.answers) {
      next.push(answer);
      const later = answer.argument.number > (latest?.answer.number ?? 0);
      if (later && !answer.again && isVisible(branch) && isVisible(answer)) {
        latest = { answered: branch.argument, answer: answer.argument, link: answer.link };
      }
    }
  }
  return latest;
}
