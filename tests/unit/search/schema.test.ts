import { describe, expect, test } from "vitest";
import { askedBy, asksNothing, QUERY_MAX } from "#lib/search/schema";

const q = (value: string) => askedBy({ q: value });

describe("what an address asks", () => {
  test("is its words, trimmed and in NFC", () => {
    expect(q("  cafe\u0301 law ")).toEqual({ asked: { q: "café law" }, flaw: null });
  });

  test("is nothing where nothing can be seen", () => {
    for (const blank of ["", "   ", "\u200b\u2060", "\u00ad"]) expect(asksNothing(q(blank).asked)).toBe(true);
    expect(asksNothing(askedBy({ after: "0.1.a:x" }).asked)).toBe(true);
  });

  test.each([
    ["a\u0000b", "control-character"],
    ["a\ud800b", "not-well-formed"],
    ["a".repeat(QUERY_MAX + 1), "query-too-long"],
    ["a".repeat(10_000), "query-too-long"],
    ["\u0300".repeat(700), "too-many-marks"],
  ])("is refused with a sentence where its words cannot be read (%#)", (given, code) => {
    expect(q(given)).toEqual({ asked: {}, flaw: code });
  });

  test("has as many code points as it may, an emoji one of them", () => {
    expect(q("😀".repeat(QUERY_MAX)).flaw).toBeNull();
  });

  test("passes over what is not known here", () => {
    const odd = {
      stance: "createdAt;drop",
      kind: "users",
      author: "<script>",
      answered: "1",
      thread: "../..",
      page: "-1",
    };
    expect(askedBy({ q: "law", ...odd, after: "1e9" })).toEqual({ asked: { q: "law" }, flaw: null });
    expect(askedBy({ __proto__: "x", constructor: "y" } as Record<string, string>).asked).toEqual({});
  });

  test("narrows down by what is known", () => {
    const known = { kind: "passage", thread: "a-b", source: "c", author: "yuki", stance: "con", contested: "yes" };
    expect(askedBy(known).asked).toEqual(known);
  });
});
