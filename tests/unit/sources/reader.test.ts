import { describe, expect, it } from "vitest";
import { type CitedStretch, contestedFirst, segmentsOf, stretchNamed } from "#lib/sources/reader";

const TEXT = "The fee 💰 would be low.";
const paragraph = { number: 3, start: 100, end: 100 + [...TEXT].length, text: TEXT };

function stretch(start: number, end: number, ids: string[], pro = ids.length, con = 0): CitedStretch {
  const uses = ids.map((id) => ({ id, number: 1, claim: id, stance: "PRO" as const, thread: { slug: "fee" } }));
  return { start, end, quote: "", paragraph: 3, pro, con, arguments: uses };
}

const drawn = (stretches: CitedStretch[]) =>
  segmentsOf(paragraph, stretches).map(({ text, weight }) => (weight === 0 ? text : `[${weight} ${text}]`));

describe("the segments of a paragraph", () => {
  it("are the whole paragraph where nothing is cited", () => {
    expect(drawn([])).toEqual([TEXT]);
  });

  it("count places in code points, so that a sign beyond the first plane is one", () => {
    expect(drawn([stretch(108, 109, ["a"])])).toEqual(["The fee ", "[1 💰]", " would be low."]);
  });

  it("weigh what stands on them where passages overlap", () => {
    const marks = [stretch(100, 115, ["a", "b"]), stretch(110, 123, ["c", "d"])];
    expect(drawn(marks)).toEqual(["[2 The fee 💰 ]", "[3 would]", "[2  be low.]"]);
  });

  it("count an argument once that stands on both of two overlapping passages", () => {
    const marks = [stretch(100, 115, ["a"]), stretch(110, 123, ["a"])];
    expect(segmentsOf(paragraph, marks).map(({ weight }) => weight)).toEqual([1, 1, 1]);
  });

  it("take from a passage beyond the paragraph only what lies in it", () => {
    expect(drawn([stretch(90, 107, ["a"]), stretch(123, 140, ["b"])])).toEqual(["[1 The fee]", " 💰 would be low."]);
  });

  it("name every passage that begins at them", () => {
    const marks = [stretch(104, 107, ["a"]), stretch(104, 115, ["b"])];
    expect(segmentsOf(paragraph, marks).map(({ opens }) => opens.length)).toEqual([0, 2, 0, 0]);
  });

  it("are contested where both sides stand, on one passage or on two that overlap", () => {
    const against = stretch(110, 123, ["b"], 0, 1);
    const marks = [
      stretch(100, 115, ["a"]),
      { ...against, arguments: against.arguments.map((a) => ({ ...a, stance: "CON" as const })) },
    ];
    expect(segmentsOf(paragraph, marks).map(({ contested }) => contested)).toEqual([false, true, false]);
  });

  it("are cut and named where an address names words, cited or not", () => {
    const segments = segmentsOf(paragraph, [stretch(104, 107, ["a"])], { start: 100, end: 107 });
    expect(segments.map(({ text, named }) => [text, named])).toEqual([
      ["The ", true],
      ["fee", true],
      [" 💰 would be low.", false],
    ]);
    expect(segmentsOf(paragraph, [], { start: 0, end: 50 }).some(({ named }) => named)).toBe(false);
  });
});

describe("the stretch that an address names", () => {
  it("is two places in order, and nothing else", () => {
    expect(stretchNamed({ from: "12", to: "80" })).toEqual({ start: 12, end: 80 });
    const wrong = [
      {},
      { from: "12" },
      { from: "80", to: "12" },
      { from: "-1", to: "5" },
      { from: "a", to: "b" },
      { from: "", to: "5" },
      { from: "0.5", to: "5" },
    ];
    for (const query of wrong) expect(stretchNamed(query)).toBeNull();
  });
});

describe("passages, contested first", () => {
  it("put words on which both sides stand before words that many of one side use", () => {
    const oneSided = stretch(100, 107, ["a", "b", "c"], 3, 0);
    const contested = stretch(110, 115, ["d", "e"], 1, 1);
    expect(contestedFirst([oneSided, contested])).toEqual([contested, oneSided]);
  });
});
