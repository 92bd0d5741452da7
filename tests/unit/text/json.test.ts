import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "#lib/text/json";
import { cpuMs } from "./cpu";

test("JSON means what it means everywhere", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      if (!text.includes("__proto__")) expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test("more than the allowed depth is refused before it is parsed", () => {
  const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  expect(parseJson(nested(32))).toBeDefined();
  expect(() => parseJson(nested(33))).toThrow(new RangeError("too-deep"));
  expect(() => parseJson("[".repeat(1e6))).toThrow(new RangeError("too-deep"));
  expect(() => parseJson('{"a":'.repeat(5000))).toThrow(new RangeError("too-deep"));
  expect(() => parseJson("[[1]]", { maxDepth: 1 })).toThrow(new RangeError("too-deep"));
});

test("brackets inside strings are not depth", () => {
  const text = JSON.stringify({ a: "[".repeat(100), b: `\\"${"{".repeat(100)}` });
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test("a byte order mark, a trailing comma and half a text are syntax errors", () => {
  for (const text of ["\ufeff{}", "[1,]", "{", "", "NaN", "'a'", '"a']) {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  }
});

test("a key named __proto__ is dropped at every level and pollutes nothing", () => {
  const value = parseJson(
    '{"__proto__":{"x":1},"a":[{"__proto__":{"x":1},"b":2}],"constructor":{"prototype":{"x":1}}}',
  );
  expect(JSON.stringify(value)).toBe('{"a":[{"b":2}],"constructor":{"prototype":{"x":1}}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test("a million keys and a huge exponent cost no more than their size", () => {
  const keys = Array.from({ length: 1e5 }, (_, i) => `"k${i}":1e999999`).join();
  const cost = cpuMs(() => {
    expect(Object.keys(parseJson(`{${keys}}`) as object)).toHaveLength(1e5);
  });
  expect(cost).toBeLessThan(1500);
});
