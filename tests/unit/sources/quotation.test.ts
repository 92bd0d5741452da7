import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuotation, QUOTE_MAX, QUOTE_MIN, spansFit } from "#lib/sources/quotation";
import { canonicalText } from "#lib/text/canonical";
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";
import { cpuMs } from "../text/cpu";

const TEXT = canonicalText(`
The old ferry 🚢 carried 40,000 people a year between the islands. The harbour board, which doesn’t own it, called it the “floating bridge”.

Before the storm

In the U.S. Navy’s report, a 23-and-a-half hour crossing was “neither safe nor comfortable”. We shall not agree to close the ferry, the board said.

After the storm

We shall not agree to close the ferry, the islanders said. The café 🏴󠁧󠁢󠁳󠁣󠁴󠁿 at the quay stayed open all the same.
`);

const place = (words: string) => {
  const start = codePointLength(TEXT.slice(0, TEXT.indexOf(words)));
  return { start, end: start + codePointLength(words) };
};
const codeOf = (quote: string, at: { start?: number; end?: number } = {}) => {
  const result = findQuotation(TEXT, { quote, ...at });
  return result.ok ? null : result.code;
};

describe("a quotation", () => {
  test("of exact words that stand once is found, in code points, with what is around it", () => {
    const quote = "a 23-and-a-half hour crossing";
    expect(findQuotation(TEXT, { quote })).toEqual({
      ok: true,
      ...place(quote),
      quote,
      prefix: "orm\n\nIn the U.S. Navy’s report, ",
      suffix: " was “neither safe nor comfortab",
      normalised: false,
    });
  });

  test("that stands once is found there, though its place was counted otherwise: in UTF-16, one off, at one end", () => {
    const quote = "carried 40,000 people a year";
    const { start, end } = place(quote);
    for (const at of [
      { start, end },
      { start: start + 1, end: end + 1 },
      { start: start - 1, end },
      { start, end: end + 1 },
      { start: 0 },
      { end: end - 1 },
    ]) {
      expect(findQuotation(TEXT, { quote, ...at })).toMatchObject({ ok: true, start, end, quote, normalised: false });
    }
    expect(codeOf("words that nobody wrote here at all", { start, end })).toBe("quote-not-found");
  });

  test("at what can be no place in the text is refused before anything is looked for", () => {
    const quote = "carried 40,000 people a year";
    const { start, end } = place(quote);
    const length = codePointLength(TEXT);
    for (const at of [
      { start: end, end: start },
      { start, end: start },
      { start: -1, end },
      { end: -1 },
      { end: 0 },
      { start: length },
      { start, end: length + 1 },
      { start: 99_999, end: 100_027 },
      { start: Number.NaN },
      { start: start + 0.5 },
      { end: Number.POSITIVE_INFINITY },
    ]) {
      expect(findQuotation(TEXT, { quote, ...at })).toEqual({ ok: false, code: "offsets-malformed", length });
    }
    expect(findQuotation(TEXT, { quote: TEXT.slice(-30), end: length }).ok).toBe(true);
  });

  test("that stands twice needs a place, and one end of it will do", () => {
    const quote = "We shall not agree to close the ferry";
    const result = findQuotation(TEXT, { quote });
    expect(result).toMatchObject({
      code: "quote-ambiguous",
      candidates: [
        { paragraph: 3, before: "", after: ", the board said." },
        { paragraph: 5, before: "", after: ", the islanders said." },
      ],
    });
    const second = TEXT.lastIndexOf(quote);
    const start = codePointLength(TEXT.slice(0, second));
    expect(findQuotation(TEXT, { quote, start })).toMatchObject({ ok: true, start });
    expect(findQuotation(TEXT, { quote, end: start + codePointLength(quote) })).toMatchObject({ ok: true, start });
    expect(findQuotation(TEXT, { quote, start: start + 1 })).toMatchObject({
      code: "quote-ambiguous",
      candidates: [{ paragraph: 3 }, { paragraph: 5, start }],
    });
  });

  test("at a named place is the one there, however many stand before it", () => {
    const text = "port and port and ".repeat(40).trim();
    const quote = "and port and port and";
    expect(findQuotation(text, { quote, start: 501 })).toMatchObject({ code: "quote-ambiguous" });
    const start = text.lastIndexOf(quote);
    expect(findQuotation(text, { quote, start })).toMatchObject({ ok: true, start });
  });

  test("that overlaps another place of its words is ambiguous too", () => {
    expect(
      findQuotation("port and port and port and port and port", { quote: "port and port and port" }),
    ).toMatchObject({
      candidates: [{ start: 0 }, { start: 9 }, { start: 18 }],
    });
  });

  test("has twenty to six hundred code points, or is a whole shorter paragraph", () => {
    expect(codeOf("carried 40,000 peop")).toBe("quote-too-short");
    expect(codeOf("")).toBe("quote-too-short");
    expect(codeOf("carried 40,000 people")).toBeNull();
    expect(codeOf("a".repeat(QUOTE_MAX + 1))).toBe("quote-too-long");
    expect(findQuotation("word ".repeat(120).concat("end"), { quote: "word ".repeat(120).trim() })).toMatchObject({
      ok: true,
    });
    expect(codeOf("Before the storm")).toBeNull();
    expect(codeOf("the storm")).toBe("quote-too-short");
    expect(findQuotation(TEXT, { quote: "Before the storm", start: 0 })).toMatchObject({
      ok: true,
      ...place("Before the storm"),
    });
    expect(findQuotation("Noon.\n\nAt Noon. we ate.", { quote: "Noon." })).toMatchObject({ ok: true, start: 0 });
  });

  test.each([
    ["arried 40,000 people a year", "inside a word"],
    ["carried 40,000 people a yea", "inside a word"],
    ["harbour board, which doesn", "before an apostrophe"],
    ["’t own it, called it the “floating", "at an apostrophe"],
    ["000 people a year between", "inside a number"],
    ["The old ferry 🚢 carried 40", "inside a number"],
    ["and-a-half hour crossing", "after a hyphen"],
    ["-and-a-half hour crossing", "before a hyphen"],
    ["half hour crossing was “neither", "after a hyphen"],
    ["S. Navy’s report, a 23-and-a-half", "inside U.S."],
  ])("%j is refused, being cut %s", (quote) => {
    expect(codeOf(quote)).toBe("quote-cuts-word");
  });

  test("may end with U.S. and may not lose its last stop", () => {
    const text = "The islanders had never sailed to the U.S. before the war.";
    expect(findQuotation(text, { quote: "had never sailed to the U.S." }).ok).toBe(true);
    expect(findQuotation(text, { quote: "had never sailed to the U.S" })).toMatchObject({
      code: "quote-cuts-word",
      nearest: { words: "had never sailed to the U.S." },
    });
  });

  test("may not part what is seen as one character", () => {
    const text = "They waved a small flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 from the quay and sang 👩‍👩‍👧 until the evening came.";
    expect(findQuotation(text, { quote: "They waved a small flag 🏴" })).toMatchObject({ code: "quote-cuts-word" });
    expect(findQuotation(text, { quote: "👧 until the evening came." })).toMatchObject({ code: "quote-cuts-word" });
    expect(findQuotation(text, { quote: "👩‍👩‍👧 until the evening came." }).ok).toBe(true);
  });

  test("cut inside a word at one place and whole at another is the whole one", () => {
    const text = "The smart islanders left. The art islanders left behind is in the hall.";
    expect(findQuotation(text, { quote: "art islanders left" })).toMatchObject({ code: "quote-too-short" });
    expect(
      findQuotation("A smart islander left us. The art islander left us.", { quote: "art islander left us." }),
    ).toMatchObject({ ok: true, start: 30 });
  });

  test("named where it is cut is refused, though it stands whole elsewhere", () => {
    const text = "A smart islander left us. The art islander left us.";
    expect(findQuotation(text, { quote: "art islander left us.", start: 4 })).toMatchObject({
      code: "quote-cuts-word",
    });
  });

  test("does not begin or end at white space, nor cross paragraphs", () => {
    expect(codeOf(" carried 40,000 people")).toBe("quote-at-space");
    expect(codeOf("carried 40,000 people\n")).toBe("quote-at-space");
    expect(codeOf("“floating bridge”.\n\nBefore the storm")).toBe("quote-crosses-paragraphs");
  });

  test.each([
    ["The cafe\u0301 🏴󠁧󠁢󠁳󠁣󠁴󠁿 at the quay stayed open", "The café 🏴󠁧󠁢󠁳󠁣󠁴󠁿 at the quay stayed open"],
    ["The harbour board, which doesn't own it", "The harbour board, which doesn’t own it"],
    ['called it the "floating bridge".', "called it the “floating bridge”."],
    ["carried 40,000 people\na year\u00a0between", "carried 40,000 people a year between"],
    ["the is\u00adlanders said. The café", "the islanders said. The café"],
    ["the is-\nlanders said. The café", "the islanders said. The café"],
    ["a 23-and-\na-half hour crossing", "a 23-and-a-half hour crossing"],
  ])("%j has the source's letters, and the source's words are found", (quote, words) => {
    expect(findQuotation(TEXT, { quote })).toMatchObject({ ok: true, ...place(words), quote: words, normalised: true });
    const { start } = place(words);
    expect(findQuotation(TEXT, { quote, start })).toMatchObject({ ok: true, start });
    expect(findQuotation(TEXT, { quote, start: start + 1 })).toMatchObject({ ok: true, start });
  });

  test("with other marks that stands twice needs a place, and exact words go before words with other marks", () => {
    const text = "The board doesn’t own the bridge. We know that the board doesn’t own the bridge, they say.";
    const quote = "board doesn't own the bridge";
    expect(findQuotation(text, { quote })).toMatchObject({
      code: "quote-ambiguous",
      candidates: [{ start: 4 }, { start: 51 }],
    });
    expect(findQuotation(text, { quote, start: 51 })).toMatchObject({ ok: true, start: 51, normalised: true });
    const mixed = text.replace("doesn’t", "doesn't");
    expect(findQuotation(mixed, { quote })).toMatchObject({ ok: true, start: 4, normalised: false });
  });

  test("with other marks is cut between words, is one paragraph, and is long enough where it stands", () => {
    expect(codeOf("harbour board, which doesn't own i")).toBe("quote-cuts-word");
    expect(codeOf('called it the "floating bridge".\nBefore the storm')).toBe("quote-not-found");
    expect(findQuotation("Nobody’s.\n\nAll went home.", { quote: "Nobody's." })).toMatchObject({ ok: true, start: 0 });
    expect(
      findQuotation("They were all fishers, she said.", { quote: "all f\u00adi\u00ads\u00adh\u00aders, she" }),
    ).toMatchObject({
      code: "quote-not-found",
    });
  });

  test("with an ellipsis for words left out is not found", () => {
    expect(codeOf("We shall … agree to close the ferry")).toBe("quote-not-found");
  });

  test("among a million occurrences is decided in a moment", () => {
    const cost = cpuMs(() => {
      expect(findQuotation("a ".repeat(2e5).trim(), { quote: "a ".repeat(20).trim() })).toMatchObject({
        code: "quote-ambiguous",
      });
      expect(findQuotation("a".repeat(2e5), { quote: "a".repeat(20) })).toMatchObject({ code: "quote-cuts-word" });
    });
    expect(cost).toBeLessThan(3000);
  });
});

describe("every quotation", () => {
  const word = fc.constantFrom(
    "ferry",
    "the",
    "don’t",
    "40,000",
    "😀",
    "U.S.",
    "café",
    "23-and-a-half",
    "👩‍👧",
    "“quay”",
    "é",
    "ﬁn",
  );
  const text = fc
    .array(
      fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(" ")),
      { minLength: 1, maxLength: 5 },
    )
    .map((p) => p.join("\n\n"));

  test("that is found is its text at its places, in the right length, and is found there again", () => {
    let hits = 0;
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (canonical, a, b) => {
        const start = a % codePointLength(canonical);
        const quote = sliceCodePoints(canonical, start, start + (b % 60));
        const result = findQuotation(canonical, { quote, start });
        if (!result.ok) return;
        hits++;
        expect(sliceCodePoints(canonical, result.start, result.end)).toBe(quote);
        expect(sliceCodePoints(canonical, result.start - codePointLength(result.prefix), result.start)).toBe(
          result.prefix,
        );
        expect(sliceCodePoints(canonical, result.end, result.end + codePointLength(result.suffix))).toBe(result.suffix);
        expect(quote).not.toMatch(/^\s|\s$|\n/);
        expect(codePointLength(quote) >= QUOTE_MIN || canonical.split("\n\n").includes(quote)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(hits).toBeGreaterThan(20);
  });
});

describe("spans", () => {
  const span = (start: number, end: number) => ({ start, end });
  test("make one citation in text order, apart, five at most and 1,200 code points together", () => {
    expect(spansFit([span(0, 20), span(20, 40), span(50, 80)])).toBeNull();
    expect(spansFit([span(30, 60), span(0, 20)])).toBe("spans-out-of-order");
    expect(spansFit([span(0, 30), span(29, 60)])).toBe("spans-overlap");
    expect(spansFit([span(0, 30), span(0, 30)])).toBe("spans-overlap");
    expect(spansFit(Array.from({ length: 6 }, (_, i) => span(i * 30, i * 30 + 20)))).toBe("too-many-spans");
    expect(spansFit([span(0, 600), span(600, 1200)])).toBeNull();
    expect(spansFit([span(0, 600), span(600, 1200), span(1300, 1320)])).toBe("spans-too-long");
  });
});
