import fc from "fast-check";
import { expect, test } from "vitest";
import { codePointLength, sliceCodePoints, toCodePointIndex, toUtf16Index, utf16Indexes } from "#lib/text/code-points";

const text = fc.string({ unit: "binary" });

test("a length is the number of code points, not of UTF-16 units", () => {
  expect(codePointLength("")).toBe(0);
  expect(codePointLength("a😀b")).toBe(3);
  expect(codePointLength("👩‍👧")).toBe(3);
  expect(codePointLength("a\ud800b")).toBe(3);
  fc.assert(fc.property(text, (s) => codePointLength(s) === [...s].length));
});

test("a slice is cut between code points and may reach beyond the text", () => {
  expect(sliceCodePoints("a😀bc", 1, 3)).toBe("😀b");
  expect(sliceCodePoints("a😀bc", 2)).toBe("bc");
  expect(sliceCodePoints("abc", 2, 99)).toBe("c");
  expect(sliceCodePoints("abc", 5, 9)).toBe("");
  expect(sliceCodePoints("abc", 2, 1)).toBe("");
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), (s, a, b) => sliceCodePoints(s, a, b) === [...s].slice(a, b).join("")),
  );
});

test("places go over to UTF-16 and back unchanged", () => {
  expect(toUtf16Index("a😀b", 2)).toBe(3);
  expect(toCodePointIndex("a😀b", 3)).toBe(2);
  expect(toCodePointIndex("a😀b", 2)).toBe(2);
  expect(toUtf16Index("abc", 9)).toBe(3);
  expect(toUtf16Index("abc", -1)).toBe(0);
  fc.assert(
    fc.property(text, fc.nat(), (s, n) => {
      const at = n % (codePointLength(s) + 1);
      return toCodePointIndex(s, toUtf16Index(s, at)) === at;
    }),
  );
});

test("all indexes at once are each index by itself", () => {
  for (const text of ["", "abc", "a😀b", "😀😀", "\ud83da\ude00"]) {
    const each = Array.from({ length: codePointLength(text) + 1 }, (_, point) => toUtf16Index(text, point));
    expect([...utf16Indexes(text)]).toEqual(each);
  }
});
