/**
 * A snapshot as DOT (https://graphviz.org/doc/info/lang.html), to be drawn by Graphviz. Every string of others is
 * quoted, never an HTML-like label; addresses are this forum's own; ids are made here.
 */
import { joined } from "#lib/maps/joined";
import { cited, labelOf, proofLines, relationOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { wrapped } from "#lib/maps/wrapped";

/** A box of this many characters in a line is about twice as wide as a claim of 100 characters is high. */
const WIDTH = 32;
/** In the stance colours of the light theme; paper has no other. */
const EDGE = {
  PRO: 'color="#0c8391", arrowhead=normal',
  CON: 'color="#c5560f:#c5560f", arrowhead=empty',
} as const;

/** What stands between quotation marks: only they end it, and a backslash begins what Graphviz would replace. */
const escaped = (text: string) => text.replace(/[\\"]/g, "\\$&");
const quoted = (text: string) => `"${escaped(text.replace(/\p{Cc}/gu, " "))}"`;

/** The same, in lines of some length, of which Graphviz sets each apart. */
const label = (text: string) =>
  `"${escaped(wrapped(text.replace(/\p{Cc}/gu, " "), WIDTH).join("\n")).replaceAll("\n", "\\n")}"`;

function nodeOf(snapshot: Snapshot, argument: SnapshotArgument): string {
  const { number, url, state, citations } = argument;
  const claim = said(argument);
  const quotes = citations.map((one) => cited(snapshot, one)).map(({ quote, title }) => `“${quote}” ${title}`);
  const tooltip = quoted(quotes.join(" ") || claim);
  const style = state === "VISIBLE" ? "" : ', style="dotted"';
  return `  a${number} [label=${label(`#${number} ${claim}`)}, tooltip=${tooltip}, URL=${quoted(url)}${style}];`;
}

/** Solid and filled for Pro, double and open for Con, as everywhere; an undercut is dashed besides. */
function edgeOf(link: SnapshotLink, numbers: Map<string, number>): string {
  const { child, parent } = link;
  const to = parent === null ? "question" : `a${numbers.get(parent)}`;
  const style = relationOf(link) === "undercut" ? ", style=dashed" : "";
  return `  a${numbers.get(child)} -> ${to} [label=${quoted(labelOf(link))}, ${EDGE[link.stance]}${style}];`;
}

function* linesOf(snapshot: Snapshot): Generator<string> {
  const { thread, links } = snapshot;
  const numbers = new Map(snapshot.arguments.map(({ id, number }) => [id, number]));
  for (const line of proofLines(snapshot)) yield `// ${line}`;
  yield `digraph ${quoted(thread.slug)} {`;
  yield `  graph [rankdir=RL, charset="UTF-8", URL=${quoted(thread.url)}];`;
  yield '  node [shape=box, fontname="Source Serif 4, serif"];';
  yield '  edge [fontname="Inter, sans-serif", fontsize=10];';
  yield `  question [label=${label(thread.question)}, penwidth=2, URL=${quoted(thread.url)}];`;
  for (const argument of snapshot.arguments) yield nodeOf(snapshot, argument);
  for (const link of links) yield edgeOf(link, numbers);
  yield "}";
}

export const toDot = (snapshot: Snapshot): string => `${joined(linesOf(snapshot))}\n`;
