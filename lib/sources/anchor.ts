/**
 * What became of cited words in a newer version of their text. Pure; places are code points, half-open.
 *
 * 1. Once for both texts: the stretches they have in common (`lib/sources/anchor-blocks.ts`).
 * 2. For each span, those stretches in it and in the words around it that shift alike point to one place of the new
 *    text. The likeliest places are aligned word by word with the span and what is around it
 *    (`lib/sources/anchor-alignment.ts`).
 * 3. The place whose words *and surroundings* agree best is where the span would be. If two thirds of its words are
 *    there, and few others among them, it is placed: VERBATIM where every character is the same, MOVED otherwise. If fewer are there but some, the
 *    words were rewritten, and a copy of them elsewhere is not what was cited: ORPHANED. If none are left there, they
 *    may have been moved: then the only other place that has them, with enough words to be no chance, is taken.
 * 4. Where the same words stand a second time, new, and the surroundings speak for either: ORPHANED. Nothing is guessed.
 *
 * A word that agrees alone, with strangers on both sides, counts half: common words agree by chance.
 */
import { Aligner } from "#lib/sources/anchor-alignment";
import { type Block, blocksOf, Vocabulary, type Words } from "#lib/sources/anchor-blocks";
import { edges } from "#lib/sources/nearest";
import { utf16Indexes } from "#lib/text/code-points";
import { cutsWord } from "#lib/text/words";

export type Anchored =
  | { state: "VERBATIM" | "MOVED"; start: number; end: number; confidence: number }
  | { state: "ORPHANED" };

/** Words on each side that tell one place from another: about two sentences, of which a rewritten one leaves the other. */
const AROUND = 24;
/** Words by which a place may shift within a span and its surroundings: a long sentence put in between. */
const DRIFT = 40;
/** Words beyond the place where a span is expected to begin and end. */
const SLACK = 12;
/** Beyond three places the words are too common to be found by their surroundings. */
const PLACES = 3;
/** The part of the words that must be in one place. */
const SHARE = 2 / 3;
/** The part of the stretch from their first to their last that they must be: where strangers stand in between, it is another text. */
const DENSITY = 3 / 5;
/** Below a third of its words nothing of a span is left where it was. */
const TRACE = 1 / 3;
/** Words in agreement that are no chance, and by which one place must be better than another. */
const ENOUGH = 8;
const MARGIN = 3;

type Range = readonly [number, number];

/** A place in the new text: what each word of the span and of its surroundings became there. */
interface Place {
  became: Int32Array;
  /** First and last word of the span's own in the new text. */
  hull: Range;
  /** Words in agreement: of the span, and of its surroundings too. */
  own: number;
  all: number;
}

/** Finds many spans of one text in another. */
export function reanchor(
  oldText: string,
  newText: string,
  spans: readonly { start: number; end: number }[],
): Anchored[] {
  const comparison = new Comparison(oldText, newText);
  return spans.map((span) => comparison.anchor(span));
}

class Comparison {
  readonly #oldText: string;
  readonly #newText: string;
  readonly #before: Words;
  readonly #after: Words;
  readonly #blocks: Block[];
  /** For each block, how far it and those before it reach in the old text. */
  readonly #reach: number[];
  readonly #aligner = new Aligner();
  readonly #oldUnits: Int32Array;
  readonly #newUnits: Int32Array;

  constructor(oldText: string, newText: string) {
    const vocabulary = new Vocabulary();
    [this.#oldText, this.#newText] = [oldText, newText];
    [this.#before, this.#after] = [vocabulary.wordsOf(oldText), vocabulary.wordsOf(newText)];
    this.#blocks = blocksOf(this.#before.keys, this.#after.keys, vocabulary.size);
    let reach = 0;
    this.#reach = this.#blocks.map(({ from, length }) => (reach = Math.max(reach, from + length)));
    [this.#oldUnits, this.#newUnits] = [utf16Indexes(oldText), utf16Indexes(newText)];
  }

  anchor({ start, end }: { start: number; end: number }): Anchored {
    const quote = [this.#oldUnits[start] as number, this.#oldUnits[end] as number] as const;
    const own = [firstAtOrAfter(this.#before.starts, quote[0]), firstAtOrAfter(this.#before.starts, quote[1])] as const;
    if (own[0] >= own[1]) return { state: "ORPHANED" };
    const place = this.#placeOf(own);
    return place && !this.#isDoubled(own, place) ? this.#told(quote, own, place) : { state: "ORPHANED" };
  }

  /** The one place where the words are, or null. */
  #placeOf(own: Range): Place | null {
    const window = [Math.max(0, own[0] - AROUND), Math.min(this.#before.keys.length, own[1] + AROUND)] as const;
    const blocks = this.#blocksIn(window);
    const places = [
      ...regionsOf(blocks, window).map((region) => this.#placeIn(region, window, own)),
      ...blocks.flatMap((block) => (holds(block, own) ? this.#placeIn(shifted(own, block), own, own) : [])),
    ].sort((a, b) => b.all - a.all);
    const [best] = places;
    const elsewhere = places.filter(({ hull }) => best && (hull[0] > best.hull[1] || hull[1] < best.hull[0]));
    const words = own[1] - own[0];
    const isThere = (place: Place) => place.own >= words * SHARE;
    if (!best) return null;
    if (isThere(best)) return elsewhere.some((other) => isThere(other) && best.all - other.all < MARGIN) ? null : best;
    if (best.own >= words * TRACE) return null;
    const [other, ...others] = elsewhere.filter((place) => isThere(place) && place.all >= ENOUGH);
    return other && others.length === 0 ? other : null;
  }

  #blocksIn(window: Range): Block[] {
    const blocks: Block[] = [];
    for (let b = firstAtOrAfter(this.#reach, window[0] + 1); b < this.#blocks.length; b++) {
      const block = this.#blocks[b] as Block;
      if (block.from >= window[1]) break;
      if (block.from + block.length > window[0]) blocks.push(block);
    }
    return blocks;
  }

  #placeIn(region: Range, window: Range, own: Range): Place {
    const clipped = [Math.max(0, region[0]), Math.min(this.#after.keys.length, region[1])] as const;
    const became = this.#aligner.align(this.#before.keys, window, this.#after.keys, clipped);
    const [first, end] = [own[0] - window[0], own[1] - window[0]];
    const paragraph = this.#fullestParagraph(became.subarray(first, end));
    const place = { became, own: 0, all: 0 };
    let hull: Range = [-1, -1];
    let found = 0;
    for (const [i, j] of became.entries()) {
      if (j < 0) continue;
      const weight = became[i - 1] === j - 1 || became[i + 1] === j + 1 ? 1 : 0.5;
      place.all += weight;
      if (i < first || i >= end || j < paragraph[0] || j >= paragraph[1]) continue;
      place.own += weight;
      found += 1;
      hull = [hull[0] < 0 ? j : hull[0], j];
    }
    const scattered = found < DENSITY * (hull[1] - hull[0] + 1);
    return { ...place, hull, own: scattered ? 0 : place.own };
  }

  /** The words of the paragraph in which most of these are: a span does not go beyond one. */
  #fullestParagraph(became: Int32Array): Range {
    const placed = became.filter((j) => j >= 0);
    let [best, held] = [[0, 0] as Range, 0];
    for (let i = 0; i < placed.length; ) {
      const unit = this.#after.starts[placed[i] as number] as number;
      const close = this.#newText.indexOf("\n", unit);
      const end = close < 0 ? this.#after.keys.length : firstAtOrAfter(this.#after.starts, close);
      const from = i;
      while (i < placed.length && (placed[i] as number) < end) i++;
      if (i - from > held) [best, held] = [[placed[from] as number, end], i - from];
    }
    return best;
  }

  /** Whether the words stand near their place once more, in words that came from nowhere, and could as well be those. */
  #isDoubled(own: Range, { became, hull }: Place): boolean {
    const taken = new Set(became);
    const after = this.#after.keys;
    const length = hull[1] - hull[0] + 1;
    const ours = this.#agreement(own, hull);
    const last = (became.findLast((j) => j >= 0) ?? 0) - length + 1;
    for (let at = became.find((j) => j >= 0) ?? 0; at <= last; at++) {
      let same = 0;
      while (same < length && after[at + same] === after[hull[0] + same] && !taken.has(at + same)) same++;
      if (same === length && ours < this.#agreement(own, [at, at + length - 1]) + MARGIN) return true;
    }
    return false;
  }

  /** How many words directly around a place of the new text are those directly around the span. */
  #agreement(own: Range, hull: Range): number {
    const [before, after] = [this.#before.keys, this.#after.keys];
    let [left, right] = [0, 0];
    const agrees = (i: number, j: number) => i >= 0 && i < before.length && before[i] === after[j];
    while (left < AROUND && agrees(own[0] - 1 - left, hull[0] - 1 - left)) left++;
    while (right < AROUND && agrees(own[1] + right, hull[1] + 1 + right)) right++;
    return left + right;
  }

  #told(quote: Range, own: Range, place: Place): Anchored {
    const words = this.#oldText.slice(...quote);
    const [first, last] = [this.#after.starts[place.hull[0]] as number, this.#after.ends[place.hull[1]] as number];
    const exact = first - ((this.#before.starts[own[0]] as number) - quote[0]);
    const isEqual =
      this.#newText.startsWith(words, exact) &&
      !cutsWord(this.#newText, exact) &&
      !cutsWord(this.#newText, exact + words.length);
    const [start, end] = isEqual ? [exact, exact + words.length] : edges(this.#newText, words, first, last);
    return {
      state: isEqual ? "VERBATIM" : "MOVED",
      start: firstAtOrAfter(this.#newUnits, start),
      end: firstAtOrAfter(this.#newUnits, end),
      confidence: isEqual ? 1 : Math.round((place.own / (own[1] - own[0])) * 1000) / 1000,
    };
  }
}

const holds = ({ from, length }: Block, [first, end]: Range): boolean => from <= first && end <= from + length;

const shifted = ([first, end]: Range, { from, to }: Block): Range => [first + to - from, end + to - from];

/** The stretches of the new text to which the blocks of a window point, the likeliest first. */
function regionsOf(blocks: readonly Block[], window: Range): Range[] {
  const inside = blocks
    .map(({ from, to, length }) => ({
      shift: to - from,
      length: Math.min(window[1], from + length) - Math.max(window[0], from),
    }))
    .sort((a, b) => a.shift - b.shift);
  const groups: { first: number; last: number; length: number }[] = [];
  for (const { shift, length } of inside) {
    const group = groups.at(-1);
    if (group && shift - group.last <= DRIFT) Object.assign(group, { last: shift, length: group.length + length });
    else groups.push({ first: shift, last: shift, length });
  }
  return groups
    .sort((a, b) => b.length - a.length)
    .slice(0, PLACES)
    .map(({ first, last }) => [window[0] + first - SLACK, window[1] + last + SLACK]);
}

/** The first index of an ascending list whose value is `least` or more. */
function firstAtOrAfter(ascending: ArrayLike<number>, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
