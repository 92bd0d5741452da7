import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Boxed, layTree, type Placed } from "#lib/maps/tree-layout";

const SPACING = { width: 200, across: 56, down: 14 };

/** Each box says how many before it it stands below, and how high it is. */
const seeds = fc.array(fc.record({ back: fc.nat({ max: 30 }), height: fc.integer({ min: 20, max: 300 }) }), {
  minLength: 1,
  maxLength: 80,
});

function treeOf(all: { back: number; height: number }[]): Boxed<number> {
  const boxes = all.map(({ height }, i): Boxed<number> => ({ of: i, height, below: [] }));
  for (const [i, { back }] of all.entries()) {
    const box = boxes[i] as Boxed<number>;
    if (i > 0) boxes[i - 1 - (back % i)]?.below.push(box);
  }
  return boxes[0] as Boxed<number>;
}

/** Pairs that stand over each other, or nearer than they may in one column. */
function crowded(all: Placed<number>[]): [number, number][] {
  const found: [number, number][] = [];
  for (const column of Map.groupBy(all, ({ x }) => x).values()) {
    const sorted = column.toSorted((a, b) => a.y - b.y);
    sorted.slice(1).forEach((below, i) => {
      const above = sorted[i] as Placed<number>;
      if (above.y + above.height + SPACING.down > below.y + 0.001) found.push([above.of, below.of]);
    });
  }
  return found;
}

const tree = seeds.map(treeOf);

describe("a laid out tree", () => {
  test("has no two boxes over each other, and a gap between two of one column", () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(crowded(layTree(root, SPACING))).toEqual([]);
      }),
    );
  });

  test("sets every box one column right of what it stands below", () => {
    fc.assert(
      fc.property(tree, (root) => {
        for (const { x, depth, below } of layTree(root, SPACING)) {
          expect(x).toBe(depth * (SPACING.width + SPACING.across));
          for (const child of below) expect(child.depth).toBe(depth + 1);
        }
      }),
    );
  });

  test("keeps the answers to one box in their order, from above", () => {
    fc.assert(
      fc.property(tree, (root) => {
        for (const { below } of layTree(root, SPACING))
          expect(below.map(({ of }) => of)).toEqual(below.toSorted((a, b) => a.y - b.y).map(({ of }) => of));
      }),
    );
  });

  test("begins at the upper left with its root, and sets every first answer on the line of what it answers", () => {
    fc.assert(
      fc.property(tree, (root) => {
        const all = layTree(root, SPACING);
        expect([all[0]?.x, all[0]?.y]).toEqual([0, 0]);
        for (const { y, below } of all) if (below[0]) expect(below[0].y).toBe(y);
      }),
    );
  });

  test("is the same each time, and holds every box once", () => {
    fc.assert(
      fc.property(seeds, (all) => {
        const [once, twice] = [layTree(treeOf(all), SPACING), layTree(treeOf(all), SPACING)];
        expect(once.map(({ of }) => of).sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
        expect(twice.map(({ of, x, y }) => [of, x, y])).toEqual(once.map(({ of, x, y }) => [of, x, y]));
      }),
    );
  });

  test("may be a thousand deep or ten thousand wide", () => {
    const deep = layTree(treeOf(Array.from({ length: 1000 }, () => ({ back: 0, height: 50 }))), SPACING);
    expect(deep.at(-1)).toMatchObject({ of: 999, depth: 999, y: 0 });
    const wide = layTree(treeOf(Array.from({ length: 10_000 }, (_, i) => ({ back: i - 1, height: 50 }))), SPACING);
    expect(wide.at(-1)?.y).toBeCloseTo(9998 * 64, 3);
    expect(crowded(wide)).toEqual([]);
  });
});
