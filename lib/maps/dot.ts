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
/** The stance colours of the light theme; paper has no other. */
const COLOUR = { PRO: "#0c8391", CON: "#c5560f" } as const;

/** A quoted string: only the quotation mark ends it, and a backslash begins what Graphviz would replace. */
const quoted = (text: string) => `"${text.replace(/\p{Cc}/gu, " ").replace(/[\\"]/g, "\\$&")}"`;

/** The same, with each line set from the left. */
const label = (text: string) =>
  `${wrapped(text, WIDTH)
    .map((line) => quoted(line).slice(1, -1))
    .join("\\n")}`;

function nodeOf(snapshot: Snapshot, argument: SnapshotArgument): string {
  const quotes = argument.citations.map((one) => cited(snapshot, one)).map(({ quote, title }) => `“${quote}” ${title}`);
  const given = {
    label: `"${label(`#${argument.number} ${said(argument)}`)}"`,
    tooltip: quoted(quotes.join(" ") || said(argument)),
    URL: quoted(argument.url),
    ...(argument.state !== "VISIBLE" && { style: '"dotted"' }),
  };
  return `  a${argument.number} [${attributes(given)}];`;
}

const attributes = (given: Record<string, string>) =>
  Object.entries(given)
    .map(([name, value]) => `${name}=${value}`)
    .join(", ");

/** Solid and filled for Pro, double and open for Con, as everywhere; an undercut is dashed besides. */
function edgeOf(link: SnapshotLink, numbers: Map<string, number>): string {
  const { stance, child, parent } = link;
  const given = {
    label: quoted(labelOf(link)),
    color: stance === "PRO" ? quoted(COLOUR.PRO) : quoted(`${COLOUR.CON}:${COLOUR.CON}`),
    arrowhead: stance === "PRO" ? "normal" : "empty",
    ...(relationOf(link) === "undercut" && { style: "dashed" }),
  };
  return `  a${numbers.get(child)} -> ${parent === null ? "question" : `a${numbers.get(parent)}`} [${attributes(given)}];`;
}

function* linesOf(snapshot: Snapshot): Generator<string> {
  const { thread, links } = snapshot;
  const numbers = new Map(snapshot.arguments.map(({ id, number }) => [id, number]));
  for (const line of proofLines(snapshot)) yield `// ${line}`;
  yield `digraph ${quoted(thread.slug)} {`;
  yield `  graph [rankdir=RL, charset="UTF-8", URL=${quoted(thread.url)}];`;
  yield '  node [shape=box, fontname="Source Serif 4, serif"];';
  yield '  edge [fontname="Inter, sans-serif", fontsize=10];';
  yield `  question [label="${label(thread.question)}", penwidth=2, URL=${quoted(thread.url)}];`;
  for (const argument of snapshot.arguments) yield nodeOf(snapshot, argument);
  for (const link of links) yield edgeOf(link, numbers);
  yield "}";
}

export const toDot = (snapshot: Snapshot): string => `${joined(linesOf(snapshot))}\n`;
