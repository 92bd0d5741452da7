import { describe, expect, it } from "vitest";
import { CODE_LENGTH, foldCode, newCode, shownCode } from "#lib/classes/join-code";

describe("a class's code", () => {
  it("has at least forty random bits and no letter that looks like another", () => {
    const codes = Array.from({ length: 500 }, newCode);
    expect(CODE_LENGTH * 5).toBeGreaterThanOrEqual(40);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
    expect(new Set(codes).size).toBe(500);
    expect(new Set(codes.join("")).size).toBe(32);
  });

  it("is the same code in capitals, with hyphens and blanks, and with letters for digits that look like them", () => {
    for (const typed of ["10ab0-1defg", "1OAB0-IDEFG", " lo ab o–l d e f g ", "ＩＯＡＢ０１ＤＥＦＧ", "10AB0_1DEFG"])
      expect(foldCode(typed)).toBe("10ab01defg");
  });

  it("stands on the wall in two halves and is read back from it", () => {
    for (const code of [newCode(), "dem04b7k"]) expect(foldCode(shownCode(code))).toBe(code);
    expect(shownCode("dem04b7k")).toBe("DEM0-4B7K");
  });
});
