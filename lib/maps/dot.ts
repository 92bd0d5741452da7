/**
 * A snapshot as DOT (https://graphviz.org/doc/info/lang.html), to be drawn by Graphviz. Every string of others is
 * quoted, never an HTML-like label; addresses are this forum's own; ids are made here.
 */
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

export function toDot(snapshot: Snapshot): string {
  const { thread, links } = snapshot;
  const numbers = new Map(snapshot.arguments.map(({ id, number }) => [id, number]));
  return `${[
    ...proofLines(snapshot).map((line) => `// ${line}`),
    `digraph ${quoted(thread.slug)} {`,
    `  graph [rankdir=RL, charset="UTF-8", URL=${quoted(thread.url)}];`,
    '  node [shape=box, fontname="Source Serif 4, serif"];',
    '  edge [fontname="Inter, sans-serif", fontsize=10];',
    `  question [label="${label(thread.question)}", penwidth=2, URL=${quoted(thread.url)}];`,
    ...snapshot.arguments.map((argument) => nodeOf(snapshot, argument)),
    ...links.map((link) => edgeOf(link, numbers)),
    "}",
  ].join("\n")}\n`;
}
