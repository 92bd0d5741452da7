/** A thread's arguments by pages, or all of them as a stream of JSON; either way each link is told once. */
import type { Thread } from "#lib/api/contract";
import { argument, link, threadHead } from "#lib/api/shown";
import type { ThreadView } from "#lib/arguments/view";

/** A debate of an ordinary size comes as one answer of some hundred kilobytes. */
export const PAGE = 500;

/** The arguments with numbers above `after`, with the links that lead up from them. */
export function threadPage(view: ThreadView, after = 0): Thread {
  const rest = view.arguments.filter(({ number }) => number > after);
  const page = rest.slice(0, PAGE);
  const ids = new Set(page.map(({ id }) => id));
  return {
    ...threadHead(view),
    arguments: page.map(argument),
    links: view.links.filter(({ child }) => ids.has(child)).map(link),
    next: rest.length > PAGE ? String(page.at(-1)?.number) : null,
  };
}

/** The same JSON as one page without an end, a page's worth of arguments at a time. */
export function* wholeThread(view: ThreadView): Generator<string> {
  yield `${JSON.stringify(threadHead(view)).slice(0, -1)},"arguments":[`;
  for (let at = 0; at < view.arguments.length; at += PAGE) {
    const part = view.arguments.slice(at, at + PAGE).map((one) => JSON.stringify(argument(one)));
    yield (at > 0 ? "," : "") + part.join(",");
  }
  yield `],"links":${JSON.stringify(view.links.map(link))},"next":null}`;
}
