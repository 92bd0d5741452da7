/** Printed pages in the ways in which typesetters set them: the same paragraphs come back from each. */
import { describe, expect, it } from "vitest";
import type { Line } from "#lib/sources/extraction/pdf-columns";
import { paragraphsOfPages } from "#lib/sources/extraction/pdf-lines";
import { ARTICLE } from "../../support/article.ts";
import { brokenInto } from "../../support/pdf.ts";

/** Letters of a typewriter: all as wide. */
const LETTER = 6;
const SIZE = 10;

interface Setting {
  /** Letters to a line, lines to a column, columns to a page. */
  letters?: number;
  lines?: number;
  columns?: number;
  /** What parts paragraphs: lines left empty, or letters by which the first line is set in. */
  empty?: number;
  inset?: number;
  /** Every full line ends where the column does. */
  justified?: boolean;
}

function pagesOf(
  paragraphs: string[],
  { letters = 70, lines = 40, columns = 1, empty = 0, inset = 0, justified = false }: Setting,
): Line[][] {
  const pages: Line[][] = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    // An indent takes room from the first line alone.
    const broken = brokenInto(letters, `${"_".repeat(inset)}${paragraph}`);
    for (const [i, raw] of broken.entries()) {
      const text = raw.replace(/^_+/, "");
      const column = Math.floor(at / lines);
      const edge = 72 + (column % columns) * (letters + 10) * LETTER;
      const left = edge + (i === 0 ? inset * LETTER : 0);
      const full = justified && i < broken.length - 1;
      const right = full ? edge + letters * LETTER : left + text.length * LETTER;
      const page = Math.floor(column / columns);
      pages[page] ??= [];
      pages[page].push({ text, left, right, base: 800 - (at % lines) * 14, size: SIZE });
      at += 1;
    }
    at += empty;
  }
  return pages;
}

/** Words of the article in any order, the same in every run: no two lines are alike. */
const WORDS =
  ARTICLE.paragraphs
    .join(" ")
    .toLowerCase()
    .match(/[a-z’]+/g) ?? [];
let seed = 7;
const next = (below: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};
function sentence(): string {
  const words = Array.from({ length: 3 + next(22) }, () => WORDS[next(WORDS.length)] as string).join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${next(3) ? "." : ", as I. B. Holm wrote."}`;
}

/** Long and short; some end without a stop, as headings and captions do. */
const PARAGRAPHS = Array.from({ length: 80 }, (_, i) =>
  i % 6 === 5
    ? `Caption of ${sentence().slice(0, 30).trim()}`
    : Array.from({ length: 1 + next(5) }, sentence).join(" "),
);

/** Where a paragraph ends with a full line at the foot of a page, nobody can tell: these end with a shorter one. */
const endedShort = ({ letters = 70, inset = 0 }: Setting) =>
  PARAGRAPHS.map((text) => {
    const last = brokenInto(letters, "_".repeat(inset) + text).at(-1) ?? "";
    return last.length > letters - 14 ? `${text} So it went on.` : text;
  });

const read = (pages: Line[][]) => paragraphsOfPages(pages, false).map(({ text }) => text);

describe("paragraphs on printed pages", () => {
  it.each<[string, Setting]>([
    ["parted by an empty line", { empty: 1 }],
    ["parted by an empty line, over many pages", { empty: 1, lines: 17 }],
    ["with full lines", { empty: 1, justified: true }],
    ["set in", { inset: 4 }],
    ["set in, over many pages", { inset: 4, lines: 13 }],
    ["set in, with full lines", { inset: 3, justified: true, lines: 23 }],
    ["in two columns", { columns: 2, letters: 40, empty: 1 }],
    ["in three columns that are set in", { columns: 3, letters: 44, inset: 2, lines: 50 }],
  ])("%s are put together", (_, setting) => {
    const paragraphs = endedShort(setting);
    expect(read(pagesOf(paragraphs, setting))).toEqual(paragraphs);
  });

  it("that quote at length, set in as a whole, are one each", () => {
    const quotation = pagesOf([ARTICLE.paragraphs[3] as string], { letters: 60 })[0] as Line[];
    const around = pagesOf([ARTICLE.paragraphs[0] as string], {})[0] as Line[];
    const below = (lines: Line[], by: number, aside = 0) =>
      lines.map((line) => ({ ...line, base: line.base - by, left: line.left + aside, right: line.right + aside }));
    const last = (lines: Line[]) => 800 - (lines.at(-1)?.base ?? 0);
    const quoted = below(quotation, last(around) + 28, 30);
    const page = [...around, ...quoted, ...below(around, last(quoted) + 28)];
    expect(read([page])).toEqual([ARTICLE.paragraphs[0], ARTICLE.paragraphs[3], ARTICLE.paragraphs[0]]);
  });

  it("whose words are parted at a line's end have them whole, also across pages", () => {
    const [first, second] = pagesOf(
      ["A word of the engi-", "neer, who had no more to say of it than this."],
      {},
    )[0] as [Line, Line];
    expect(paragraphsOfPages([[first], [second]], true).map(({ text }) => text)).toEqual([
      "A word of the engineer, who had no more to say of it than this.",
    ]);
  });
});
