import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise, placesOf, sameButForTypography } from "#lib/sources/normalise";
import { cpuMs } from "../text/cpu";

const found = (text: string, quote: string) =>
  Array.from(placesOf(normalise(text, { paragraphs: true }), normalise(quote.normalize("NFC"))), ({ from, to }) =>
    text.slice(from, to),
  );
const same = (a: string, b: string) => sameButForTypography(a, b) && sameButForTypography(b, a);

describe("alike", () => {
  test.each([
    ["the “floating bridge”", 'the "floating bridge"'],
    ["the «floating bridge»", "the „floating bridge“"],
    ["don’t", "don't"],
    ["‚it‘", "'it'"],
    ["a — b", "a - b"],
    ["1914–1918", "1914-1918"],
    ["well‑known", "well-known"],
    ["and so on …", "and so on ..."],
    ["ﬁnal oﬀer", "final offer"],
    ["café", "cafe\u0301"],
    ["no\u00a0break\u2009here", "no break  here"],
    ["har\u00adbour\u200b", "harbour"],
    ["har-\nbour", "harbour"],
    ["har- bour", "harbour"],
    ["har\u00ad\nbour", "harbour"],
    ["well-\nknown", "well-known"],
  ])("are %j and %j", (a, b) => expect(same(a, b)).toBe(true));

  test.each([
    ["re-sign", "resign"],
    ["café", "cafe"],
    ["The", "the"],
    ["40-50", "4050"],
    ["40-\n50", "4050"],
    ["10²", "102"],
    ["straße", "strasse"],
    ["re—sign", "resign"],
    ["no one", "noone"],
    ["x ʼ", "x '"],
    ["a", "а"],
    ["👩‍👧", "👩👧"],
    ["co-\nOperative", "coOperative"],
  ])("are not %j and %j", (a, b) => expect(same(a, b)).toBe(false));
});

describe("places", () => {
  test("are told in the text's own words", () => {
    expect(found("It’s a har- bour of well-known ﬁshers.", "harbour of well-\nknown fishers")).toEqual([
      "har- bour of well-known ﬁshers",
    ]);
    expect(found("She said “no”. She said “no”.", 'said "no"')).toEqual(["said “no”", "said “no”"]);
  });

  test("are not half a ligature, half an ellipsis, or across paragraphs", () => {
    expect(found("They were ﬁshers …", "ishers")).toEqual([]);
    expect(found("They were ofﬀset", "off")).toEqual([]);
    expect(found("They were ﬁshers …", "fishers .")).toEqual([]);
    expect(found("one end\n\nnext", "end next")).toEqual([]);
    expect(found("anything", "")).toEqual([]);
  });

  /** Pieces of which some are alike and most are not. */
  const piece = fc.constantFrom(
    ..."a b é e\u0301 A fi ﬁ ff ﬀ 1 2 ² – - ‑ — ’ ' “ \" « … . ... ь б".split(" "),
    ..." |\u00a0|\n|\n\n|\u00ad|\u200b|-\n|- |\u200d|😀".split("|"),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("").normalize("NFC"));
  /** What may never differ: letters, with ligatures spelled out, their marks, and digits. */
  const letters = (words: string) =>
    words
      .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
      .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
      .normalize("NFC");

  test("never hold words that differ in a letter or a digit", () => {
    let hits = 0;
    fc.assert(
      fc.property(text, fc.array(piece, { minLength: 1, maxLength: 4 }), (original, pieces) => {
        const quote = pieces.join("");
        for (const words of found(original, quote)) {
          hits++;
          expect(letters(words)).toBe(letters(quote));
        }
      }),
      { numRuns: 5000 },
    );
    expect(hits).toBeGreaterThan(200);
  });

  test("hold every stretch of the text itself, between whole characters", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("ferry", "don’t", "well-known", "har- bour", "ﬁn", "“no”", "…"), { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (words, a, b) => {
          const first = a % words.length;
          const quote = words.slice(first, first + 1 + (b % words.length)).join(" ");
          expect(found(words.join(" "), quote)).toContain(quote);
        },
      ),
    );
  });

  test("take time in proportion to the text", () => {
    const cost = cpuMs(() => {
      expect(found("“a well-known har- bour’s ﬁsh” ".repeat(13_000), 'harbour\'s fish" "b')).toEqual([]);
    });
    expect(cost).toBeLessThan(2000);
  });
});
