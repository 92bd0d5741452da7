/** The formats in which a thread can be taken along; the page, the API and the command all offer these. */
import { toArgdown } from "#lib/maps/argdown";
import { toMarkdown } from "#lib/maps/markdown";
import type { Snapshot } from "#lib/maps/snapshot";
import { writeSnapshot } from "#lib/maps/snapshot-file";

export interface Format {
  mediaType: string;
  /** Without the dot. */
  extension: string;
  write(snapshot: Snapshot): string;
}

export type FormatName = "json" | "argdown" | "markdown";

export const FORMATS: Record<FormatName, Format> = {
  json: { mediaType: "application/json; charset=utf-8", extension: "json", write: writeSnapshot },
  // Argdown has no registered type; a vendor's would make browsers ask what to do with plain text.
  argdown: { mediaType: "text/plain; charset=utf-8", extension: "argdown", write: toArgdown },
  markdown: { mediaType: "text/markdown; charset=utf-8", extension: "md", write: toMarkdown },
};

export const isFormat = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);

/** A slug is letters, digits and hyphens, so that the name needs no quoting in any header or file system. */
export function fileName(slug: string, format: FormatName): string {
  return `${slug}.${FORMATS[format].extension}`;
}
