/** A snapshot as a Mermaid flowchart (https://mermaid.js.org), for pages that draw such code; claims and links alone. */
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

export function toMermaid(snapshot: Snapshot): string {
  const numbers = new Map(snapshot.arguments.map(({ id, number }) => [id, number]));
  return `${[
    "flowchart RL",
    ...proofLines(snapshot).map((line) => `  %% ${line}`),
    `  question[${label(snapshot.thread.question)}]`,
    ...snapshot.arguments.map((argument) => `  a${argument.number}(${label(`#${argument.number} ${said(argument)}`)})`),
    ...snapshot.links.map((link) => edgeOf(link, numbers)),
  ].join("\n")}\n`;
}
