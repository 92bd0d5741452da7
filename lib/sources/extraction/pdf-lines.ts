/**
 * Lines of printed pages as paragraphs. A page knows no paragraphs: a wider gap, another size of letters, an indent, or
 * a line after one that had room for its first word begins one. Measures are those of the page, its origin at the bottom.
 */
import { type Column, columnsOf, isInset, type Line, roomAfter } from "#lib/sources/extraction/pdf-columns";
import type { Block } from "#lib/sources/extraction/proposal";

/** Lines of one paragraph stand this much closer than those of two. */
const GAP = 1.25;
/** Letters of one paragraph differ less than this. */
const SIZE = 1.15;
const ENDS = /[.!?…:]["”’')\]]*$/u;
/** A page's number, alone or with what is usually said around it. */
const NUMBERED = /^(?:page )?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i;

/** How far the baselines of two lines of one size are from each other, in that size; null where it cannot be said. */
function distance(before: Line, line: Line): number | null {
  const down = (before.base - line.base) / line.size;
  return down > 0 && Math.max(before.size, line.size) < SIZE * Math.min(before.size, line.size) ? down : null;
}

/** The usual distance within a paragraph: many lines are the last of theirs, but hardly three in four. */
function leadingOf(pages: Line[][]): number {
  const distances = pages.flatMap((lines) => lines.slice(1).map((line, i) => distance(lines[i] as Line, line) ?? []));
  const sorted = distances.flat().toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? 0;
}

/** What stands at the edge of pages and not in their text: numbers, and lines that most pages share. */
function edgesOf(pages: Line[][]): Set<Line> {
  const ends = pages.flatMap((lines) => [...new Set([lines[0], lines[1], lines.at(-2), lines.at(-1)])]);
  const edges = ends.filter((line) => line !== undefined);
  const key = ({ text }: Line) => text.replace(/\d+/g, "0");
  const counts = Map.groupBy(edges, key);
  const often = Math.max(3, pages.length / 2);
  return new Set(edges.filter((line) => NUMBERED.test(line.text) || (counts.get(key(line))?.length ?? 0) >= often));
}

/** The words of a document, lower-case, to know a compound from a word that was parted. */
function wordsOf(pages: Line[][]): Set<string> {
  const words = pages
    .flat()
    .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?!-$)/gu) ?? []);
  return new Set(words);
}

/** Joins a line to the words before it. `hyphenates`: whether whoever set the page parts words with a plain hyphen. */
function joined(before: string, line: string, words: Set<string>, hyphenates: boolean): string {
  if (/[\u00ad\u2010]$/.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
  const [, first = ""] = /(\p{L}+)-$/u.exec(before) ?? [];
  const [second = ""] = /^\p{Ll}+/u.exec(line) ?? [];
  if (!first) return /[\p{L}\p{N}][-–—/]$/u.test(before) ? before + line : `${before} ${line}`;
  const [whole, compound] = [first + second, `${first}-${second}`].map((word) => word.toLowerCase());
  const parted = words.has(whole as string) || (hyphenates && second !== "" && !words.has(compound as string));
  return (parted ? before.slice(0, -1) : before) + line;
}

/** Whether paragraphs begin with an indent: then most indented lines are followed by one that is not. */
function areInset(pages: Line[][], columns: Map<Line, Column>): boolean {
  const inset = (line: Line) => isInset(line, columns.get(line));
  const followers = pages.flatMap((lines) => lines.slice(1).filter((_, i) => inset(lines[i] as Line)));
  return followers.filter((line) => !inset(line)).length > followers.length / 2;
}

/** The paragraphs of a document's pages, with what stands at their edges set aside. */
export function paragraphsOfPages(pages: Line[][], hyphenates: boolean): Block[] {
  const [edges, words] = [edgesOf(pages), wordsOf(pages)];
  const text = pages.map((lines) => lines.filter((line) => !edges.has(line)));
  const columns = columnsOf(text.flat());
  const setting = { gap: leadingOf(text), columns, inset: areInset(text, columns) };
  const blocks: Block[] = [];
  let last: Before | null = null;
  for (const [page, lines] of pages.entries()) {
    for (const line of lines) {
      if (edges.has(line)) {
        blocks.splice(last ? -1 : 0, 0, { text: line.text, reason: "page-edge" });
        continue;
      }
      const goesOn: boolean = last !== null && !begins(last, line, page, setting);
      const block = blocks.at(-1);
      if (goesOn && last && block) block.text = joined(block.text, line.text, words, hyphenates);
      else blocks.push({ text: line.text, reason: null });
      const above: number = goesOn && last && columns.get(last.line) === columns.get(line) ? last.left : line.left;
      last = { line, page, left: Math.min(above, line.left) };
    }
  }
  return blocks;
}

/** The line before, its page, and how far left its paragraph reaches in its column. */
interface Before {
  line: Line;
  page: number;
  left: number;
}

interface Setting {
  gap: number;
  columns: Map<Line, Column>;
  /** Whether each paragraph begins with an indent. */
  inset: boolean;
}

/** Whether a line begins a paragraph. */
function begins(
  { line: last, ...before }: Before,
  line: Line,
  page: number,
  { gap, columns, inset }: Setting,
): boolean {
  if (Math.max(line.size, last.size) > SIZE * Math.min(line.size, last.size)) return true;
  if (hadRoom(last, line, columns)) return true;
  const isIn = isInset(line, columns.get(line));
  if (inset && isIn) return true;
  // At the top of a page or of a column there is no gap to see.
  if (before.page !== page || line.base > last.base) return isIn && !isInset(last, columns.get(last));
  return (distance(last, line) ?? 0) > gap * GAP || isInset(line, { left: before.left });
}

/** Whether the line before ended though the first word of this one would still have stood on it. */
function hadRoom(last: Line, line: Line, columns: Map<Line, Column>): boolean {
  if (/\p{L}[-\u00ad\u2010]$/u.test(last.text)) return false;
  const room = roomAfter(last, columns.get(last));
  // Sentences go on with small letters, but none leaves half a line empty.
  if (/^\p{Ll}/u.test(line.text) && room < last.right - last.left) return false;
  const word = line.text.split(" ", 1)[0] ?? "";
  const width = ((line.right - line.left) / Math.max(1, line.text.length)) * (word.length + 1);
  // Letters differ in width, so it takes more room to be sure in the middle of a sentence.
  return room > (ENDS.test(last.text) ? width : 1.3 * width + last.size);
}
