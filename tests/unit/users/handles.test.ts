import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flawOfHandle, skeletonOf } from "#lib/users/handles";

describe("a handle", () => {
  it("is three to twenty small letters, digits and underscores, a letter first", () => {
    for (const good of ["ada", "naledi", "a_1", "x2345678901234567890"]) expect(flawOfHandle(good), good).toBeNull();
    for (const short of ["ab", "a", "x23456789012345678901"]) expect(flawOfHandle(short), short).toBe("handle-length");
    for (const odd of ["1ada", "_ada", "a-b", "a.b", "zoë", "аdmin", "ada\u200b", "ada\u0000"])
      expect(flawOfHandle(odd), odd).toBe("handle-characters");
  });

  it("has no capitals and no spaces, and says so", () => {
    expect(flawOfHandle("Admin")).toBe("handle-capitals");
    expect(flawOfHandle("АDA")).toBe("handle-capitals");
    for (const spaced of ["ada lovelace", "ada ", "\u00a0ada"]) expect(flawOfHandle(spaced)).toBe("handle-spaces");
  });

  it("does not speak for the forum, in any spelling that looks like it", () => {
    for (const name of [
      "admin",
      "adm1n",
      "a_d_m_i_n",
      "adrnin",
      "moderator",
      "m0derat0r",
      "grounds",
      "ground5",
      "deleted_7",
    ])
      expect(flawOfHandle(name), name).toBe("handle-reserved");
    for (const name of ["administers", "nomad", "background"]) expect(flawOfHandle(name), name).toBeNull();
  });
});

describe("the skeleton", () => {
  it("is one for handles that look alike, and only for those", () => {
    for (const [one, other] of [
      ["paul", "pau1"],
      ["bill", "b1ll"],
      ["olga", "0lga"],
      ["arnold", "amold"],
      ["vvanda", "wanda"],
      ["susan", "5u5an"],
      ["ann_lee", "annlee"],
      ["mar_nie", "mamie"],
    ])
      expect(skeletonOf(one as string), `${one} ${other}`).toBe(skeletonOf(other as string));
    expect(skeletonOf("tomasz")).not.toBe(skeletonOf("thomas"));
    expect(skeletonOf("student2")).not.toBe(skeletonOf("student3"));
  });

  it("of a skeleton is itself", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9_]{2,19}$/), (handle) => {
        expect(skeletonOf(skeletonOf(handle))).toBe(skeletonOf(handle));
      }),
    );
  });
});
