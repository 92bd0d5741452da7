import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArticle } from "#lib/sources/boilerplate";
import { canonicalText, linesOf } from "#lib/text/canonical";
import { cpuMs } from "../text/cpu";

const PROSE = {
  lead: "The harbour board said on Tuesday that the last steam ferry between the islands would stop at the end of the month, because its boiler cannot be repaired.",
  quote: '"You will all get a letter, and nobody needs to subscribe to anything," the harbour master said.',
  after:
    "By the spring, a sailing boat may take the mail, and in 2027 the board will ask for tenders (the fourth time in nine years).",
};

const GULL = `We know you would hate to miss a story, so we can send you a few reminders

Tap 'Yes' and then 'Allow' to turn on notifications

Islanders lose the steam ferry that 'never missed a tide'

Islanders lose the steam ferry that 'never missed a tide'

The boat has carried as many as 40,000 people a year, the harbour board's own figures show

${PROSE.lead}

The ferry left the yard in 1931 (ANN QUAY/Gull Press via Harbour Pictures)
The ferry left the yard in 1931 (ANN QUAY/Gull Press via Harbour Pictures)

'No spare parts'

${PROSE.quote}

${PROSE.after}

Featured Image Credit: Gull Press

Topics:\u00a0Island News, Boats
`;

const TERN = `Steam Ferry Leaves the Islands After Ninety Years

Old Steam Ferry Leaves the Islands After Ninety Years

The harbour board may sell the boat, its boiler included.

Written by: Robin Tern for The Tide Table
Last Update:
Published: 3 February 2025

${PROSE.lead}

the quay at noon
The Quay at Noon (Handout/Harbour Board)

${PROSE.after}

gulls
gulls

Photo: Harbour Board`;

const reasons = (raw: string) => readArticle(raw).setAside.map(({ line, reason }) => `${line} ${reason}`);

describe("an article", () => {
  test("with prompts, a headline given twice and doubled captions is read", () => {
    const article = readArticle(GULL);
    expect(article).toMatchObject({
      title: "Islanders lose the steam ferry that 'never missed a tide'",
      subtitle: "The boat has carried as many as 40,000 people a year, the harbour board's own figures show",
      byline: null,
      publishedOn: null,
      outlet: null,
      paragraphs: [PROSE.lead, "'No spare parts'", PROSE.quote, PROSE.after],
    });
    expect(reasons(GULL)).toEqual([
      "1 sign-up-prompt",
      "3 sign-up-prompt",
      "5 headline",
      "7 repeated-headline",
      "9 subtitle",
      "13 caption",
      "14 repeated-caption",
      "22 image-credit",
      "24 topic-list",
    ]);
  });

  test("with a byline, dates and captions that precede their credited copies is read", () => {
    const article = readArticle(TERN);
    expect(article).toMatchObject({
      title: "Old Steam Ferry Leaves the Islands After Ninety Years",
      subtitle: "The harbour board may sell the boat, its boiler included.",
      byline: "Robin Tern",
      outlet: "The Tide Table",
      publishedOn: "2025-02-03",
      paragraphs: [PROSE.lead, PROSE.after],
    });
    expect(reasons(TERN)).toEqual([
      "1 repeated-headline",
      "3 headline",
      "5 subtitle",
      "7 byline",
      "8 last-update",
      "9 last-update",
      "13 caption",
      "14 repeated-caption",
      "18 caption",
      "19 repeated-caption",
      "21 image-credit",
    ]);
  });

  test("of prose alone is kept whole", () => {
    const prose = `${PROSE.lead}\n\n${PROSE.quote}\n\n${PROSE.after}`;
    expect(readArticle(prose)).toMatchObject({
      title: null,
      paragraphs: [PROSE.lead, PROSE.quote, PROSE.after],
      setAside: [],
    });
  });

  test("that is hard-wrapped is read by its paragraphs", () => {
    const wrapped = `A headline for the ferry\n\n${PROSE.lead.replace(/(.{50,70}) /g, "$1\n")}`;
    expect(readArticle(wrapped)).toMatchObject({ title: "A headline for the ferry", paragraphs: [PROSE.lead] });
  });

  test("keeps a word in brackets, a repeated refrain and a day that is prose", () => {
    const body = [
      "The home port is the Long Sound Harbour (LSH)",
      "He said it twice.\nHe said it twice.",
      "Published in 1990, the timetable was never changed again.",
    ];
    expect(readArticle(`${PROSE.lead}\n\n${body.join("\n\n")}`).setAside).toEqual([]);
  });
});

describe("every line of an article", () => {
  const line = fc.oneof(
    fc.constantFrom(...GULL.split("\n"), ...TERN.split("\n")),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ maxLength: 200 }),
  );
  const raw = fc.array(line, { maxLength: 30 }).map((lines) => lines.join("\n"));

  test("is either kept or set aside, once, and in order", () => {
    fc.assert(
      fc.property(raw, (text) => {
        const { paragraphs, setAside } = readArticle(text);
        const kept = [...paragraphs];
        const aside = [...setAside];
        for (const { text: read, line: number } of linesOf(text)) {
          if (aside[0]?.line === number) expect(aside.shift()?.text).toBe(read);
          else expect(kept.shift()).toBe(read);
        }
        expect([kept, aside]).toEqual([[], []]);
      }),
      { numRuns: 300 },
    );
  });

  test("stands in the lines that are read, whatever the line breaks", () => {
    const squeezed = (text: string) => canonicalText(text).replace(/\s/g, "");
    fc.assert(
      fc.property(raw, (text) => {
        const read = linesOf(text).map((l) => l.text);
        expect(squeezed(read.join("\n\n"))).toBe(squeezed(text));
        const words = text
          .normalize("NFC")
          .replace(/[\p{Cc}\uFEFF\s]/gu, "")
          .toWellFormed()
          .normalize("NFC");
        expect(read.join("").replace(/\s/g, "").normalize("NFC")).toBe(words);
      }),
    );
  });
});

test("hostile lines take no time", () => {
  const cost = cpuMs(() => {
    for (const text of [
      "(/".repeat(1e5),
      "by ".repeat(1e5),
      "Image ".repeat(1e5),
      "you ".repeat(1e5),
      "'".repeat(3e5),
      `x\n${"a\na\n".repeat(2e4)}`,
    ]) {
      readArticle(text);
    }
  });
  expect(cost).toBeLessThan(3000);
});

const ARTICLES = new URL("../../../../shared/articles/", import.meta.url);
const files = existsSync(ARTICLES) ? readdirSync(ARTICLES).filter((name) => name.endsWith(".txt")) : [];
test.runIf(files.length > 0).each(files)("the working copy %s keeps prose and headings alone", (name) => {
  const { paragraphs, setAside, title, subtitle } = readArticle(readFileSync(new URL(name, ARTICLES), "utf8"));
  expect([title, subtitle].every(Boolean)).toBe(true);
  expect(setAside.length).toBeGreaterThanOrEqual(14);
  expect(paragraphs.length).toBeGreaterThanOrEqual(24);
  const short = paragraphs.filter((text) => text.length < 50);
  expect(short.length).toBeLessThanOrEqual(3);
  expect(new Set(paragraphs).size).toBe(paragraphs.length);
});
