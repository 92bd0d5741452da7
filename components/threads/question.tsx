import { paths } from "#lib/paths";

/** More than four lines of the largest size, about 27 letters each, would push the debate off the first screen. */
const LONG = 100;

/** A thread's question as the headline of a page; on the front page it leads to its thread. */
export function Question({ question, slug }: { question: string; slug?: string }) {
  return (
    <h1 className={question.length > LONG ? "question long" : "question"}>
      {slug === undefined ? question : <a href={paths.thread(slug)}>{question}</a>}
    </h1>
  );
}
