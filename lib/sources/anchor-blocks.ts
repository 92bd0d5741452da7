/**
 * The stretches that two texts have in common, found once for both whole texts.
 *
 * Three words in a row that stand exactly once in each text are surely the same three words; they are extended to both
 * sides as far as the texts agree. Unlike the lines of a patience diff the stretches need not keep their order, so that
 * a paragraph that moved is found where it went; they are the maximal unique matches of genome comparison (Delcher and
 * others, "Alignment of whole genomes", 1999; the uniqueness is Bram Cohen's patience diff's). Time and space grow with
 * the two lengths.
 */
import { normalise } from "#lib/sources/normalise";
import { wordPlacesOf } from "#lib/text/words";

/** The words of a text: which word each is, and its UTF-16 place. */
export interface Words {
  keys: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

/** Equal words: from word `from` of the old text and `to` of the new one, `length` words long. */
export interface Block {
  from: number;
  to: number;
  length: number;
}

/** Words of several texts by number; two have one number where they differ in typography alone. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  wordsOf(text: string): Words {
    const places = wordPlacesOf(text);
    return {
      keys: Int32Array.from(places, ({ word }) => this.#numberOf(word)),
      starts: Int32Array.from(places, ({ at }) => at),
      ends: Int32Array.from(places, ({ word, at }) => at + word.length),
    };
  }

  get size(): number {
    return this.#numbers.size;
  }

  #numberOf(word: string): number {
    const key = /^[A-Za-z0-9]+$/.test(word) ? word : normalise(word).text;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

const TWICE = -1;

/** Where each three words begin that stand once, by a number for the three; `TWICE` for those that stand more often. */
function onceOnly(keys: Int32Array, size: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = 0; i + 2 < keys.length; i++) {
    const three = threeAt(keys, i, size);
    places.set(three, places.has(three) ? TWICE : i);
  }
  return places;
}

/** Exact: with 200,000 different words, more than two texts of the greatest length have, it stays below 2^53. */
const threeAt = (keys: Int32Array, i: number, size: number): number =>
  ((keys[i] as number) * size + (keys[i + 1] as number)) * size + (keys[i + 2] as number);

/** The stretches in common, in the order of the old text. */
export function blocksOf(before: Int32Array, after: Int32Array, size: number): Block[] {
  const [there, here] = [onceOnly(before, size), onceOnly(after, size)];
  const blocks: Block[] = [];
  /** Up to where each shift from the old place to the new one is done. */
  const done = new Map<number, number>();
  for (const [three, i] of there) {
    const j = here.get(three) ?? TWICE;
    if (i === TWICE || j === TWICE || i < (done.get(j - i) ?? 0)) continue;
    let [from, end] = [i, i + 3];
    while (from > 0 && from + j - i > 0 && before[from - 1] === after[from - 1 + j - i]) from--;
    while (end < before.length && end + j - i < after.length && before[end] === after[end + j - i]) end++;
    done.set(j - i, end);
    blocks.push({ from, to: from + j - i, length: end - from });
  }
  return blocks.sort((a, b) => a.from - b.from);
}
