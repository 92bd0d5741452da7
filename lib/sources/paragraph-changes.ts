/** What changed from one text to another, paragraph by paragraph, as a reader compares them. */
import { Aligner } from "#lib/sources/anchor-alignment";

/** Paragraphs that stayed, by their number; or what stood in one place before and after, empty where nothing did. */
export type ParagraphChange = { kind: "same"; count: number } | { kind: "changed"; before: string; after: string };

/** Pairs of changed paragraphs beyond which the two texts are two texts: they are set side by side from the top. */
const PAIRS_MAX = 4_000_000;

/** In reading order. What changed is paired with what took its place, one by one. */
export function paragraphChanges(before: readonly string[], after: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let [from, to] = [0, 0];
  const changedUpTo = (i: number, j: number) => {
    for (let k = 0; k < Math.max(i - from, j - to); k++) {
      const [out, into] = [from + k < i && before[from + k], to + k < j && after[to + k]];
      changes.push({ kind: "changed", before: out || "", after: into || "" });
    }
    [from, to] = [i + 1, j + 1];
  };
  for (const [i, j] of pairs(before, after).entries()) {
    if (j < 0) continue;
    changedUpTo(i, j);
    const last = changes.at(-1);
    if (last?.kind === "same") last.count += 1;
    else changes.push({ kind: "same", count: 1 });
  }
  changedUpTo(before.length, after.length);
  return changes;
}

/** For each paragraph the equal one that it became, or -1. */
function pairs(before: readonly string[], after: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  const keys = (texts: readonly string[]) =>
    Int32Array.from(texts, (text) => {
      if (!numbers.has(text)) numbers.set(text, numbers.size);
      return numbers.get(text) as number;
    });
  const [left, right] = [keys(before), keys(after)];
  let top = 0;
  while (top < left.length && top < right.length && left[top] === right[top]) top++;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - top;
  while (end < shorter && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  const became = Int32Array.from(left, (_, i) =>
    i < top ? i : i >= left.length - end ? i + right.length - left.length : -1,
  );
  const middle = [left.length - top - end, right.length - top - end] as const;
  if (middle[0] * middle[1] > PAIRS_MAX) return became;
  became.set(new Aligner().align(left, [top, left.length - end], right, [top, right.length - end]), top);
  return became;
}
