/** A snapshot as a Mermaid flowchart (https://mermaid.js.org), for pages that draw such code; claims and links alone. */
import { joined } from "#lib/maps/joined";
import { labelOf, proofLines, relationOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotLink } from "#lib/maps/snapshot";

/** Text as a quoted label: what could end it, be HTML, Markdown or an entity is written as an entity by number. */
const label = (text: string) =>
  `"${text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .replace(/[#"`<>&\\;{}%*_[\]()~|$]/g, (sign) => `#${sign.charCodeAt(0)};`)}"`;

/** Solid for Pro, thick for Con, dotted for an undercut: lines tell them apart where there is no colour. */
const ARROW = { support: "-->", attack: "==>", undercut: "-.->" } as const;

function edgeOf(link: SnapshotLink, numbers: Map<string, number>): string {
  const { child, parent } = link;
  const to = parent === null ? "question" : `a${numbers.get(parent)}`;
  return `  a${numbers.get(child)} ${ARROW[relationOf(link)]}|${label(labelOf(link))}| ${to}`;
}

function* linesOf(snapshot: Snapshot): Generator<string> {
  const numbers = new Map(snapshot.arguments.map(({ id, number }) => [id, number]));
  yield "flowchart RL";
  for (const line of proofLines(snapshot)) yield `  %% ${line}`;
  yield `  question[${label(snapshot.thread.question)}]`;
  for (const argument of snapshot.arguments)
    yield `  a${argument.number}(${label(`#${argument.number} ${said(argument)}`)})`;
  for (const link of snapshot.links) yield edgeOf(link, numbers);
}

export const toMermaid = (snapshot: Snapshot): string => `${joined(linesOf(snapshot))}\n`;
