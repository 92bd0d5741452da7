/** Words that somebody selects in a source, made ready to be cited. Places are code points, half-open. */
import { QUOTE_MAX, QUOTE_MIN, spansFit } from "#lib/sources/quotation";
import type { Paragraph } from "#lib/text/canonical";
import { codePointLength, toUtf16Index } from "#lib/text/code-points";
import { cutsWord } from "#lib/text/words";

export interface Selected {
  from: number;
  to: number;
  /** Where the paragraph starts in which the words end. */
  home: number;
  /** Number of the paragraph in which they start. */
  paragraph: number;
  words: string;
  length: number;
  /** Why no argument can stand on them; the server decides, this only says it before. */
  flaw: "short" | "long" | null;
}

interface Part {
  start: number;
  end: number;
  words: string;
  of: Paragraph;
}

/** What lies in a paragraph, without the space at its ends, and out to whole words; nothing where there are none. */
function partOf(paragraph: Paragraph, from: number, to: number): Part[] {
  const { text, start } = paragraph;
  let at = toUtf16Index(text, Math.max(0, from - start));
  let end = toUtf16Index(text, Math.max(0, to - start));
  while (at < end && text[at] === " ") at += 1;
  while (end > at && text[end - 1] === " ") end -= 1;
  if (at === end) return [];
  while (cutsWord(text, at)) at -= 1;
  while (cutsWord(text, end)) end += 1;
  const words = text.slice(at, end);
  const first = start + codePointLength(text.slice(0, at));
  return [{ start: first, end: first + codePointLength(words), words, of: paragraph }];
}

/** The stretch of these paragraphs, which follow each other; null where it holds no word. */
export function selectedIn(paragraphs: readonly Paragraph[], from: number, to: number): Selected | null {
  const parts = paragraphs.flatMap((paragraph) => partOf(paragraph, from, to));
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return null;
  const short = parts.some(({ start, end, words, of }) => end - start < QUOTE_MIN && words !== of.text);
  const long = parts.some(({ start, end }) => end - start > QUOTE_MAX) || spansFit(parts) !== null;
  return {
    from: first.start,
    to: last.end,
    home: last.of.start,
    paragraph: first.of.number,
    words: parts.map(({ words }) => words).join(" "),
    length: parts.reduce((sum, { start, end }) => sum + end - start, 0),
    flaw: long ? "long" : short ? "short" : null,
  };
}
