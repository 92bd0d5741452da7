/**
 * A snapshot as Argdown (https://argdown.org). The question is a statement, every argument an Argdown argument that is
 * defined where its oldest link puts it and referred to elsewhere. PRO is `+`; CON is `-` on a claim and `_`, an
 * undercut, on relevance and evidence. Argdown has no support of a step or of evidence, so that is a plain `+`; which
 * link or citation was meant stands in the data, as does all else that Argdown has no words for.
 *
 * What is escaped, and why, was found by feeding hostile text to Argdown's own parser.
 */

import { joined } from "#lib/maps/joined";
import { readingOrder } from "#lib/maps/reading-order";
import { cited, relationOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import type { PassageView } from "#lib/sources/view";
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";
import { plainTextOf } from "#lib/text/document";

const INDENT = "    ";
/** Two lines in the box of a drawn map. */
const HEADLINE_MAX = 60;

/** Free text without anything that Argdown would read as syntax, on one line. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\@#*_[\]<>/{}=]/g, "\\$&")
    .replace(/[.:](?=\S)/g, "\\$&"); // .short. and :short: codes
}

/** A title stands as it is, since nothing in it can be escaped: what could end it becomes a space. */
function titled(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\p{M}\p{Sc} ,.'"“”‘’…()&%?!;:+–-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** JSON on one line; an element of data ends at the first brace that a space follows, also within a string. */
function data(value: unknown): string {
  const json = JSON.stringify(value);
  return json.replace(/"(?:[^"\\]|\\.)*"/g, (string) =>
    string.replace(/[{}\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, unicode),
  );
}

const unicode = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A string of the front matter, which ends at the first three equals signs, wherever they stand. */
const heading = (text: string) => data(text).replaceAll("=", "\\u003d");

function headline(claim: string): string {
  const line = titled(claim);
  if (codePointLength(line) <= HEADLINE_MAX) return line;
  return sliceCodePoints(line, 0, HEADLINE_MAX).replace(/\s\S*$/, "…");
}

/** The number makes a title unique, and gives one to a claim of nothing but signs. */
function title(argument: SnapshotArgument): string {
  return `${argument.number}. ${headline(said(argument))}`.trim();
}

const SYMBOL = { support: "+", attack: "-", undercut: "_" } as const;

/** A citation as data: everything that `cited` tells but the context, with the stretches where there are several. */
function evidence(snapshot: Snapshot, passage: PassageView) {
  const { quote, start, end, spans, versionUrl, ...rest } = cited(snapshot, passage);
  const pieces = spans.map(({ quote, start, end }) => ({ quote, start, end }));
  return { quote, start, end, ...(pieces.length > 1 && { spans: pieces }), ...rest };
}

function argumentData(argument: SnapshotArgument, links: SnapshotLink[], snapshot: Snapshot) {
  const { id, number, url, author, postedAt, state, citations, body, tombstone } = argument;
  return {
    id,
    number,
    url,
    author: author.handle,
    postedAt,
    state,
    answers: links.map(({ child, startedAt, ...aim }) => aim),
    citations: citations.map((citation) => ({
      id: citation.id,
      ...evidence(snapshot, citation),
      state: citation.state,
    })),
    ...(body !== null && { body: plainTextOf(body) }),
    ...(tombstone !== null && { tombstone }),
  };
}

function* linesOf(snapshot: Snapshot): Generator<string> {
  const { thread, exportedAt, hash } = snapshot;
  const { url, slug, question, thesis, topic, background } = thread;
  const raisedBy = evidence(snapshot, thread.raisedBy);
  yield* ["===", `title: ${heading(question)}`, `source: ${heading(url)}`];
  yield* [`exportedAt: ${heading(exportedAt)}`, `hash: ${heading(hash)}`, "model:", "    mode: loose", "===", ""];
  yield `[${titled(`${words("question")} ${slug}`)}]: ${escaped(question)} ${data({ url, slug, thesis, topic, background, raisedBy })}`;
  const linksOf = Map.groupBy(snapshot.links, ({ child }) => child);
  const define = (argument: SnapshotArgument) => {
    const text = escaped(said(argument));
    return `<${title(argument)}>: ${text} ${data(argumentData(argument, linksOf.get(argument.id) ?? [], snapshot))}`;
  };
  for (const { answers, items } of readingOrder(snapshot)) {
    if (typeof answers === "object") yield `\n<${title(answers)}>`;
    for (const { argument, link, depth, again } of items) {
      if (link === null) yield "";
      const indent = INDENT.repeat(answers === "NOTHING" ? depth : depth + 1);
      const relation = link === null ? "" : `${indent}${SYMBOL[relationOf(link)]} `;
      yield relation + (again ? `<${title(argument)}>` : define(argument));
    }
  }
}

export const toArgdown = (snapshot: Snapshot): string => `${joined(linesOf(snapshot))}\n`;
