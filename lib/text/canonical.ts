/**
 * The canonical text of a source's version, and its parts. Canonical: NFC; LF only; no byte order mark, no control
 * characters; paragraphs trimmed, one space between words, joined by exactly two line feeds, none at the end.
 * Places are code points, half-open.
 */
import { codePointLength, toUtf16Index } from "#lib/text/code-points";
import { sentenceEdges } from "#lib/text/sentences";
import { wordsOf } from "#lib/text/words";

/** Plain text is wrapped at 72 to 80 columns by habit and at 100 at most; a paragraph of prose is longer. */
const WRAP_MAX = 100;
/** A wrapped line is filled up to the next word; half of an 80 column line is surely not an end by choice. */
const WRAP_MIN = 40;

export interface Paragraph {
  /** From 1. */
  number: number;
  start: number;
  end: number;
  text: string;
}

/** NFC without control characters and byte order marks; every kind of line break is LF, every other space U+0020. */
function cleaned(raw: string): string {
  return raw
    .replace(/\r\n?|[\v\f\u0085\u2028]/g, "\n")
    .replace(/\u2029/g, "\n\n")
    .replace(/[^\P{Cc}\n\t]|\uFEFF/gu, "")
    .replace(/[^\S\n]+/g, " ")
    .toWellFormed()
    .normalize("NFC");
}

/**
 * Whether single line breaks are only the edge of the page: no line is longer than a wrapped one, and most lines that
 * another one follows directly are filled. A text of captions or verses fails the second, one of prose with
 * two captions on consecutive lines the first.
 */
function hardWrapped(blocks: string[][]): boolean {
  const followed = blocks.flatMap((lines) => lines.slice(0, -1));
  const filled = followed.filter((line) => line.length >= WRAP_MIN).length;
  return filled * 2 > followed.length && blocks.flat().every((line) => line.length <= WRAP_MAX);
}

/**
 * The paragraphs of any plain text, cleaned, with the line (from 1) on which each begins. Blank lines part them. A
 * single line break parts them too, unless the whole text is hard-wrapped: then it is a space.
 */
export function linesOf(raw: string): { text: string; line: number }[] {
  const blocks: { text: string; line: number }[][] = [[]];
  for (const [i, text] of cleaned(raw).split("\n").entries()) {
    if (text.trim() === "") blocks.push([]);
    else blocks.at(-1)?.push({ text: text.trim(), line: i + 1 });
  }
  if (!hardWrapped(blocks.map((block) => block.map(({ text }) => text)))) return blocks.flat();
  return blocks.flatMap(([first, ...rest]) =>
    first ? [{ text: [first, ...rest].map(({ text }) => text).join(" "), line: first.line }] : [],
  );
}

/** The canonical text of any plain text; twice is as once. Lone surrogates, which the door refuses, become U+FFFD. */
export function canonicalText(raw: string): string {
  return linesOf(raw)
    .map(({ text }) => text)
    .join("\n\n");
}

/** The paragraphs of a canonical text. */
export function paragraphsOf(text: string): Paragraph[] {
  if (text === "") return [];
  let start = 0;
  return text.split("\n\n").map((paragraph, i) => {
    const end = start + codePointLength(paragraph);
    const found = { number: i + 1, start, end, text: paragraph };
    start = end + 2;
    return found;
  });
}

/** The paragraph that holds the code point at `offset`; null between paragraphs and outside the text. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | null {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const paragraph = paragraphs[low];
  return paragraph && paragraph.start <= offset ? paragraph : null;
}

/**
 * SHA-256 over the text's UTF-8, in lower-case hex. Server only: the hash function is asked for when it is needed,
 * so that the browser may import the rest of this file.
 */
export function sha256Hex(text: string): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(text, "utf8").digest("hex");
}

/** How many words (`lib/text/words.ts`) a text has. */
export function wordCount(text: string): number {
  return wordsOf(text).length;
}

/** In UTF-16 units: three times the longest sentences of laws and treaties. What is longer is no sentence, and nobody reads it as one. */
const SENTENCE_MAX = 3_000;

/**
 * What is left of the sentence in which the span starts, and of the one in which it ends, within its paragraph:
 * `before + span + after` stands in the text just so. Of what goes on without an end, the words nearest.
 */
export function sentenceAround(text: string, start: number, end: number): { before: string; after: string } {
  const from = toUtf16Index(text, start);
  const to = toUtf16Index(text, end);
  const open = openingBefore(text, from);
  const close = closingAfter(text, to);
  const edges = sentenceEdges(text.slice(open, close)).map((edge) => open + edge);
  const sentenceStart = edges.findLast((edge) => edge <= from) ?? open;
  const sentenceEnd = edges.find((edge) => edge >= to) ?? close;
  return { before: text.slice(sentenceStart, from), after: text.slice(to, sentenceEnd).trimEnd() };
}

/** Where the paragraph begins, or the first whole word that is near enough; where no word begins, `from`. */
function openingBefore(text: string, from: number): number {
  const window = text.slice(Math.max(0, from - SENTENCE_MAX), from);
  const [line, space] = [window.lastIndexOf("\n"), window.indexOf(" ")];
  if (line >= 0 || from <= SENTENCE_MAX) return from - window.length + line + 1;
  return space < 0 ? from : from - window.length + space + 1;
}

/** Where the paragraph ends, or the last whole word that is near enough; where no word ends, `to`. */
function closingAfter(text: string, to: number): number {
  const window = text.slice(to, to + SENTENCE_MAX);
  const [line, space] = [window.indexOf("\n"), window.lastIndexOf(" ")];
  if (line >= 0) return to + line;
  if (to + window.length === text.length) return text.length;
  return space < 0 ? to : to + space;
}
