import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#lib/maps/canonical-json";

describe("the canonical form of a JSON value", () => {
  test("orders members by UTF-16 units, as the RFC's own example of names does", () => {
    const names = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 };
    expect(canonicalJson(names)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  test("spells numbers and signs in the one way that ECMAScript does", () => {
    expect(canonicalJson([1.0, -0, 1e21, 0.000001, 1e-7, 4.5e-300, '\u0007\b"\\/é'])).toBe(
      '[1,0,1e+21,0.000001,1e-7,4.5e-300,"\\u0007\\b\\"\\\\/é"]',
    );
  });

  test("does not depend on the order in which members came, and says the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = JSON.parse(JSON.stringify(value), (_, inner) =>
          inner && typeof inner === "object" && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).toReversed())
            : inner,
        );
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300, interruptAfterTimeLimit: 10_000, markInterruptAsFailure: true },
    );
  });

  test.each([
    ["undefined", { a: undefined }],
    ["NaN", [Number.NaN]],
    ["a lone surrogate", "\ud800"],
    ["a date", new Date(0)],
  ])("refuses %s, which JSON cannot say", (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
