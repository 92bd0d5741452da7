/** What the front page says of a thread: where most was answered on either side, and the latest exchange. */
import { type Branch, countBelow } from "#lib/arguments/tree";
import type { ArgumentView, LinkView, Stance } from "#lib/arguments/view";

const isVisible = ({ argument }: Branch) => argument.state === "VISIBLE";

/** The visible answer to the question with most below it, for and against; the earliest of equals. */
export function mostAnswered(top: Branch[]): Partial<Record<Stance, { argument: ArgumentView; answers: number }>> {
  const most: ReturnType<typeof mostAnswered> = {};
  for (const branch of top.filter(isVisible)) {
    const { argument, link } = branch;
    const answers = countBelow(branch);
    const known = most[link.stance];
    if (known === undefined || answers > known.answers) most[link.stance] = { argument, answers };
  }
  return most;
}

export interface Exchange {
  answered: ArgumentView;
  answer: ArgumentView;
  /** What joins them. */
  link: LinkView;
}

/** The latest visible answer to a visible argument, where it has its home. */
export function latestExchange(top: Branch[]): Exchange | undefined {
  let latest: Exchange | undefined;
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
