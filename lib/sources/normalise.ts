/**
 * What a typesetter, a word processor or a copy out of a PDF may change without touching a word, evened out, so that
 * words which somebody typed or copied can be found in a text that prints them otherwise.
 *
 * Alike are: composed and decomposed letters; curly, straight and angled quotation marks, single among themselves and
 * double among themselves; all dashes; an ellipsis and three stops; ligatures (U+FB00 to U+FB06) and their letters;
 * any stretch of white space and one space, but not a line feed of the text, which parts paragraphs. Soft hyphens and
 * characters of no width are nothing. A hyphen between two letters, followed by white space and a small letter, may
 * have been put there by the edge of a line, or by the writer: it is like a hyphen, and like no hyphen at all.
 *
 * Never alike are words that differ in a letter, an accent, a digit or their case, nor "re-sign" and "resign" where
 * no line ends. The text is read once and keeps the place of each character, so that what is found can be told in the
 * text's own words. Time grows with the text's length; Unicode Standard Annex 15 for the forms of letters.
 */

/** What stands between a character and the one before it: nothing, a hyphen, or one that a line's end may explain. */
type Joint = 0 | 1 | 2;

export interface Normal {
  /** Without the hyphens between letters. */
  text: string;
  /** For each unit of `text`. */
  joints: Uint8Array;
  /** UTF-16 places in the original of each unit of `text`: where what it came from starts and ends. */
  starts: Int32Array;
  ends: Int32Array;
}

const NOTHING = /[\u00AD\u200B\u2060\uFEFF]/;
const SPACE = /\s/;
const LETTER_BEFORE = /\p{L}\p{M}*[\u00AD\u200B\u2060\uFEFF]*$/u;
const LETTER_AFTER = /^[\u00AD\u200B\u2060\uFEFF]*\p{L}/u;
/** A hyphen, and the soft one where a line was broken at it; a dash is none. */
const LINE_BREAK_HYPHEN = /^[-‐\u00AD]\s+(?=\p{Ll})/u;
const HYPHEN = /^[-‐‑]$/;

/** More than a letter with its marks and what has no width; the same work in a text of any length. */
const NEAR = 24;

function evened(character: string): string {
  if (/[‘’‚‛′`´]/.test(character)) return "'";
  if (/[“”„‟″«»]/.test(character)) return '"';
  if (/[\p{Pd}−]/u.test(character)) return "-";
  if (character === "…") return "...";
  return /[\uFB00-\uFB06]/.test(character) ? character.normalize("NFKC") : character;
}

/** Letters, digits and the stops that mean themselves, which are nearly all of a text. */
const PLAIN = /[A-Za-z0-9.,;:!?()]/;

/** The normal form of a text in NFC. With `paragraphs`, a stretch of white space with a line feed stays one. */
export function normalise(original: string, { paragraphs = false } = {}): Normal {
  const units: string[] = [];
  const [joints, starts, ends]: [Joint[], number[], number[]] = [[], [], []];
  let joint: Joint = 0;
  const put = (text: string, start: number, end: number) => {
    for (const unit of text.split("")) {
      units.push(unit);
      joints.push(joint);
      starts.push(start);
      ends.push(end);
      joint = 0;
    }
  };
  for (let at = 0; at < original.length; ) {
    const character = String.fromCodePoint(original.codePointAt(at) as number);
    let end = at + character.length;
    if (PLAIN.test(character)) put(character, at, end);
    else if (SPACE.test(character)) {
      while (end < original.length && SPACE.test(original.charAt(end))) end++;
      put(paragraphs && original.slice(at, end).includes("\n") ? "\n" : " ", at, end);
    } else {
      const hyphen = hyphenAt(original, at, paragraphs);
      if (hyphen) [joint, end] = [hyphen.joint, at + hyphen.length];
      else if (!NOTHING.test(character)) put(evened(character), at, end);
    }
    at = end;
  }
  return {
    text: units.join(""),
    joints: Uint8Array.from(joints),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
  };
}

/** The hyphen between two letters that stands here, with the white space after it where it may be a line's. */
function hyphenAt(text: string, at: number, paragraphs: boolean): { joint: Joint; length: number } | null {
  if (!/[-‐‑\u00AD]/.test(text.charAt(at)) || !LETTER_BEFORE.test(text.slice(Math.max(0, at - NEAR), at))) return null;
  const after = text.slice(at, at + NEAR);
  const [broken] = LINE_BREAK_HYPHEN.exec(after) ?? [];
  if (broken && !(paragraphs && broken.includes("\n"))) return { joint: 2, length: broken.length };
  return HYPHEN.test(after.charAt(0)) && LETTER_AFTER.test(after.slice(1)) ? { joint: 1, length: 1 } : null;
}

/** The places of the original, UTF-16 and half-open, where the words of a quotation stand; overlapping ones too. */
export function* placesOf(text: Normal, quote: Normal): Generator<{ from: number; to: number }> {
  const length = quote.text.length;
  if (length === 0) return;
  for (let at = text.text.indexOf(quote.text); at >= 0; at = text.text.indexOf(quote.text, at + 1)) {
    const [from, to] = [text.starts[at] as number, text.ends[at + length - 1] as number];
    // Half of a ligature or of an ellipsis is not the whole.
    const whole = text.starts[at - 1] !== from && text.ends[at + length] !== to;
    if (whole && jointsFit(text.joints, at, quote.joints)) yield { from, to };
  }
}

/** Whether each hyphen stands in both, or is one that a line's end may explain. What stands before the first is not asked. */
function jointsFit(text: Uint8Array, at: number, quote: Uint8Array): boolean {
  for (let i = 1; i < quote.length; i++) {
    const [a, b] = [text[at + i], quote[i]];
    if (a !== b && a !== 2 && b !== 2) return false;
  }
  return true;
}

/** Whether two texts say the same in the same letters. */
export function sameButForTypography(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => normalise(text.normalize("NFC").trim())) as [Normal, Normal];
  return left.text === right.text && jointsFit(left.joints, 0, right.joints);
}
