import { describe, expect, it } from "vitest";
import { queryOf, turned, turnsIn } from "#lib/arguments/turned";

describe("what was turned in an outline", () => {
  it("is read from an address in the order in which it was done", () => {
    expect(turnsIn("?open=12,pro*,7*")).toEqual(["12", "pro*", "7*"]);
    expect(turnsIn(queryOf("", ["12", "con*"]))).toEqual(["12", "con*"]);
    expect(queryOf("?open=7", [])).toBe("");
  });

  it("leaves what else an address says", () => {
    expect(queryOf("?open=7&sort=impact&by=pro", ["12"])).toBe("?sort=impact&by=pro&open=12");
    expect(queryOf("?sort=impact", [])).toBe("?sort=impact");
  });

  it("passes over what is none of ours", () => {
    for (const open of ["", "0", "-1", "1e3", "1234567", "pro", "*", "__proto__", "12 ", "%00", "<b>"]) {
      expect(turnsIn(`?open=${open}`), open).toEqual([]);
    }
    expect(turnsIn(`?open=${Array.from({ length: 1_000 }, (_, i) => i + 1)}`)).toHaveLength(60);
  });

  it("forgets a branch that is turned twice, and adds pieces up", () => {
    expect(turned(["12", "7"], "12")).toEqual(["7"]);
    expect(turned(["pro*"], "pro*")).toEqual(["pro*", "pro*"]);
    expect(turned([], "*")).toEqual([]);
  });
});
