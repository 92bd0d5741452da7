/** Sheets of A4 that are filled from above: paragraphs of runs are broken into lines and go on on the next sheet. */
import type { Face, Faces } from "#lib/maps/pdf-faces";
import { linesOf, type Run, type Setting, type Word } from "#lib/maps/pdf-lines";

/** A4, in points, and its margins: 20 mm, a little more below for the number. */
export const PAGE = { width: 595.28, height: 841.89 } as const;
export const MARGIN = 57;
const FOOT = 68;
export const BOTTOM = PAGE.height - FOOT;

/** The colours of the light theme. */
export const COLOUR = {
  ink: "#15181b",
  quiet: "#5a6166",
  line: "#dcdcd6",
  mark: "#fff5bf",
  PRO: "#005963",
  CON: "#8c3506",
  railPRO: "#0c8391",
  railCON: "#c5560f",
} as const;

/** Points: the foot leaves room for the number. */
const FOOT_TEXT = { size: 8, lead: 10, face: "machine", colour: COLOUR.quiet, x: MARGIN, width: 420 } as const;

/** From the margin to the margin, where nothing else is given. */
type Given = Omit<Setting, "x" | "width"> & Partial<Pick<Setting, "x" | "width">>;

/** What is drawn once a sheet is full: it is no part of the text. */
interface Rail {
  x: number;
  from: number;
  to: number;
  stance: "PRO" | "CON";
}

export class Sheets {
  y = MARGIN;
  page = 0;
  readonly #document: PDFKit.PDFDocument;
  readonly #faces: Faces;
  readonly #foot: string;
  #rails: Rail[] = [];
  #rail: { x: number; from: number; stance: "PRO" | "CON" } | null = null;

  /** `foot` stands below every sheet, beside its number. */
  constructor(document: PDFKit.PDFDocument, faces: Faces, foot: string) {
    this.#document = document;
    this.#faces = faces;
    this.#foot = foot;
  }

  /** A full sheet leaves memory; what is being set goes on on the next as the same part of the text. */
  next(): void {
    const document = this.#document;
    const parts = document.endPageMarkings(document.page);
    this.#finish();
    document.addPage({ size: "A4", margin: 0 });
    document.initPageMarkings(parts);
    this.page += 1;
    this.y = MARGIN;
    if (this.#rail) this.#rail.from = this.y;
  }

  /** The last sheet is full. */
  end(): void {
    this.#finish();
  }

  /** What is set until it ends has a rail to its left. */
  beginRail(x: number, stance: "PRO" | "CON"): void {
    this.#rail = { x, from: this.y, stance };
  }

  endRail(): void {
    this.#cutRail();
    this.#rail = null;
  }

  #cutRail(): void {
    if (this.#rail && this.y > this.#rail.from) this.#rails.push({ ...this.#rail, to: this.y });
  }

  /** Goes on on the next sheet where less than so many points are left. */
  need(points: number): void {
    if (this.y + points > BOTTOM) this.next();
  }

  space(points: number): void {
    this.y = Math.min(this.y + points, BOTTOM);
  }

  rule(weight: number, colour: string = COLOUR.ink): void {
    const document = this.#document;
    document.markContent("Artifact", { type: "Layout" });
    document.rect(MARGIN, this.y, PAGE.width - 2 * MARGIN, weight).fill(colour);
    document.endMarkedContent();
    this.y += weight;
  }

  /** A paragraph of runs, as one part of the document's structure. */
  paragraph(runs: Run[], given: Given): void {
    const { x = MARGIN, width = PAGE.width - MARGIN - x } = given;
    const setting = { ...given, x, width };
    const { lead, before = 0, after = 0, tag = "P", together = 0, whole = false } = setting;
    const lines = linesOf(runs, this.#faces, setting);
    this.need(Math.max(together, whole ? lines.length * lead : lead) + before);
    if (this.y > MARGIN) this.space(before);
    const document = this.#document;
    const part = document.struct(tag, {}, () => {
      for (const line of lines) {
        this.need(lead);
        this.#draw(line, setting);
        this.y += lead;
      }
    });
    document.addStructure(part);
    part.end();
    this.space(after);
  }

  /** A drawing of that height, with what is said instead of it to those who do not see it. */
  figure(height: number, alt: string, draw: (document: PDFKit.PDFDocument, top: number) => void): void {
    this.need(height);
    const document = this.#document;
    const part = document.struct("Figure", { alt }, () => draw(document, this.y));
    document.addStructure(part);
    part.end();
    this.space(height);
  }

  text(text: string, given: Given): void {
    this.paragraph([{ text }], given);
  }

  /** Neighbours that look alike are one stroke of text, with the blanks between them. */
  #draw(line: Word[], { size, lead, face, x, colour = COLOUR.ink }: Setting): void {
    const document = this.#document;
    const blank = this.#faces.width({ text: " ", face }, size);
    const strokes: { x: number; width: number; text: string; face: Face; run: Run }[] = [];
    let at = x;
    for (const [i, word] of line.entries()) {
      const gap = word.apart && i > 0 ? blank : 0;
      for (const [j, piece] of word.pieces.entries()) {
        const last = strokes.at(-1);
        const width = this.#faces.width(piece, size);
        const apart = j === 0 && gap > 0;
        if (last && last.run === word.run && last.face === piece.face) {
          last.text += `${apart ? " " : ""}${piece.text}`;
          last.width += width + (apart ? blank : 0);
          at = last.x + last.width;
        } else {
          if (apart && last) {
            last.text += " ";
            last.width += last.run === word.run ? blank : 0;
          }
          at += apart ? blank : 0;
          strokes.push({ x: at, width, text: piece.text, face: piece.face, run: word.run });
          at += width;
        }
      }
    }
    for (const stroke of strokes)
      if (stroke.run.marked) document.rect(stroke.x - 1, this.y, stroke.width + 2, lead - 1).fill(COLOUR.mark);
    for (const { text, face, x, run, width } of strokes) {
      document
        .font(face)
        .fontSize(size)
        .fillColor(run.colour ?? colour);
      document.text(text, x, this.y, { lineBreak: false, baseline: "top", textWidth: width, wordCount: 1 } as object);
      if (run.link) document.link(x, this.y, width, size, run.link);
    }
  }

  /** Rails, the foot and the number: no part of the text. */
  #finish(): void {
    const document = this.#document;
    this.#cutRail();
    document.markContent("Artifact", { type: "Layout" });
    for (const rail of this.#rails) drawRail(document, rail);
    document.endMarkedContent();
    this.#rails = [];
    document.markContent("Artifact", { type: "Pagination" });
    this.y = PAGE.height - FOOT / 2 - FOOT_TEXT.lead;
    this.#draw(linesOf([{ text: this.#foot }], this.#faces, FOOT_TEXT)[0] ?? [], FOOT_TEXT);
    const number = `${this.page + 1}`;
    const x = PAGE.width - MARGIN - this.#faces.width({ text: number, face: FOOT_TEXT.face }, FOOT_TEXT.size);
    this.#draw(linesOf([{ text: number }], this.#faces, { ...FOOT_TEXT, x })[0] ?? [], { ...FOOT_TEXT, x });
    document.endMarkedContent();
  }
}

/** Solid for Pro, double for Con, as everywhere. */
function drawRail(document: PDFKit.PDFDocument, { x, from, to, stance }: Rail): void {
  if (stance === "PRO") document.rect(x, from, 2, to - from).fill(COLOUR.railPRO);
  else for (const left of [x, x + 2]) document.rect(left, from, 0.8, to - from).fill(COLOUR.railCON);
}
