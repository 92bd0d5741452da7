/** Threads of any shape with texts that mean something to Argdown, Markdown, HTML, YAML or JSON. */

import fc from "fast-check";
import type { ArgumentView, LinkView, ThreadView } from "#lib/arguments/view";
import type { SourceOfSnapshot } from "#lib/maps/snapshot-of";
import type { PassageView } from "#lib/sources/view";
import { documentFromText } from "#lib/text/document";
import { countsOf } from "./counts.ts";

const SIGNS = [
  ..."\\`*_{}[]<>()#+-.!|~&:@=$^%'\"/,;?§0123abcé🦉ا \n\t\u2028\u0085\u00a0\u007f\u202e\ufeff\uffff",
  ..."=== --- } \n {\n // /* */ <!-- --> @[x] @<x> <x>: [x]: #(a b) :x: .x. ** __ ``` ~~ &lt; &#60; \r\n (1) 1. ".split(
    " ",
  ),
  ...[
    "} ",
    "1. ",
    "- ",
    "> ",
    "# ",
    "    ",
    "\n\n",
    "[a](javascript:b)",
    "<script>",
    "</script>",
    "{x: y}",
    "www.x.example",
  ],
];

const blank = /^[\s\p{Cc}\p{Cf}]*$/u;
/** Any of it, but never nothing. */
export const hostileText = (maxLength = 20) =>
  fc
    .string({
      unit: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...SIGNS) }, fc.string({ unit: "binary", maxLength: 2 })),
      maxLength,
    })
    .map((text) => (blank.test(text) ? `x${text}` : text));

const source: SourceOfSnapshot = {
  slug: "text",
  title: "",
  kind: "ARTICLE",
  rights: "OPEN",
  outlet: null,
  byline: null,
  publishedOn: "2025-02-04",
  address: null,
  versions: [{ number: 3, sha256: "3".repeat(64) }],
};

const time = "2026-11-20T10:00:00.000Z";

const passage = (title: string, quotes: string[]): PassageView => ({
  source: { slug: source.slug, title, kind: source.kind },
  version: 3,
  spans: quotes.map((quote, i) => {
    const place = { start: 100 * i, end: 100 * i + 50, paragraph: i + 1, gapWords: 2 * i };
    return { ...place, quote, prefix: "", suffix: "" };
  }),
  before: "",
  after: "",
});

const documentOf = (text: string | null) => {
  try {
    return text === null ? null : documentFromText(text);
  } catch {
    return null; // what may not be stored cannot be exported
  }
};

const seedling = fc.record({
  claim: hostileText(),
  body: fc.option(hostileText(40)),
  quotes: fc.array(hostileText(8), { minLength: 1, maxLength: 2 }),
  note: fc.option(hostileText(6)),
  state: fc.constantFrom("VISIBLE", "VISIBLE", "VISIBLE", "WITHDRAWN", "REMOVED"),
  stance: fc.constantFrom("PRO", "CON"),
  target: fc.constantFrom("CLAIM", "RELEVANCE", "EVIDENCE"),
  /** Each is what the argument answers, counted back from it; 0 or too far is the question. */
  parents: fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 3 }),
});

/** A thread and its sources; answers to the question, to others, to several, and to nothing. */
export const hostileThread = fc
  .record({
    title: hostileText(6),
    question: hostileText(),
    more: fc.option(hostileText()),
    plants: fc.array(seedling, { maxLength: 9 }),
  })
  .map(({ title, question, more, plants }) => {
    const person = { handle: title, name: question };
    const all = plants.map(
      ({ claim, body, quotes, note, state }, i): ArgumentView => ({
        id: `a${i + 1}`,
        number: i + 1,
        state: state as ArgumentView["state"],
        author: person,
        postedAt: time,
        claim,
        body: documentOf(body),
        citations: [{ id: `c${i + 1}`, ...passage(title, quotes), state: "MOVED" }],
        revision: 1,
        revisedAfterAnswers: note !== null,
        marks: note === null ? [] : [{ kind: note, note, by: person, at: time }],
        tombstone: state === "VISIBLE" ? null : { at: time, reason: note, code: null, policy: null },
      }),
    );
    const links = plants.flatMap(({ parents, stance, target }, i) =>
      [...new Set(parents.map((back) => (back === 0 || back > i ? null : `a${i + 1 - back}`)))].map(
        (parent, j): LinkView => ({
          id: `l${i + 1}-${j}`,
          child: `a${i + 1}`,
          parent,
          stance: stance as LinkView["stance"],
          target: parent === null ? "CLAIM" : (target as LinkView["target"]),
          targetCitation: target === "EVIDENCE" && parent !== null ? `c${parent.slice(1)}` : null,
          targetLink: target === "RELEVANCE" && parent !== null ? `l${parent.slice(1)}-0` : null,
          concession: stance === "PRO" && j > 0,
          startedAt: `2026-11-${19 - ((i + j) % 3)}T10:00:00.000Z`,
        }),
      ),
    );
    const view: ThreadView = {
      id: "thread",
      slug: "thread",
      question,
      thesis: more,
      topic: more,
      background: more,
      raisedBy: passage(title, [question]),
      openedAt: time,
      locked: false,
      letsIn: { mode: "OPEN", slowSeconds: 600, firstPosts: 2, next: null },
      dropped: { afterHours: 24, laterArguments: 3 },
      counts: countsOf(all),
      arguments: all,
      links,
    };
    return { view, sources: [{ ...source, title, outlet: more, byline: more, address: more }] };
  });
