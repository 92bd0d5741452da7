import { describe, expect, test } from "vitest";
import type { Stance } from "#lib/arguments/view";
import { type Use, type Weighable, weigh } from "#lib/maps/evidence";

const NOW = new Date("2026-11-22T12:00:00Z");
const DAY = 86_400_000;

type Given = [id: string, parent: string | null, stance: Stance, state?: "WITHDRAWN"];

/** Arguments in the order of their numbers, all of them posted days ago. */
function debate(...given: Given[]): Weighable {
  return {
    thread: { dropped: { afterHours: 24, laterArguments: 1 } },
    arguments: given.map(([id, , , state], i) => ({
      id,
      number: i + 1,
      state: state ?? "VISIBLE",
      postedAt: NOW.getTime() - 9 * DAY + i,
    })),
    links: given.map(([child, parent, stance]) => ({ id: `l${child}`, child, parent, stance, startedAt: 0 })),
  };
}

const cites = (argument: string, ...places: string[]): Use[] =>
  places.map((place, i) => ({
    argument,
    citation: `${argument}${i}`,
    source: place.split(" ")[0] ?? "",
    stretch: place,
  }));

const THREAD = debate(
  ["a", null, "PRO"],
  ["b", "a", "CON"],
  ["c", "b", "CON"],
  ["d", null, "CON"],
  ["e", "d", "PRO", "WITHDRAWN"],
);
const USES = [
  ...cites("a", "x 0 9", "y 5 9"),
  ...cites("b", "x 0 9"),
  ...cites("c", "x 20 30"),
  ...cites("d", "y 5 9"),
  ...cites("e", "z 0 9"),
];

describe("the evidence of a thread", () => {
  const weighed = weigh(THREAD, USES, NOW);

  test("is of visible arguments alone", () => {
    expect([weighed.arguments, weighed.citations]).toEqual([4, 5]);
    expect(weighed.sources.map(({ source }) => source)).toEqual(["x", "y"]);
  });

  test("counts sides toward the question and stances toward what is answered", () => {
    expect(weighed.sources[0]?.sides).toEqual({ PRO: 2, CON: 1 });
    expect(weighed.stretches.find(({ stretch }) => stretch === "x 0 9")?.stances).toEqual({ PRO: 1, CON: 1 });
    expect(weighed.turns).toEqual([
      { turn: 1, sides: { PRO: 1, CON: 1 } },
      { turn: 2, sides: { PRO: 0, CON: 1 } },
      { turn: 3, sides: { PRO: 1, CON: 0 } },
    ]);
  });

  test("puts the most used passages first and knows which are contested", () => {
    expect(weighed.stretches.map(({ stretch, users }) => [stretch, users.map(({ number }) => number)])).toEqual([
      ["x 0 9", [1, 2]],
      ["y 5 9", [1, 4]],
      ["x 20 30", [3]],
    ]);
    expect(weighed.contested.map(({ stretch }) => stretch)).toEqual(["x 0 9", "y 5 9"]);
  });

  test("knows who rests on one source alone", () => {
    expect(weighed.alone).toBe(3);
    expect(weighed.sources.map(({ source, citations, alone }) => [source, citations, alone])).toEqual([
      ["x", 3, 2],
      ["y", 2, 1],
    ]);
  });

  test("takes an answer that was withdrawn for none", () => {
    expect(weighed.unanswered).toEqual({ PRO: 1, CON: 1 });
  });

  test("names what was dropped by the rule of dropped arguments", () => {
    expect(weigh(debate(["a", null, "PRO"], ["b", null, "CON"]), [], NOW).dropped).toEqual([{ id: "a", side: "PRO" }]);
  });
});
