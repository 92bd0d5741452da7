import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reanchor } from "#lib/sources/anchor";
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";
import { cpuMs } from "../text/cpu";

const OPENING = "The harbour board met on Monday 🚢 to hear what the winter storms had done to the pier.";
const CITED = "It’s “neither safe nor cheap” to keep the ferry running, the surveyor wrote.";
const CLOSING = "Nobody from the islands had been asked to speak, and the room emptied before the vote was called.";
const OTHER = "In the afternoon the fishermen mended their nets and talked about the price of diesel on the mainland.";
const BEFORE = [`${OPENING} ${CITED} ${CLOSING}`, OTHER].join("\n\n");

const placeOf = (text: string, words: string) => {
  const start = codePointLength(text.slice(0, text.indexOf(words)));
  return { start, end: start + codePointLength(words) };
};
const became = (after: string, words = CITED, before = BEFORE) => {
  const [anchored] = reanchor(before, after, [placeOf(before, words)]);
  if (anchored === undefined || anchored.state === "ORPHANED") return ["ORPHANED"];
  return [anchored.state, sliceCodePoints(after, anchored.start, anchored.end)];
};

describe("cited words", () => {
  test("that stand as they stood are verbatim, wherever they moved to", () => {
    expect(became(BEFORE)).toEqual(["VERBATIM", CITED]);
    expect(became(`A correction was made.\n\n${BEFORE}`)).toEqual(["VERBATIM", CITED]);
    expect(became(BEFORE.split("\n\n").reverse().join("\n\n"))).toEqual(["VERBATIM", CITED]);
    expect(became(BEFORE.replace(OPENING, "").trim())).toEqual(["VERBATIM", CITED]);
  });

  test("that changed a little are moved, with how much of them is left", () => {
    const words = CITED.replace("cheap", "reasonable");
    const after = BEFORE.replace(CITED, words);
    expect(became(after)).toEqual(["MOVED", words]);
    expect(reanchor(BEFORE, after, [placeOf(BEFORE, CITED)])).toMatchObject([{ confidence: 0.923 }]);
    const negated = "It’s “neither safe nor cheap” not to keep the ferry running, the surveyor wrote.";
    expect(became(BEFORE.replace(CITED, negated))).toEqual(["MOVED", negated]);
  });

  test("whose marks alone were set anew are moved, not verbatim", () => {
    const words = CITED.replace("’", "'").replace(/[“”]/g, '"');
    expect(became(BEFORE.replace(CITED, words))).toEqual(["MOVED", words]);
  });

  test("of which less than two thirds are left are orphaned", () => {
    expect(became(BEFORE.replace(CITED, "Keeping the ferry running is folly, the surveyor wrote."))).toEqual([
      "ORPHANED",
    ]);
    expect(became(BEFORE.replace(CITED, ""))).toEqual(["ORPHANED"]);
    expect(became("Something else altogether stands here now.")).toEqual(["ORPHANED"]);
    expect(became("")).toEqual(["ORPHANED"]);
  });

  test("among which other words stand now, as many as half of them, are orphaned: that is another text", () => {
    const between =
      "to keep the ferry running, which nobody but the council and its three friends had ever asked for, the surveyor wrote.";
    expect(became(BEFORE.replace("to keep the ferry running, the surveyor wrote.", between))).toEqual(["ORPHANED"]);
  });

  test("that were rewritten are not looked for in a copy of them elsewhere", () => {
    const rewritten = BEFORE.replace(CITED, "It’s neither wise nor kind to keep the ferry, the surveyor said.");
    expect(became(`${rewritten} ${CITED}`)).toEqual(["ORPHANED"]);
  });

  test("that left their place whole are found in the one place where they went", () => {
    expect(became(`${BEFORE.replace(`${CITED} `, "")} ${CITED}`)).toEqual(["VERBATIM", CITED]);
    expect(became(`${BEFORE.replace(`${CITED} `, "")} ${CITED} ${OTHER} ${CITED}`)).toEqual(["ORPHANED"]);
  });

  test("that stand several times are told apart by what is around them", () => {
    const phrase = "the winter storms had done";
    const before = `${BEFORE} They knew what the winter storms had done before.`;
    const last = { start: codePointLength(before.slice(0, before.lastIndexOf(phrase))), end: 0 };
    last.end = last.start + codePointLength(phrase);
    const after = `New words lead in.\n\n${before}`;
    const shift = codePointLength("New words lead in.\n\n");
    expect(reanchor(before, after, [placeOf(before, phrase), last])).toMatchObject([
      { state: "VERBATIM", start: placeOf(before, phrase).start + shift },
      { state: "VERBATIM", start: last.start + shift },
    ]);
    expect(became(`${BEFORE}\n\nElsewhere one reads: ${CITED}`)).toEqual(["VERBATIM", CITED]);
  });

  test("that were doubled on the spot are orphaned: nothing tells the two apart", () => {
    expect(became(BEFORE.replace(CITED, `${CITED} ${CITED}`))).toEqual(["ORPHANED"]);
  });

  test("that a new paragraph parts stay in the one that holds two thirds of them, or are orphaned", () => {
    expect(became(BEFORE.replace(", the surveyor", ".\n\nThe surveyor"))).toEqual([
      "MOVED",
      "It’s “neither safe nor cheap” to keep the ferry running.",
    ]);
    expect(became(BEFORE.replace(" to keep", "\n\nto keep"))).toEqual(["ORPHANED"]);
  });

  test("may not be the start of another word or number", () => {
    const before =
      "They had a budget of some 40,000 crowns, which the council of the U.S. islands had set for the year.";
    const words = "which the council of the U.S.";
    expect(became(before.replace("U.S.", "U.S.A."), words, before)[0]).toBe("MOVED");
    expect(became(before.replace("crowns", "kroner"), words, before)).toEqual(["VERBATIM", words]);
  });

  test("without a word in them are orphaned", () => {
    expect(became("…", "…", "…")).toEqual(["ORPHANED"]);
  });
});

test("every place is of whole words in one paragraph, and verbatim ones are the same words", () => {
  const word = fc.constantFrom(..."ferry pier the of storm don’t 40,000 U.S. café 😀 “quay” board met on a".split(" "));
  const paragraph = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(" "));
  const text = fc.array(paragraph, { minLength: 1, maxLength: 4 });
  let placed = 0;
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat(), (old, other, a, b) => {
      const before = old.join("\n\n");
      const after = [...other.slice(1), ...old.slice(a % 2), other[0]].join("\n\n");
      const start = a % codePointLength(before);
      const end = Math.min(codePointLength(before), start + 1 + (b % 80));
      const words = sliceCodePoints(before, start, end);
      if (words.includes("\n")) return;
      for (const anchored of reanchor(before, after, [{ start, end }])) {
        if (anchored.state === "ORPHANED") continue;
        placed++;
        const there = sliceCodePoints(after, anchored.start, anchored.end);
        expect(there).not.toBe("");
        expect(there).not.toContain("\n");
        if (anchored.state === "VERBATIM") expect(there).toBe(words);
        else expect(there).not.toBe(words);
      }
    }),
    { numRuns: 1000 },
  );
  expect(placed).toBeGreaterThan(100);
});

test("a thousand spans of a text of one word repeated are decided in a moment", () => {
  const text = "again ".repeat(66_000).trim();
  const spans = Array.from({ length: 1000 }, (_, i) => ({ start: i * 60, end: i * 60 + 29 }));
  const cost = cpuMs(() => {
    expect(new Set(reanchor(text, `${text} once`, spans).map(({ state }) => state))).toEqual(new Set(["ORPHANED"]));
  });
  expect(cost).toBeLessThan(3000);
});
