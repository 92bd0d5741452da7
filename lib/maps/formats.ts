/** The formats in which a thread can be taken along; the page, the API and the command all offer these. */
import { toAif, toXaif } from "#lib/maps/aif";
import { toAifJsonld } from "#lib/maps/aif-jsonld";
import { toArgdown } from "#lib/maps/argdown";
import { toCsv } from "#lib/maps/csv";
import { toDocx } from "#lib/maps/docx";
import { toDot } from "#lib/maps/dot";
import { toFlowJson } from "#lib/maps/flow-json";
import { toFlowXlsx } from "#lib/maps/flow-xlsx";
import { toFreeplane } from "#lib/maps/freeplane";
import { toGraphml } from "#lib/maps/graphml";
import { toHypothesis } from "#lib/maps/hypothesis";
import { toKialo } from "#lib/maps/kialo";
import { toMarkdown } from "#lib/maps/markdown";
import { toMermaid } from "#lib/maps/mermaid";
import { toOpml } from "#lib/maps/opml";
import { toPdf } from "#lib/maps/pdf";
import { toPng } from "#lib/maps/png";
import { toSadface } from "#lib/maps/sadface";
import type { Snapshot } from "#lib/maps/snapshot";
import { writeSnapshot } from "#lib/maps/snapshot-file";
import { toSvg } from "#lib/maps/svg";
import { toWebAnnotation } from "#lib/maps/web-annotation";
import { toBibtex, toCsl, toRis } from "#lib/maps/works";
import { FORMS } from "#lib/sources/bibliography";

export interface Format {
  mediaType: string;
  /** Without the dot. */
  extension: string;
  /** Its library takes longer than others may wait for, however small the thread is. */
  slow?: true;
  /** Formats of others' libraries load them when they are wanted, and take their time: `told` may hear what part is done. */
  write(
    snapshot: Snapshot,
    told?: (part: number) => void,
  ): string | Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

const JSON_TYPE = "application/json; charset=utf-8";
/** For what has no registered type of its own; a vendor's would make browsers ask what to do with plain text. */
const TEXT_TYPE = "text/plain; charset=utf-8";
const ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const OFFICE = "application/vnd.openxmlformats-officedocument";

/** In the order in which they are offered: for reading again here, for arguing elsewhere, for drawing, for tables. */
export const FORMATS = {
  json: { mediaType: JSON_TYPE, extension: "json", write: writeSnapshot },
  argdown: { mediaType: TEXT_TYPE, extension: "argdown", write: toArgdown },
  xaif: { mediaType: JSON_TYPE, extension: "xaif.json", write: toXaif },
  aif: { mediaType: JSON_TYPE, extension: "aif.json", write: toAif },
  "aif-jsonld": { mediaType: "application/ld+json", extension: "aif.jsonld", write: toAifJsonld },
  sadface: { mediaType: JSON_TYPE, extension: "sadface.json", write: toSadface },
  kialo: { mediaType: TEXT_TYPE, extension: "kialo.txt", write: toKialo },
  webannotation: { mediaType: ANNOTATIONS, extension: "annotations.jsonld", write: toWebAnnotation },
  hypothesis: { mediaType: JSON_TYPE, extension: "hypothesis.json", write: toHypothesis },
  graphml: { mediaType: "application/xml; charset=utf-8", extension: "graphml", write: toGraphml },
  svg: { mediaType: "image/svg+xml", extension: "svg", write: toSvg },
  png: { mediaType: "image/png", extension: "png", write: toPng, slow: true },
  dot: { mediaType: "text/vnd.graphviz; charset=utf-8", extension: "dot", write: toDot },
  mermaid: { mediaType: TEXT_TYPE, extension: "mmd", write: toMermaid },
  opml: { mediaType: "text/x-opml; charset=utf-8", extension: "opml", write: toOpml },
  freeplane: { mediaType: "application/xml; charset=utf-8", extension: "mm", write: toFreeplane },
  markdown: { mediaType: "text/markdown; charset=utf-8", extension: "md", write: toMarkdown },
  csv: { mediaType: "application/zip", extension: "csv.zip", write: toCsv },
  pdf: { mediaType: "application/pdf", extension: "pdf", write: toPdf, slow: true },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, extension: "docx", write: toDocx, slow: true },
  "flow-xlsx": { mediaType: `${OFFICE}.spreadsheetml.sheet`, extension: "flow.xlsx", write: toFlowXlsx, slow: true },
  "flow-json": { mediaType: JSON_TYPE, extension: "flow.json", write: toFlowJson },
  bibtex: { mediaType: FORMS.bibtex.mediaType, extension: "bib", write: toBibtex },
  ris: { mediaType: FORMS.ris.mediaType, extension: "ris", write: toRis },
  csl: { mediaType: FORMS.csl.mediaType, extension: "csl.json", write: toCsl },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export const isFormat = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);

/** Whether writing it takes no longer than its text is long. */
export const isLight = (name: FormatName): boolean => !("slow" in FORMATS[name]);

/** A slug is letters, digits and hyphens, so that the name needs no quoting in any header or file system. */
export function fileName(slug: string, format: FormatName): string {
  return `${slug}.${FORMATS[format].extension}`;
}
