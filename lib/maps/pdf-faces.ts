/**
 * The typefaces of printed maps: Source Serif for what people said, Inter for the machine's words, as on the pages. A
 * letter that neither has is set as an empty box and counted, since a reader must not take its absence for the text.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const FILES = {
  said: "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  saidItalic: "source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
  /** As wide as the lines of a drawn map are measured. */
  drawn: "source-serif-4/500Medium/SourceSerif4_500Medium.ttf",
  claim: "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
  machine: "inter/400Regular/Inter_400Regular.ttf",
  machineStrong: "inter/600SemiBold/Inter_600SemiBold.ttf",
} as const;

export type Face = keyof typeof FILES;

/** Stands for a letter without a glyph. Both typefaces have it. */
const BOX = "□";
/** Where a face does not have a letter, Inter may: it knows more signs and arrows. */
const SECOND: Face = "machine";

interface Font {
  font: { hasGlyphForCodePoint(code: number): boolean };
  widthOfString(text: string, size: number): number;
}

export interface Piece {
  text: string;
  face: Face;
}

/** As much of a PDF document as faces need. */
interface Document {
  registerFont(name: string, source: Uint8Array): unknown;
  font(name: string): unknown;
}

export class Faces {
  /** Letters that were set as a box. */
  missing = 0;
  readonly #fonts: Record<Face, Font>;
  readonly #faceOf = new Map<string, Face | null>();
  readonly #widths = new Map<string, number>();

  constructor(document: Document) {
    const load = (face: Face): Font => {
      document.registerFont(face, readFileSync(join(process.cwd(), "node_modules/@expo-google-fonts", FILES[face])));
      return (document.font(face) as { _font: Font })._font;
    };
    const names = Object.keys(FILES) as Face[];
    this.#fonts = Object.fromEntries(names.map((face) => [face, load(face)])) as Record<Face, Font>;
  }

  /** A text in the faces that have its letters. Controls and signs of direction, which set nothing, are left out. */
  pieces(text: string, face: Face): Piece[] {
    if (/^[ -~]*$/.test(text)) return [{ text, face }];
    const pieces: Piece[] = [];
    for (const sign of text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu, "")) {
      const found = this.#find(sign, face);
      if (found === null) this.missing += 1;
      const piece = found === null ? { text: BOX, face: SECOND } : { text: sign, face: found };
      const last = pieces.at(-1);
      if (last?.face === piece.face) last.text += piece.text;
      else pieces.push(piece);
    }
    return pieces;
  }

  #find(sign: string, face: Face): Face | null {
    const key = face + sign;
    const known = this.#faceOf.get(key);
    if (known !== undefined) return known;
    const code = sign.codePointAt(0) ?? 0;
    const found = [face, SECOND].find((one) => this.#fonts[one].font.hasGlyphForCodePoint(code)) ?? null;
    this.#faceOf.set(key, found);
    return found;
  }

  /** In points. */
  width({ text, face }: Piece, size: number): number {
    const key = `${face} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.#fonts[face].widthOfString(text, 1);
      this.#widths.set(key, width);
    }
    return width * size;
  }
}
