/** The words that a PDF holds, as paragraphs. Nothing is drawn: no fonts, images, forms or scripts are looked at. */
import { getDocumentProxy } from "unpdf";
import type { Line } from "#lib/sources/extraction/pdf-columns";
import { paragraphsOfPages } from "#lib/sources/extraction/pdf-lines";
import type { Block, Reading } from "#lib/sources/extraction/proposal";
import { Refused } from "#lib/verdict";

/** A long report; a book is brought by its chapters. */
const PAGES_MAX = 300;
/** The start of the file may be preceded by a kilobyte of something else. */
const HEAD_BYTES = 1024;
/** Of a letter's size: as much room between two pieces of a line is a space. */
const SPACE = 0.15;
/** Of a letter's size: pieces whose baselines differ less stand on one line. */
const SAME_LINE = 0.5;

interface Piece {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

function linesOf(pieces: Piece[]): Line[] {
  const lines: Line[] = [];
  for (const { str, transform, width, height } of pieces) {
    const [, , , , left = 0, base = 0] = transform;
    if (str.trim() === "") continue;
    const last = lines.at(-1);
    const size = height || Math.abs(transform[3] ?? 1);
    if (last && Math.abs(last.base - base) < SAME_LINE * size && left > last.left) {
      last.text += (left - last.right > SPACE * size && !last.text.endsWith(" ") ? " " : "") + str;
      last.right = Math.max(last.right, left + width);
      last.size = Math.max(last.size, size);
    } else lines.push({ text: str, left, right: left + width, base, size });
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, " ").trim() }));
}

/** Above a text stand its title, perhaps a series' name, an author and a date. */
const HEAD_BLOCKS = 6;
/** Shorter ones are in any title by chance. */
const TITLE_MIN = 12;

/** Programs put the name of a file or their own where a title should be: it counts only where the pages have it, too. */
function standsAbove(title: string, blocks: readonly Block[]): boolean {
  const said = title.toLowerCase();
  const shown = blocks.slice(0, HEAD_BLOCKS).map(({ text }) => text.toLowerCase());
  return said !== "" && shown.some((text) => text.includes(said) || (text.length >= TITLE_MIN && said.includes(text)));
}

/** A document of no pages, or one whose parts cannot be read. */
const damaged = (error: unknown) => {
  const name = error instanceof Error ? error.name : "";
  return error instanceof Refused
    ? error
    : new Refused(name === "PasswordException" ? "file-encrypted" : "file-damaged");
};

export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  if (!Buffer.from(bytes.subarray(0, HEAD_BYTES)).includes("%PDF-")) throw new Refused("not-a-pdf");
  try {
    const file = await getDocumentProxy(bytes, {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    if (file.numPages > PAGES_MAX) throw new Refused("too-many-pages", { values: { max: PAGES_MAX } });
    const pages: Line[][] = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item): item is typeof item & Piece => "str" in item)));
      page.cleanup();
    }
    const { info } = await file.getMetadata();
    const { Producer, Title } = info as { Producer?: unknown; Title?: unknown };
    // Chromium parts no word by itself, and where it is told to, not with this sign.
    const blocks = paragraphsOfPages(pages, !/skia/i.test(String(Producer ?? "")));
    const title = typeof Title === "string" && standsAbove(Title.trim(), blocks) ? Title.trim() : null;
    return { blocks, claims: { title }, warnings: ["text-layer"] };
  } catch (error) {
    throw damaged(error);
  }
}
