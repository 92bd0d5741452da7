/**
 * The stretch of a text that comes nearest to words which are not in it, so that a writer can accept the source's own.
 *
 * Two steps. In each paragraph a window as long as the quote slides along and counts the quote's words, rare ones
 * for more; the best few windows are then aligned with the quote word by word (Sellers' algorithm: edit distance with
 * free ends in the text). The cost grows with the text's length alone, and with the square of the quote's.
 */
import { sameButForTypography } from "#lib/sources/normalise";
import { type Paragraph, paragraphsOf } from "#lib/text/canonical";
import { codePointLength } from "#lib/text/code-points";
import { cutsWord, wordPlacesOf, wordsOf } from "#lib/text/words";

/** A stretch of one paragraph, from word to word; places in code points of the whole text. */
export interface Nearest {
  start: number;
  end: number;
  words: string;
  /** From 1. */
  paragraph: number;
  /** Whether the words differ in typography alone: quotation marks, dashes, spaces, hyphenation, ligatures. */
  typographyOnly: boolean;
}

interface Token {
  key: string;
  /** UTF-16 places in the paragraph. */
  start: number;
  end: number;
}

interface Stretch {
  first: number;
  last: number;
  cost: number;
}

/** Beyond two words in five replaced, added or left out it is another sentence. */
const COST_MAX = 0.4;
/** Windows that are aligned: the fullest is nearly always the nearest, and a few more cost little beside the search. */
const WINDOWS = 4;

/** The letters of a word alone, lower case and without accents: "U.S", "us" and "US" are one. */
function keyOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  const letters = word.replace(/[-‐‑'’.,\u00AD]/g, "").toLowerCase();
  return /^[a-z0-9]*$/.test(letters) ? letters : letters.normalize("NFKD").replace(/\p{M}/gu, "");
}

const tokensOf = (text: string): Token[] =>
  wordPlacesOf(text).map(({ word, at }) => ({ key: keyOf(word), start: at, end: at + word.length }));

/** Where a window of `size` words holds most of the quote's words, each as often as the quote does. */
function bestWindow(keys: string[], size: number, wanted: Map<string, number>, weight: Map<string, number>) {
  const left = new Map(wanted);
  let score = 0;
  let best = { from: 0, score: 0 };
  const move = (key: string, step: 1 | -1) => {
    const open = left.get(key);
    if (open === undefined) return;
    left.set(key, open - step);
    if (step === 1 ? open > 0 : open >= 0) score += step * (weight.get(key) ?? 0);
  };
  for (const [i, key] of keys.entries()) {
    move(key, 1);
    if (i >= size) move(keys[i - size] ?? "", -1);
    if (score > best.score + 1e-9) best = { from: Math.max(0, i - size + 1), score };
  }
  return best;
}

/** 0 for equal words, half for forms of one ("prison", "prisons"), 1 for others. */
function difference(a: string, b: string): number {
  if (a === b) return 0;
  const longer = Math.max(a.length, b.length);
  let shared = 0;
  while (shared < longer && a[shared] === b[shared]) shared++;
  return shared >= 4 && shared * 2 > longer ? 0.5 : 1;
}

/** The stretch of `tokens[from, to)` that takes the fewest changes to become the quote. */
function align(quote: Token[], tokens: Token[], from: number, to: number): Stretch {
  const width = to - from;
  let row = Array.from({ length: width + 1 }, (_, t) => ({ cost: 0, first: from + t }));
  for (const { key } of quote) {
    const above = row;
    row = [{ cost: (above[0]?.cost ?? 0) + 1, first: from }];
    for (let t = 1; t <= width; t++) {
      const [diagonal, up, left] = [above[t - 1], above[t], row[t - 1]] as { cost: number; first: number }[];
      let cell = {
        cost: (diagonal?.cost ?? 0) + difference(key, tokens[from + t - 1]?.key ?? ""),
        first: diagonal?.first ?? from,
      };
      if (up && up.cost + 1 < cell.cost) cell = { cost: up.cost + 1, first: up.first };
      if (left && left.cost + 1 < cell.cost) cell = { cost: left.cost + 1, first: left.first };
      row.push(cell);
    }
  }
  let last = width;
  for (let t = width; t > 0; t--) if ((row[t]?.cost ?? 0) < (row[last]?.cost ?? 0)) last = t;
  return { cost: row[last]?.cost ?? quote.length, first: row[last]?.first ?? from, last: from + last - 1 };
}

interface Place {
  paragraph: Paragraph;
  /** The number of the word where the window starts. */
  from: number;
  score: number;
}

/** The windows that hold most of the quote's words, one a paragraph. */
function bestPlaces(text: string, quote: Token[]): Place[] {
  const wanted = new Map<string, number>();
  for (const { key } of quote) wanted.set(key, (wanted.get(key) ?? 0) + 1);
  const frequency = new Map<string, number>();
  const paragraphs = paragraphsOf(text).map((paragraph) => ({ paragraph, keys: wordsOf(paragraph.text).map(keyOf) }));
  for (const { keys } of paragraphs) {
    for (const key of keys) if (wanted.has(key)) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  }
  const weight = new Map(Array.from(frequency, ([key, times]) => [key, 1 / (1 + Math.log(times))]));
  return paragraphs
    .map(({ paragraph, keys }) => ({ paragraph, ...bestWindow(keys, quote.length, wanted, weight) }))
    .filter((place) => place.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, WINDOWS);
}

/** The stretch with as much of the punctuation at its ends as the quote has, and with the stop of "U.S.". */
export function edges(text: string, quote: string, start: number, end: number): [number, number] {
  const opening = /^\p{P}*/u.exec(quote)?.[0].length ?? 0;
  const closing = /\p{P}*$/u.exec(quote)?.[0].length ?? 0;
  const before = /\p{P}*$/u.exec(text.slice(Math.max(0, start - opening), start))?.[0].length ?? 0;
  const after = /^\p{P}*/u.exec(text.slice(end, end + closing))?.[0].length ?? 0;
  const to = end + after;
  return [start - before, cutsWord(text, to) ? to + 1 : to];
}

/**
 * The words of one paragraph nearest to the quote, `min` to `max` code points long (or the whole paragraph where
 * that is shorter); null where nothing is similar.
 */
export function nearestWords(text: string, quote: string, { min, max }: { min: number; max: number }): Nearest | null {
  const wanted = tokensOf(quote.replace(/[-‐]\s*\n\s*/g, ""));
  const [best] = bestPlaces(text, wanted)
    .map(({ paragraph, from }) => {
      const tokens = tokensOf(paragraph.text);
      const reach = Math.ceil(wanted.length / 2);
      const to = Math.min(tokens.length, from + wanted.length + reach);
      return { paragraph, tokens, ...align(wanted, tokens, Math.max(0, from - reach), to) };
    })
    .sort((a, b) => a.cost - b.cost);
  if (best === undefined || best.cost > wanted.length * COST_MAX) return null;

  const { paragraph, tokens } = best;
  const cut = (first: number, last: number) => {
    const [from, to] = edges(paragraph.text, quote.trim(), tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
    return { from, words: paragraph.text.slice(from, to) };
  };
  let { first, last } = best;
  while (codePointLength(cut(first, last).words) < min && last < tokens.length - 1) last++;
  while (codePointLength(cut(first, last).words) < min && first > 0) first--;
  while (codePointLength(cut(first, last).words) > max && last > first) last--;
  let { from, words } = cut(first, last);
  if (codePointLength(words) < min) [from, words] = [0, paragraph.text];
  const start = paragraph.start + codePointLength(paragraph.text.slice(0, from));
  return {
    start,
    end: start + codePointLength(words),
    words,
    paragraph: paragraph.number,
    typographyOnly: sameButForTypography(words, quote),
  };
}
