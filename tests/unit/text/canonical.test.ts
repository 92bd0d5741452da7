import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText, paragraphAt, paragraphsOf, sentenceAround, sha256Hex, wordCount } from "#lib/text/canonical";
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";

const messy = fc
  .array(
    fc.oneof(
      fc.constantFrom("\n", "\r\n", "\n\n", " ", "\t", "\u00a0", "\ufeff", "\u0000", "e\u0301", "\u2028"),
      fc.string({ unit: "binary", maxLength: 60 }),
    ),
  )
  .map((pieces) => pieces.join(""));

describe("the canonical text", () => {
  test("is NFC with LF only, no mark, no control characters", () => {
    expect(canonicalText("\ufeffcafe\u0301\r\n\r\na\u0000b\u0007c\u2029d")).toBe("café\n\nabc\n\nd");
  });

  test("has trimmed paragraphs with single spaces, two line feeds between them and none at the end", () => {
    expect(canonicalText("\n\n  One \t two.\u00a0 \n \n\n\n  Three.  \n\n")).toBe("One two.\n\nThree.");
    expect(canonicalText(" \n\t\n")).toBe("");
  });

  test("keeps lines apart where the text is not hard-wrapped", () => {
    const long =
      "The ferry company said on Tuesday that it would take three of its boats out of service before the winter timetable begins.";
    expect(canonicalText(`${long}\nBoats at the quay (Harbour Office)\n\n${long}`)).toBe(
      `${long}\n\nBoats at the quay (Harbour Office)\n\n${long}`,
    );
    expect(canonicalText("Boats\nQuays\nGulls")).toBe("Boats\n\nQuays\n\nGulls");
  });

  test("joins the lines of a hard-wrapped text", () => {
    const wrapped =
      "The ferry company said on Tuesday that it would take\nthree of its boats out of service before the winter\ntimetable begins.\n\nNobody had been asked.";
    expect(canonicalText(wrapped)).toBe(
      "The ferry company said on Tuesday that it would take three of its boats out of service before the winter timetable begins.\n\nNobody had been asked.",
    );
  });

  test("of a canonical text is itself", () => {
    fc.assert(
      fc.property(messy, (raw) => {
        const once = canonicalText(raw);
        expect(canonicalText(once)).toBe(once);
        expect(once).toBe(once.normalize("NFC"));
        expect(once).not.toMatch(/[^\P{Cc}\n]|^\s|\s$|[^\S\n ]| {2}| \n|\n |(?<!\n)\n(?!\n)|\n{3}/u);
      }),
    );
  });
});

describe("paragraphs", () => {
  test("are numbered from one, with places in code points", () => {
    const paragraphs = paragraphsOf("a😀b\n\nsecond");
    expect(paragraphs).toEqual([
      { number: 1, start: 0, end: 3, text: "a😀b" },
      { number: 2, start: 5, end: 11, text: "second" },
    ]);
    expect(paragraphAt(paragraphs, 2)?.number).toBe(1);
    expect(paragraphAt(paragraphs, 3)).toBeNull();
    expect(paragraphAt(paragraphs, 5)?.number).toBe(2);
    expect(paragraphAt(paragraphs, 11)).toBeNull();
    expect(paragraphsOf("")).toEqual([]);
  });

  test("stand in the text at their places", () => {
    fc.assert(
      fc.property(messy.map(canonicalText), (text) => {
        for (const p of paragraphsOf(text)) expect(sliceCodePoints(text, p.start, p.end)).toBe(p.text);
      }),
    );
  });
});

test("the hash is SHA-256 over UTF-8 in lower-case hex", () => {
  expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256Hex("é")).toBe("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
});

test("what is joined without a space is one word", () => {
  expect(wordCount("He’s paid 40,000 in the U.S. for 23-and-a-half days, don't ask — really")).toBe(12);
  expect(wordCount("船が来た")).toBe(4);
  expect(wordCount(" … ")).toBe(0);
});

describe("the sentence around a span", () => {
  const around = (text: string, words: string) => {
    const start = codePointLength(text.slice(0, text.indexOf(words)));
    return sentenceAround(text, start, start + codePointLength(words));
  };

  test("is what is left of its own sentence, within its paragraph", () => {
    const text = "First one. Gulls 🐦 eat the fish, and nobody minds. Third one.\n\nOther paragraph.";
    expect(around(text, "eat the fish")).toEqual({ before: "Gulls 🐦 ", after: ", and nobody minds." });
    expect(around(text, "Other paragraph.")).toEqual({ before: "", after: "" });
    expect(around(text, "First one. Gulls")).toEqual({ before: "", after: " 🐦 eat the fish, and nobody minds." });
    expect(around(text, "First one.")).toEqual({ before: "", after: "" });
  });

  test("does not end after U.S., an initial or a short form, nor before a small letter", () => {
    const text = "Ships of the U.S. Navy met Dr. Ann B. Quay there. “Is that so?” she asked the crew.";
    expect(around(text, "met")).toEqual({ before: "Ships of the U.S. Navy ", after: " Dr. Ann B. Quay there." });
    expect(around(text, "asked")).toEqual({ before: "“Is that so?” she ", after: " the crew." });
  });

  test("of what goes on without an end is the whole words nearest, and is found at once", () => {
    const endless = "🐦gulls eat ".repeat(40_000);
    const text = `${endless}the fish ${endless}`;
    const began = performance.now();
    const { before, after } = around(text, "the fish");
    expect(performance.now() - began).toBeLessThan(200);
    expect(text).toContain(`${before}the fish${after}`);
    expect([before.slice(0, 4), after.slice(-5)]).toEqual(["eat ", "gulls"]);
    for (const part of [before, after]) expect(part.length).toBeLessThan(3_001);
    expect(around(`${"🐦".repeat(9_000)}the fish${"🐦".repeat(9_000)}`, "the fish")).toEqual({ before: "", after: "" });
  });
});
