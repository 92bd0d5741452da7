import fc from "fast-check";
import { expect, test } from "vitest";
import { paragraphChanges } from "#lib/sources/paragraph-changes";
import { cpuMs } from "../text/cpu";

const changed = (before: string, after: string) => ({ kind: "changed", before, after });
const same = (count: number) => ({ kind: "same", count });

test("paragraphs that stayed are counted, those that changed stand side by side", () => {
  expect(paragraphChanges(["a", "b", "c"], ["a", "b", "c"])).toEqual([same(3)]);
  expect(paragraphChanges(["a", "b", "c"], ["a", "x", "c"])).toEqual([same(1), changed("b", "x"), same(1)]);
  expect(paragraphChanges(["a", "b"], ["new", "a", "b", "end"])).toEqual([
    changed("", "new"),
    same(2),
    changed("", "end"),
  ]);
  expect(paragraphChanges(["a", "b", "c", "d"], ["a", "x", "d"])).toEqual([
    same(1),
    changed("b", "x"),
    changed("c", ""),
    same(1),
  ]);
});

test("every paragraph of both texts is told once, in order", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const told: [string[], string[]] = [[], []];
      for (const change of paragraphChanges(before, after)) {
        if (change.kind === "same") {
          const stayed = before.slice(told[0].length, told[0].length + change.count);
          told[0].push(...stayed);
          told[1].push(...stayed);
        } else {
          if (change.before) told[0].push(change.before);
          if (change.after) told[1].push(change.after);
        }
      }
      expect(told).toEqual([before, after]);
    }),
  );
});

test("texts of many short paragraphs are compared in a moment", () => {
  const [left, right] = [1, 2].map((by) => Array.from({ length: 60_000 }, (_, i) => `${i * by}`));
  expect(cpuMs(() => paragraphChanges(left ?? [], right ?? []))).toBeLessThan(2000);
});
