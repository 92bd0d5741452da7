/**
 * Which words of one stretch became which of another: the longest common subsequence, preferring words in a row
 * (dynamic programming after Needleman and Wunsch, 1970, with two points for a pair of equal words and one more where
 * it follows another pair directly). Time and space grow with the product of the two lengths, so both are short.
 */
export class Aligner {
  #trace = new Uint8Array(0);
  #rows: [Int32Array, Int32Array] = [new Int32Array(0), new Int32Array(0)];

  /** For each word of `before[from, end)` the word of `after[to, close)` it became, or -1. */
  align(
    before: Int32Array,
    [from, end]: readonly [number, number],
    after: Int32Array,
    [to, close]: readonly [number, number],
  ): Int32Array {
    const [height, width] = [end - from, close - to];
    this.#reserve(height, width);
    for (let i = 1; i <= height; i++) this.#fill(before[from + i - 1] as number, i, after, to, width);
    const became = new Int32Array(height).fill(-1);
    for (let [i, j] = [height, width]; i > 0 && j > 0; ) {
      const step = this.#trace[i * (width + 1) + j];
      if (step === PAIR) became[i - 1] = to + j - 1;
      if (step !== LEFT) i--;
      if (step !== UP) j--;
    }
    return became;
  }

  /** Row `i` of the table, from the row above it. */
  #fill(key: number, i: number, after: Int32Array, to: number, width: number): void {
    const trace = this.#trace;
    const [above, row] = [this.#rows[(i - 1) & 1], this.#rows[i & 1]] as [Int32Array, Int32Array];
    const [here, there] = [i * (width + 1), (i - 1) * (width + 1)];
    row[0] = 0;
    for (let j = 1; j <= width; j++) {
      const [up, left] = [above[j] as number, row[j - 1] as number];
      let best = up;
      let step = UP;
      if (left > best) [best, step] = [left, LEFT];
      if (after[to + j - 1] === key) {
        const pair = (above[j - 1] as number) + (trace[there + j - 1] === PAIR ? 3 : 2);
        if (pair >= best) [best, step] = [pair, PAIR];
      }
      row[j] = best;
      trace[here + j] = step;
    }
  }

  #reserve(height: number, width: number): void {
    const cells = (height + 1) * (width + 1);
    if (this.#trace.length < cells) this.#trace = new Uint8Array(2 * cells);
    this.#trace.fill(0, 0, width + 1);
    if (this.#rows[0].length <= width) this.#rows = [new Int32Array(2 * width + 2), new Int32Array(2 * width + 2)];
    this.#rows[0].fill(0, 0, width + 1);
  }
}

const UP = 1;
const LEFT = 2;
const PAIR = 3;
