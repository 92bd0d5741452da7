/**
 * What a word is: a run of letters, digits and marks, together with what joins two such runs without a space
 * (hyphen, apostrophe, full stop, comma): "23-and-a-half", "don’t", "40,000" and "U.S" are one word each. In
 * scripts written without spaces between words every letter stands alone.
 */

const LETTER =
  "[[\\p{L}\\p{N}\\p{M}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]]";
const JOINER = "[\\-‐‑'’.,\\u00AD]";
const WORD = new RegExp(`${LETTER}+(?:${JOINER}${LETTER}+)*|[\\p{L}\\p{N}]`, "gv");

const letterBefore = new RegExp(`${LETTER}$`, "v");
const joinedBefore = new RegExp(`${LETTER}${JOINER}$`, "v");
const letterAfter = new RegExp(`^${LETTER}`, "v");
const joinedAfter = new RegExp(`^${JOINER}${LETTER}`, "v");
/** A letter stem, then a letter and a full stop: "U.S." is a word up to and with its last stop. */
const abbreviated = new RegExp(`(?<!${LETTER})(?:\\p{L}\\.)+\\p{L}$`, "v");

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Each word of `wordsOf` with the UTF-16 place where it starts. */
export function wordPlacesOf(text: string): { word: string; at: number }[] {
  return Array.from(text.matchAll(WORD), (m) => ({ word: m[0], at: m.index }));
}

/**
 * Whether a cut at this UTF-16 place goes through a word: between two letters ("pri|soner"), at a joiner that has
 * letters on both sides ("40|,000", "don|’t", "23-|and"), or before the closing stop of "U.S|.".
 */
export function cutsWord(text: string, at: number): boolean {
  // Twelve units: longer than any dotted abbreviation, so that a cut costs the same in a text of any length.
  const before = text.slice(Math.max(0, at - 12), at);
  const after = text.slice(at, at + 4);
  if (letterBefore.test(before)) {
    return letterAfter.test(after) || joinedAfter.test(after) || (after.startsWith(".") && abbreviated.test(before));
  }
  return joinedBefore.test(before) && letterAfter.test(after);
}
