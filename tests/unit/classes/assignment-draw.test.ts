import { describe, expect, test } from "vitest";
import { type Chance, draw, drawLate } from "#lib/classes/assignment-draw";

/** Mulberry32: the same numbers every time. */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const people = Array.from({ length: 31 }, (_, i) => `p${i}`);

describe("drawing lots", () => {
  test("gives everybody one place, in groups and on sides that differ by one at most", () => {
    for (const groups of [1, 2, 3, 8]) {
      const drawn = draw(people, groups, chanceFrom(groups));
      expect(drawn.map(({ person }) => person).sort()).toEqual([...people].sort());
      const sizes = Array.from({ length: groups }, (_, i) => drawn.filter(({ group }) => group === i + 1));
      expect(Math.max(...sizes.map((one) => one.length)) - Math.min(...sizes.map((one) => one.length))).toBeLessThan(2);
      for (const group of sizes) {
        const pro = group.filter(({ side }) => side === "PRO").length;
        expect(Math.abs(2 * pro - group.length)).toBeLessThan(2);
      }
    }
  });

  test("is fair: over many draws everybody is on each side about as often", () => {
    const chance = chanceFrom(7);
    const pro = new Map(people.map((person) => [person, 0]));
    for (let i = 0; i < 2_000; i++) {
      for (const { person, side } of draw(people, 1, chance)) {
        if (side === "PRO") pro.set(person, (pro.get(person) ?? 0) + 1);
      }
    }
    // Five standard deviations of 2,000 throws of a coin are 112.
    for (const count of pro.values()) expect(Math.abs(count - 1_000)).toBeLessThan(112);
  });

  test("puts somebody who comes later into the smallest group and on its smaller side", () => {
    const seated = [
      { person: "a", group: 1, side: "PRO" },
      { person: "b", group: 1, side: "CON" },
      { person: "c", group: 2, side: "PRO" },
    ] as const;
    for (let seed = 0; seed < 20; seed++) {
      expect(drawLate("d", seated, 2, chanceFrom(seed))).toEqual({ person: "d", group: 2, side: "CON" });
    }
  });

  test("of nobody is nothing", () => {
    expect(draw([], 3, chanceFrom(1))).toEqual([]);
  });
});
