import { describe, expect, it } from "vitest";
import { listAt } from "#lib/arguments/list-address";

describe("the address of a list", () => {
  it("names the list and, from the second on, the page", () => {
    expect(listAt("answers")).toEqual({ which: "answers", page: 1 });
    expect(listAt("pro", ["12"])).toEqual({ which: "pro", page: 12 });
  });

  it("is written in one way only", () => {
    for (const which of ["", "Pro", "both", "__proto__", "constructor"]) expect(listAt(which), which).toBeNull();
    for (const page of ["0", "1", "-2", "02", "2.5", "1e3", "0x10", "", "NaN", "2147483648", " 2"]) {
      expect(listAt("con", [page]), page).toBeNull();
    }
    expect(listAt("con", ["2", "3"])).toBeNull();
  });
});
