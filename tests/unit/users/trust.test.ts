import { describe, expect, it } from "vitest";
import { LEVELS, levelOf } from "#lib/users/trust";

const nothing = { accepted: 0, upheld: 0, removed: 0, sanctioned: false };
const level = (deeds: Partial<typeof nothing>) => levelOf({ ...nothing, ...deeds }).name;

describe("trust", () => {
  it("grows from accepted arguments and upheld marks, from new to steward", () => {
    expect([0, 2, 3, 19, 20, 50].map((accepted) => level({ accepted }))).toEqual([
      "NEW",
      "NEW",
      "KNOWN",
      "KNOWN",
      "REGULAR",
      "REGULAR",
    ]);
    expect([9, 10].map((upheld) => level({ accepted: 50, upheld }))).toEqual(["REGULAR", "STEWARD"]);
  });

  it("shrinks with what was removed, and begins anew after a sanction", () => {
    expect([2, 3, 10, 11, 40].map((removed) => level({ accepted: 20, removed }))).toEqual([
      "REGULAR",
      "KNOWN",
      "KNOWN",
      "NEW",
      "NEW",
    ]);
    expect(level({ accepted: 100, upheld: 100, sanctioned: true })).toBe("NEW");
  });

  it("asks more and allows more at each level, and never less", () => {
    const rising = (numbers: readonly number[]) => numbers.every((one, i) => i === 0 || one >= (numbers[i - 1] ?? 0));
    for (const column of ["accepted", "upheld", "waiting"] as const)
      expect(rising(LEVELS.map((one) => one[column]))).toBe(true);
    for (const column of ["toldAtOnce", "knownEverywhere"] as const)
      expect(rising(LEVELS.map((one) => Number(one[column])))).toBe(true);
    expect(LEVELS[0]).toMatchObject({ accepted: 0, upheld: 0, removedPercent: 100 });
  });
});
