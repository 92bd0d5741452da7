/** The formats by what one takes them for, in the order in which they are offered. */
import type { FormatName } from "#lib/maps/formats";

export const GROUPS = {
  back: ["json"],
  read: ["pdf", "markdown", "svg", "png"],
  debate: ["docx", "flow-xlsx", "flow-json"],
  argue: ["argdown", "kialo", "xaif", "aif", "aif-jsonld", "sadface"],
  cite: ["webannotation", "hypothesis", "bibtex", "ris", "csl"],
  graph: ["csv", "graphml", "dot", "mermaid", "opml", "freeplane"],
} as const satisfies Record<string, readonly FormatName[]>;

export type GroupName = keyof typeof GROUPS;
