import { expect, test } from "vitest";
import { PAGE, threadPage, wholeThread } from "#lib/api/thread-pages";
import type { ArgumentView, LinkView, ThreadView } from "#lib/arguments/view";

const author = { handle: "naledi", name: "Naledi Mokoena" };
const at = "2026-11-13T09:00:00.000Z";

const argument = (number: number): ArgumentView => ({
  id: `a${number}`,
  number,
  state: "VISIBLE",
  author,
  postedAt: at,
  claim: `Claim ${number}.`,
  body: null,
  citations: [],
  revision: 1,
  revisedAfterAnswers: false,
  marks: [],
  tombstone: null,
});

/** Every argument but the first answers the one before it, and every hundredth one the question, too. */
const links = (count: number): LinkView[] =>
  Array.from({ length: count }, (_, n) => n + 1).flatMap((number) =>
    [number - 1, ...(number % 100 === 0 ? [0] : [])].map((parent) => ({
      id: `l${number}-${parent}`,
      child: `a${number}`,
      parent: parent === 0 ? null : `a${parent}`,
      stance: "PRO",
      target: "CLAIM",
      targetCitation: null,
      targetLink: null,
      concession: false,
      startedAt: at,
    })),
  );

const thread = (count: number): ThreadView => ({
  id: "t",
  slug: "a-thread",
  question: "Is it so?",
  thesis: null,
  topic: null,
  background: null,
  raisedBy: { source: { slug: "s", title: "S", kind: "ARTICLE" }, version: 1, spans: [], before: "", after: "" },
  openedAt: at,
  locked: false,
  letsIn: { mode: "OPEN", slowSeconds: 600, firstPosts: 2, next: null },
  counts: { arguments: 0, passages: 0, sources: 0 },
  dropped: { afterHours: 24, laterArguments: 3 },
  arguments: Array.from({ length: count }, (_, n) => argument(n + 1)),
  links: links(count),
});

test("pages follow each other without a gap, and tell each argument and each link once", () => {
  const view = thread(2 * PAGE + 7);
  const pages = [threadPage(view)];
  for (let last = pages[0]; last?.next; last = pages.at(-1)) pages.push(threadPage(view, Number(last.next)));
  expect(pages.map((page) => page.arguments.length)).toEqual([PAGE, PAGE, 7]);
  expect(pages.flatMap((page) => page.arguments.map(({ id }) => id))).toEqual(view.arguments.map(({ id }) => id));
  const told = pages.flatMap((page) => page.links.map(({ id }) => id));
  expect(told.toSorted()).toEqual(view.links.map(({ id }) => id).toSorted());
});

test.each([0, 1, PAGE, PAGE + 1, 2 * PAGE])("the whole thread of %i arguments is one JSON value", (count) => {
  const view = thread(count);
  const whole = JSON.parse([...wholeThread(view)].join(""));
  expect(whole.arguments).toHaveLength(count);
  expect(whole.links).toHaveLength(view.links.length);
  expect(whole.next).toBeNull();
  if (count <= PAGE) expect(whole).toEqual(threadPage(view));
});

test("a thread of exactly one page has no next", () => {
  expect(threadPage(thread(PAGE)).next).toBeNull();
  expect(threadPage(thread(PAGE + 1)).next).toBe(String(PAGE));
});
