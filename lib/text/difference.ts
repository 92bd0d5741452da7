/**
 * What changed from one wording to another, word by word: the longest common subsequence of their words. Meant for
 * claims and quotations of some hundred words; time and space grow with the product of the two counts.
 */

export interface Change {
  kind: "same" | "out" | "in";
  /** One or more words with the spaces between them. */
  text: string;
}

/** Beyond this many pairs of words the whole is shown as replaced: 1,000 words against 1,000 still take no time. */
const PAIRS_MAX = 1_000_000;

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== "");

/** `lengths[i][j]`: of the longest common subsequence of the words from i and from j on. */
function commonLengths(before: string[], after: string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    const [row, below] = [lengths[i], lengths[i + 1]] as [number[], number[]];
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** In reading order; what was left out stands before what took its place. */
export function differenceOf(before: string, after: string): Change[] {
  const [left, right] = [wordsIn(before), wordsIn(after)];
  const changes: Change[] = [];
  const add = (kind: Change["kind"], words: string[]) => {
    const last = changes.at(-1);
    if (words.length === 0) return;
    if (last?.kind === kind) last.text += ` ${words.join(" ")}`;
    else changes.push({ kind, text: words.join(" ") });
  };
  if (left.length * right.length > PAIRS_MAX) {
    add("out", left);
    add("in", right);
    return changes;
  }
  const lengths = commonLengths(left, right);
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && left[i] === right[j]) {
      add("same", [left[i] as string]);
      i += 1;
      j += 1;
    } else if (j >= right.length || (i < left.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      add("out", [left[i] as string]);
      i += 1;
    } else {
      add("in", [right[j] as string]);
      j += 1;
    }
  }
  return changes;
}
