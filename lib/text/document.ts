/**
 * The rich text of an elaboration: a ProseMirror document as JSON, as the editor makes it and the database keeps it.
 * `readDocument` is the only way in: strict shape and attributes, then ProseMirror's own content rules.
 */
import { getSchema } from "@tiptap/core";
import { codePointLength } from "#lib/text/code-points";
import { documentShape } from "#lib/text/document-shape";
import { EXTENSIONS } from "#lib/text/extensions";
import { isBlank } from "#lib/text/schema";

/** Stored beside each document; raised when what a document may hold changes. */
export const DOCUMENT_SCHEMA = 1;
/** Code points of plain text: about two printed pages, room for a worked out reason and not for an article. */
export const DOCUMENT_TEXT_MAX = 5000;
/** Bytes of JSON: 5,000 characters of four bytes each, and as much again for structure. */
export const DOCUMENT_BYTES_MAX = 40_000;
/** Arrays and objects within each other: four a level of list, so seven lists deep. */
const DEPTH_MAX = 32;

export type Mark = { type: "bold" } | { type: "italic" } | { type: "link"; attrs: { href: string } };
export type Inline = { type: "text"; text: string; marks?: Mark[] } | { type: "hardBreak"; marks?: Mark[] };
export type ListItem = { type: "listItem"; content: Block[] };
export type Block =
  | { type: "paragraph"; content?: Inline[] }
  | { type: "blockquote"; content: Block[] }
  | { type: "bulletList"; content: ListItem[] }
  | { type: "orderedList"; attrs?: { start: number }; content: ListItem[] };
export type Document = { type: "doc"; content: Block[] };

/**
 * Why a document is refused: `body-too-deep`, `body-too-large` (bytes), `body-too-long` (code points),
 * `body-unknown-node`, `body-bad-link`, `body-misplaced-node`, `body-not-well-formed`, `body-control-character`,
 * `body-too-many-marks`. `values` has `max`, and `length` where a document is too long.
 */
export class DocumentError extends Error {
  readonly code: string;
  readonly values: Record<string, number>;
  constructor(code: string, values: Record<string, number> = {}) {
    super(code);
    this.name = "DocumentError";
    this.code = code;
    this.values = values;
  }
}

const schema = getSchema(EXTENSIONS);

/** Refuses what is too deep or too large to be looked at, before anything else walks through it. */
function refuseBulk(value: unknown, depth = 0, size = { left: DOCUMENT_BYTES_MAX }): void {
  if (depth > DEPTH_MAX) throw new DocumentError("body-too-deep", { max: DEPTH_MAX });
  size.left -= typeof value === "string" ? value.length : 1;
  if (size.left < 0) throw new DocumentError("body-too-large", { max: DOCUMENT_BYTES_MAX });
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    size.left -= key.length;
    refuseBulk(inner, depth + 1, size);
  }
}

function shaped(value: unknown): Document {
  const result = documentShape.safeParse(value);
  if (!result.success) {
    const codes = result.error.issues.map((issue) => issue.message);
    throw new DocumentError(codes.find((code) => code.startsWith("body-")) ?? "body-not-well-formed");
  }
  // Empty paragraphs at the top are spacing by hand; the page sets its own.
  const content = (result.data.content as Block[]).filter(
    (b) => b.type !== "paragraph" || (b.content ?? []).length > 0,
  );
  return { type: "doc", content };
}

/** The document in its stored form, or null where it says nothing; throws a `DocumentError`. */
export function readDocument(value: unknown): Document | null {
  refuseBulk(value);
  const document = shaped(value);
  if (document.content.length === 0) return null;
  try {
    schema.nodeFromJSON(document).check();
  } catch {
    throw new DocumentError("body-misplaced-node");
  }
  const plain = plainTextOf(document);
  if (isBlank(plain)) return null;
  const length = codePointLength(plain);
  if (length > DOCUMENT_TEXT_MAX) throw new DocumentError("body-too-long", { length, max: DOCUMENT_TEXT_MAX });
  if (new TextEncoder().encode(JSON.stringify(document)).length > DOCUMENT_BYTES_MAX) {
    throw new DocumentError("body-too-large", { max: DOCUMENT_BYTES_MAX });
  }
  return document;
}

/** Plain text as a document: blank lines part paragraphs, a line break stays one. Throws as `readDocument` does. */
export function documentFromText(plain: string): Document | null {
  const paragraphs = plain.replace(/\r\n?/g, "\n").split(/\n\s*\n/);
  const lines = (paragraph: string) =>
    paragraph
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  return readDocument({
    type: "doc",
    content: paragraphs.map((paragraph) => ({
      type: "paragraph",
      content: lines(paragraph).flatMap((line, i) => [
        ...(i > 0 ? [{ type: "hardBreak" }] : []),
        { type: "text", text: line },
      ]),
    })),
  });
}

const inlineText = (inline: Inline) => (inline.type === "text" ? inline.text : "\n");

/** The second and later lines of a list item, moved in to where its first begins. */
const hang = (marker: string, item: string) => marker + item.replace(/\n(?=[^\n])/g, `\n${" ".repeat(marker.length)}`);

function blockText(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return (block.content ?? []).map(inlineText).join("").trim();
    case "blockquote":
      return blocksText(block.content);
    case "bulletList":
      return block.content.map((item) => hang("- ", blocksText(item.content))).join("\n");
    case "orderedList": {
      const start = block.attrs?.start ?? 1;
      return block.content.map((item, i) => hang(`${start + i}. `, blocksText(item.content))).join("\n");
    }
  }
}

const blocksText = (blocks: Block[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text !== "")
    .join("\n\n");

/** What a document says, without marks: paragraphs parted by a blank line, list items by a line and their "- " or "1. ". */
export function plainTextOf(document: Document): string {
  return blocksText(document.content);
}
