import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf } from "#lib/text/difference";

const words = fc.array(fc.constantFrom("a", "few", "words", "again"), { maxLength: 12 }).map((all) => all.join(" "));
const side = (before: string, after: string, left: "out" | "in") =>
  differenceOf(before, after)
    .filter(({ kind }) => kind === "same" || kind === left)
    .map(({ text }) => text)
    .join(" ");

describe("a difference", () => {
  it("strikes what was left out before what took its place", () => {
    expect(differenceOf("no books at all", "no bibles at all")).toEqual([
      { kind: "same", text: "no" },
      { kind: "out", text: "books" },
      { kind: "in", text: "bibles" },
      { kind: "same", text: "at all" },
    ]);
  });

  it("says nothing of spaces", () => {
    expect(differenceOf(" the same\nwords ", "the same words")).toEqual([{ kind: "same", text: "the same words" }]);
  });

  it("reads as either wording when the other's words are left out", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(side(before, after, "out")).toBe(before);
        expect(side(before, after, "in")).toBe(after);
      }),
    );
  });

  it("keeps as many words as any order allows", () => {
    const kept = differenceOf("a b c d e", "x b y d z").filter(({ kind }) => kind === "same");
    expect(kept.map(({ text }) => text)).toEqual(["b", "d"]);
  });

  it("replaces the whole of texts too long to compare", () => {
    const long = (word: string) => `${word} `.repeat(1_100).trim();
    expect(differenceOf(long("one"), long("two")).map(({ kind }) => kind)).toEqual(["out", "in"]);
  });
});
