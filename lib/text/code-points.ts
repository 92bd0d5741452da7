/**
 * Lengths and places counted in Unicode code points, the unit of every length and offset in Grounds and of
 * PostgreSQL's `char_length`. JavaScript strings count UTF-16 units, where an emoji is two; these five functions
 * are the only bridge between the two. A lone surrogate counts as one. Each takes time in proportion to the
 * length of the text at most.
 */

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const isPair = (s: string, at: number) => isHigh(s.charCodeAt(at)) && isLow(s.charCodeAt(at + 1));

/** The UTF-16 index `count` code points after `from`; the end of the text where it has fewer. */
function advance(s: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at < s.length; left--) at += isPair(s, at) ? 2 : 1;
  return at;
}

/** How many code points the text has. */
export function codePointLength(s: string): number {
  return toCodePointIndex(s, s.length);
}

/** The text from code point `start` up to, not including, `end`; places beyond the text are its end. */
export function sliceCodePoints(s: string, start: number, end = Number.POSITIVE_INFINITY): string {
  const from = advance(s, 0, start);
  return s.slice(from, advance(s, from, end - Math.max(start, 0)));
}

/** The UTF-16 index of a code point; the ends of the text for places beyond them. */
export function toUtf16Index(s: string, codePoint: number): number {
  return advance(s, 0, codePoint);
}

/** The code point that a UTF-16 index stands at; an index inside a surrogate pair is counted as after it. */
export function toCodePointIndex(s: string, utf16: number): number {
  let count = 0;
  for (let at = 0; at < Math.min(utf16, s.length); count++) at += isPair(s, at) ? 2 : 1;
  return count;
}

/** The UTF-16 index of every code point and of the end, where many places of one text are asked for. */
export function utf16Indexes(s: string): Int32Array {
  const indexes = new Int32Array(codePointLength(s) + 1);
  for (let at = 0, point = 1; at < s.length; point++) {
    at += isPair(s, at) ? 2 : 1;
    indexes[point] = at;
  }
  return indexes;
}
