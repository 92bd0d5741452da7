import { describe, expect, it } from "vitest";
import { impactOf, joined, NO_RATINGS, weightOf } from "#lib/weighing/impact";

describe("the impact of ratings", () => {
  it("is shown from three ratings on, so that nobody can tell whose is whose", () => {
    expect(impactOf([0, 0, 2, 0, 0])).toBeNull();
    expect(impactOf([1, 0, 1, 0, 1])).toEqual({ counts: [1, 0, 1, 0, 1], ratings: 3, mean: 2 });
  });

  it("weighs half where nobody has rated, and moves little by few", () => {
    expect(weightOf(NO_RATINGS)).toBe(0.5);
    expect(weightOf([0, 0, 0, 0, 1])).toBeCloseTo(0.5 + 0.5 / 6, 12);
    expect(weightOf([0, 0, 0, 0, 5])).toBeCloseTo(0.75, 12);
    expect(weightOf([95, 0, 0, 0, 0])).toBeCloseTo(0.5 - (0.5 * 95) / 100, 12);
    expect(weightOf([0, 0, 50, 0, 0])).toBe(0.5);
  });

  it("puts many of a good thing before few of the best", () => {
    expect(weightOf([0, 0, 0, 0, 3])).toBeLessThan(weightOf([0, 0, 0, 10, 40]));
  });

  it("adds up over the places of an argument", () => {
    expect(
      joined([
        [1, 0, 0, 0, 2],
        [0, 0, 3, 0, 1],
      ]),
    ).toEqual([1, 0, 3, 0, 3]);
    expect(joined([])).toEqual(NO_RATINGS);
  });
});
