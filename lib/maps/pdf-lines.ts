/** Runs of text broken into the lines of a paragraph: between words, and inside a word that is wider than a line. */
import type { Face, Faces, Piece } from "#lib/maps/pdf-faces";

export interface Run {
  text: string;
  face?: Face;
  colour?: string;
  /** Cited words stand on marker yellow. */
  marked?: boolean;
  link?: string | null;
}

export interface Setting {
  /** In points: letters, and from line to line. */
  size: number;
  lead: number;
  face: Face;
  x: number;
  width: number;
  colour?: string;
  /** Above and below. */
  before?: number;
  after?: number;
  /** What it is, for those who have it read aloud. */
  tag?: "H1" | "H2" | "H3" | "P" | "BlockQuote";
  /** No break before so many points, so that no heading stands alone. */
  together?: number;
  /** Nor within it. */
  whole?: boolean;
}

export interface Word {
  pieces: Piece[];
  width: number;
  run: Run;
  /** Whether a blank stands before it. */
  apart: boolean;
}

export function linesOf(runs: Run[], faces: Faces, { size, face, width }: Setting): Word[][] {
  const blank = faces.width({ text: " ", face }, size);
  const lines: Word[][] = [];
  let line: Word[] = [];
  let used = 0;
  for (const word of wordsOf(runs, faces, { face, size, width })) {
    const gap = word.apart && line.length > 0 ? blank : 0;
    if (line.length > 0 && used + gap + word.width > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    used += (line.length > 0 ? gap : 0) + word.width;
    line.push(word);
  }
  return line.length > 0 ? [...lines, line] : lines;
}

function wordsOf(
  runs: Run[],
  faces: Faces,
  { face, size, width: most }: Pick<Setting, "face" | "size" | "width">,
): Word[] {
  const words: Word[] = [];
  let apart = false;
  for (const run of runs)
    for (const part of run.text.split(/(\s+)/)) {
      if (part.trim() === "") {
        apart ||= part !== "";
        continue;
      }
      for (const pieces of broken(faces.pieces(part, run.face ?? face), faces, size, most)) {
        const width = pieces.reduce((sum, piece) => sum + faces.width(piece, size), 0);
        words.push({ pieces, width, run, apart });
        apart = false;
      }
    }
  return words;
}

/** A word in parts that fit a line each; nearly always it is one. */
function broken(pieces: Piece[], faces: Faces, size: number, most: number): Piece[][] {
  if (pieces.reduce((sum, piece) => sum + faces.width(piece, size), 0) <= most) return [pieces];
  const parts: Piece[][] = [[]];
  let used = 0;
  for (const { text, face } of pieces)
    for (const sign of text) {
      const width = faces.width({ text: sign, face }, size);
      if (used > 0 && used + width > most) {
        parts.push([]);
        used = 0;
      }
      const part = parts.at(-1) ?? [];
      const last = part.at(-1);
      if (last?.face === face) last.text += sign;
      else part.push({ text: sign, face });
      used += width;
    }
  return parts;
}
