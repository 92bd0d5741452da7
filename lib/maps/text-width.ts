/**
 * How wide a text is when it is set in the reading face, without asking the face: so that a box drawn on the server
 * holds its words in the browser, in a picture and on paper alike. The advances are those of Source Serif 4 Medium, in
 * thousandths of its size; signs that the table does not hold are taken for wider than they are, never for narrower.
 */

/** From the space to the tilde. */
const ADVANCES = [
  232, 301, 402, 535, 528, 941, 733, 194, 373, 373, 458, 541, 304, 327, 304, 352, 538, 538, 538, 538, 538, 538, 538,
  538, 538, 538, 304, 304, 541, 541, 541, 422, 850, 712, 660, 662, 742, 636, 611, 724, 811, 381, 387, 718, 617, 933,
  762, 740, 629, 740, 698, 552, 641, 757, 708, 1012, 675, 667, 589, 345, 352, 345, 541, 521, 400, 547, 624, 524, 618,
  536, 371, 565, 645, 332, 308, 604, 333, 958, 647, 584, 627, 607, 465, 470, 363, 634, 580, 843, 577, 589, 494, 362,
  295, 362, 541,
];
/** What prose of ours holds besides. */
const PUNCTUATION: Record<string, number> = { "’": 304, "‘": 304, "“": 511, "”": 511, "–": 556, "—": 840, "…": 840 };
/** The widest letter of the alphabets that the face has is 1.09 high; those of other scripts are square, or nearly. */
const OTHER = 1100;
/** Pictures, and ligatures of whole phrases. */
const PICTURE = 1400;
const PHRASE = 9000;
/** The browser's face has an optical size, and sets small letters a little wider. */
const OPTICAL = 1.03;

const known = new Map<string, number>();

function advanceOf(sign: string): number {
  const before = known.get(sign);
  if (before !== undefined) return before;
  const advance = otherAdvance(sign);
  // As many as an alphabet or two; what is stranger is measured again.
  if (known.size < 2000) known.set(sign, advance);
  return advance;
}

function otherAdvance(sign: string): number {
  if (/[\p{M}\p{Cf}]/u.test(sign)) return 0;
  const [base = sign, ...marks] = sign.normalize("NFD");
  if (marks.length > 0 && base !== sign) return ADVANCES[base.charCodeAt(0) - 0x20] ?? advanceOf(base);
  if (/[\ufd3e-\ufdff\u2e3a\u2e3b]/.test(sign)) return PHRASE;
  return PUNCTUATION[sign] ?? (/\p{Extended_Pictographic}/u.test(sign) ? PICTURE : OTHER);
}

/** In the unit of `size`. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const known = ADVANCES[text.charCodeAt(i) - 0x20];
    if (known !== undefined) sum += known;
    else {
      const sign = String.fromCodePoint(text.codePointAt(i) ?? 0);
      sum += advanceOf(sign);
      i += sign.length - 1;
    }
  }
  return (sum * size * OPTICAL) / 1000;
}

interface Room {
  /** Of the letters, and of the lines, in the same unit. */
  size: number;
  width: number;
  /** No more lines than this; what is cut off ends with an ellipsis. */
  most: number;
}

const CUT = "…";

/** Marks upon marks climb out of any box: a letter keeps two. */
const HEAPED = /(\p{M}{2})\p{M}+/gu;

/** A text broken into lines between words, and inside a word that is wider than a line. Controls are blanks. */
export function linesOf(text: string, room: Room): string[] {
  const { size, width, most } = room;
  const blank = textWidth(" ", size);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.replace(HEAPED, "$1").split(/[\s\p{Cc}]+/u)) {
    const its = textWidth(word, size);
    if (line !== "" && used + blank + its <= width) {
      line += ` ${word}`;
      used += blank + its;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = its <= width ? [word] : broken(word, size, width);
    lines.push(...pieces.slice(0, -1));
    if (lines.length > most) break;
    line = pieces.at(-1) ?? "";
    used = textWidth(line, size);
  }
  if (line !== "") lines.push(line);
  return lines.length > most ? [...lines.slice(0, most - 1), cut(lines[most - 1] ?? "", room)] : lines;
}

/** A word in pieces that fit; a mark stays with its letter, since it is as wide as nothing. */
function broken(word: string, size: number, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const sign of word) {
    const its = textWidth(sign, size);
    if (piece !== "" && used + its > width) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += sign;
    used += its;
  }
  return [...pieces, piece];
}

/** As much of a line as leaves room for the ellipsis, whole words if there are any. */
function cut(line: string, { size, width }: Room): string {
  const room = width - textWidth(CUT, size);
  const words = line.split(" ");
  while (words.length > 1 && textWidth(words.join(" "), size) > room) words.pop();
  const kept = words.join(" ");
  if (textWidth(kept, size) <= room) return `${kept}${CUT}`;
  return `${broken(kept, size, room)[0] ?? ""}${CUT}`;
}
