/**
 * Lines of printed pages as paragraphs. A page knows no paragraphs: a wider gap, another size of letters, an indent, or
 * a line that ends early after a full stop begins one. Measures are those of the page, its origin at the bottom.
 */
import type { Block } from "#lib/sources/extraction/proposal";

export interface Line {
  text: string;
  /** Its left and right edge, its baseline, and the size of its letters. */
  left: number;
  right: number;
  base: number;
  size: number;
}

/** Lines of one paragraph stand this much closer than those of two. */
const GAP = 1.25;
/** Letters of one paragraph differ less than this. */
const SIZE = 1.15;
/** Of a line's size: what is set in from the left begins a paragraph. */
const INDENT = 0.8;
/** Of the column's width: a line that ends before it would have had room for another word. */
const FULL = 0.8;
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

/** The paragraphs of a document's pages, with what stands at their edges set aside. */
export function paragraphsOfPages(pages: Line[][], hyphenates: boolean): Block[] {
  const [edges, words] = [edgesOf(pages), wordsOf(pages)];
  const text = pages.map((lines) => lines.filter((line) => !edges.has(line)));
  const gap = leadingOf(text);
  const right = Math.max(...text.flat().map((line) => line.right), 0);
  const blocks: Block[] = [];
  let last: { line: Line; page: number; left: number } | null = null;
  for (const [page, lines] of pages.entries()) {
    for (const line of lines) {
      if (edges.has(line)) {
        blocks.splice(last ? -1 : 0, 0, { text: line.text, reason: "page-edge" });
        continue;
      }
      const goesOn: boolean = last !== null && !begins(last, line, page, { gap, right });
      const block = blocks.at(-1);
      if (goesOn && last && block) block.text = joined(block.text, line.text, words, hyphenates);
      else blocks.push({ text: line.text, reason: null });
      last = { line, page, left: goesOn && last ? Math.min(last.left, line.left) : line.left };
    }
  }
  return blocks;
}

/** Whether a line begins a paragraph. */
function begins(
  before: { line: Line; page: number; left: number },
  line: Line,
  page: number,
  { gap, right }: { gap: number; right: number },
): boolean {
  const { line: last } = before;
  if (Math.max(line.size, last.size) > SIZE * Math.min(line.size, last.size)) return true;
  const early = last.right < right * FULL && ENDS.test(last.text);
  // At the top of a page there is no gap to see, nor at the top of a column.
  if (before.page !== page || line.base > last.base)
    return early || (ENDS.test(last.text) && last.right < right * 0.97);
  if ((distance(last, line) ?? 0) > gap * GAP) return true;
  return early || line.left > before.left + INDENT * line.size;
}
