/** Between places in a text, in code points, and places in the page: each paragraph's words are one `p` that says where it starts. */
import { type Selected, selectedIn } from "#lib/sources/selection";
import type { Paragraph } from "#lib/text/canonical";
import { codePointLength, toUtf16Index } from "#lib/text/code-points";

export function wordsIn(article: HTMLElement): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>("p[data-start]")];
}

export const startOf = (words: HTMLElement) => Number(words.dataset.start);

function paragraphOf(words: HTMLElement): Paragraph {
  const text = words.textContent ?? "";
  const start = startOf(words);
  return { number: Number(words.dataset.number), start, end: start + codePointLength(text), text };
}

/** The code point at a boundary, if it lies in these words. */
function placeOf(words: HTMLElement, node: Node, offset: number): number | null {
  if (!words.contains(node)) return null;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(node, offset);
  return startOf(words) + codePointLength(before.toString());
}

export interface Chosen extends Selected {
  /** Whether arguments stand on some of the words. */
  cited: boolean;
}

/** What of the text lies in a range; null where it holds no word of it. */
export function chosenIn(article: HTMLElement, range: Range): Chosen | null {
  const touched = wordsIn(article).filter((words) => range.intersectsNode(words));
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const from = placeOf(first, range.startContainer, range.startOffset) ?? startOf(first);
  const to = placeOf(last, range.endContainer, range.endOffset) ?? paragraphOf(last).end;
  const selected = selectedIn(touched.map(paragraphOf), from, to);
  const marks = touched.flatMap((words) => [...words.querySelectorAll("mark")]);
  return selected && { ...selected, cited: marks.some((mark) => range.intersectsNode(mark)) };
}

/** The boundary at a UTF-16 place of a paragraph's words. */
function boundaryAt(words: HTMLElement, place: number): [node: Node, offset: number] {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let left = place;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  return [words, words.childNodes.length];
}

/** A stretch of the text in the page; null where the page does not show it. */
export function rangeOf(article: HTMLElement, from: number, to: number): Range | null {
  const all = wordsIn(article);
  const first = all.findLast((words) => startOf(words) <= from);
  const last = all.findLast((words) => startOf(words) < to);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...boundaryAt(first, toUtf16Index(first.textContent ?? "", from - startOf(first))));
  range.setEnd(...boundaryAt(last, toUtf16Index(last.textContent ?? "", to - startOf(last))));
  return range;
}
