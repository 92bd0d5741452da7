import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointLength } from "#lib/text/code-points";
import { line, prose } from "#lib/text/schema";
import { cpuMs } from "./cpu";

const claim = line({ max: 20 });
const body = prose({ min: 3, max: 40 });
const codeOf = (schema: typeof claim, value: unknown) => {
  const result = schema.safeParse(value);
  return result.success ? null : result.error.issues.map((issue) => issue.message).join();
};

describe("what people write", () => {
  test("is kept in NFC, trimmed at its ends", () => {
    expect(claim.parse("  cafe\u0301 \n")).toBe("café");
    expect(body.parse("One.\r\n\r\nTwo.\n")).toBe("One.\n\nTwo.");
  });

  test("may hold any shown text as it is", () => {
    for (const text of ["<img src=x onerror=alert(1)>", "👩‍👩‍👧‍👦 🏳️‍🌈", "\u202eabc\u202c", "Ǟ̱ việt", "=1+1"]) {
      expect(prose({ max: 40 }).parse(text)).toBe(text.normalize("NFC"));
    }
  });

  test.each([
    ["a\u0000b", "control-character"],
    ["a\u0085b", "control-character"],
    ["a\nb", "control-character"],
    ["a\tb", "control-character"],
    ["a\u2028b", "control-character"],
    ["a\ud800b", "not-well-formed"],
    ["\udc00", "not-well-formed"],
    ["", "blank"],
    [" \n ", "blank"],
    ["\u200b \u2060 \u00ad", "blank"],
    ["\u0301", "blank"],
    ["\u3164\u115f\u2800\u{e0041}", "blank"],
    [`z${"\u0300".repeat(9)}`, "too-many-marks"],
    [`z${"\u0300\u200d".repeat(9)}`, "too-many-marks"],
    ["a".repeat(21), "too-long"],
    [null, "not-text"],
    [["a"], "not-text"],
    [{ toString: "a" }, "not-text"],
  ])("as one line, %j is refused: %s", (value, code) => {
    expect(codeOf(claim, value)).toBe(code);
  });

  test("as prose, line breaks and tabs are welcome and NUL is not", () => {
    expect(codeOf(body, "a\n\tb")).toBeNull();
    expect(codeOf(body, "a\u0000b")).toBe("control-character");
    expect(codeOf(body, "ab")).toBe("too-short");
  });

  test("is measured in code points, emoji or not", () => {
    expect(codeOf(claim, "😀".repeat(20))).toBeNull();
    expect(codeOf(claim, "😀".repeat(21))).toBe("too-long");
    expect(codeOf(claim, "e\u0301".repeat(20))).toBeNull();
  });

  test("is judged in a moment, however it is made", () => {
    const cost = cpuMs(() => {
      const hostile = [
        "a".repeat(1e6),
        `a${"\n".repeat(1e6)}b`,
        "<".repeat(1e5),
        `a${"\u0327\u0301".repeat(5e4)}`,
        " \u200d".repeat(3e5),
      ];
      for (const text of hostile) expect(codeOf(body, text)).not.toBeNull();
    });
    expect(cost).toBeLessThan(1500);
  });

  test("once accepted stays accepted and unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const first = body.safeParse(raw);
        if (!first.success) return;
        expect(body.parse(first.data)).toBe(first.data);
        expect(codePointLength(first.data)).toBeLessThanOrEqual(40);
      }),
    );
  });
});
