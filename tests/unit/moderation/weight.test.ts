import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HIDE_WEIGHT, type Reporter, suffice, weightOf } from "#lib/moderation/weight";

const newcomer: Reporter = { upheld: 0, rejected: 0, hours: 24 };
const reporter = fc.record({ upheld: fc.nat(500), rejected: fc.nat(500), hours: fc.nat(10_000) });

describe("what a report weighs", () => {
  it("is between nothing and one, more with every report that was right and less with every one that was not", () => {
    fc.assert(
      fc.property(reporter, (one) => {
        expect(weightOf(one)).toBeGreaterThanOrEqual(0);
        expect(weightOf(one)).toBeLessThan(1);
        expect(weightOf({ ...one, upheld: one.upheld + 1 })).toBeGreaterThanOrEqual(weightOf(one));
        expect(weightOf({ ...one, rejected: one.rejected + 1 })).toBeLessThanOrEqual(weightOf(one));
      }),
    );
  });

  it("is nothing from whoever came within a day, and from whoever was nearly always wrong", () => {
    expect(weightOf({ upheld: 9, rejected: 0, hours: 23.9 })).toBe(0);
    expect(weightOf({ upheld: 0, rejected: 4, hours: 9_000 })).toBe(0);
    expect(weightOf({ upheld: 0, rejected: 3, hours: 9_000 })).toBe(0.2);
  });
});

describe("reports hide a post", () => {
  it("by three newcomers or two with a good record, never by one", () => {
    expect(suffice([newcomer, newcomer])).toBe(false);
    expect(suffice([newcomer, newcomer, newcomer])).toBe(true);
    expect(suffice([3, 3].map((upheld) => ({ ...newcomer, upheld })))).toBe(true);
    fc.assert(fc.property(reporter, (one) => !suffice([one]) && weightOf(one) < HIDE_WEIGHT));
  });

  it("by no number of accounts made today", () => {
    expect(suffice(Array.from({ length: 1_000 }, () => ({ ...newcomer, hours: 1 })))).toBe(false);
  });
});
