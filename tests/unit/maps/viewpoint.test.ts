import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centred, fitted, inSight, moved, showing, zoomed } from "#lib/maps/viewpoint";

const window = { width: 800, height: 600 };
const map = { width: 2000, height: 5000 };
const view = fc.record({
  x: fc.integer({ min: -3000, max: 500 }),
  y: fc.integer({ min: -3000, max: 500 }),
  scale: fc.constantFrom(0.2, 0.5, 1, 2),
});
const point = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });

describe("what part of a map is in sight", () => {
  test("keeps the point under the hand where it is when it comes closer", () => {
    fc.assert(
      fc.property(view, point, fc.constantFrom(0.5, 0.8, 1.25, 4, 1000), (before, at, factor) => {
        const after = zoomed(before, factor, at);
        const onMap = ({ x, scale }: { x: number; scale: number }) => (at.x - x) / scale;
        expect(onMap(after)).toBeCloseTo(onMap(before), 6);
        expect(after.scale).toBeLessThanOrEqual(3);
      }),
    );
  });

  test("always holds some of the map, however far it is pushed", () => {
    fc.assert(
      fc.property(view, fc.integer(), fc.integer(), (before, x, y) => {
        const after = moved(before, { x, y }, map, window);
        const sight = inSight(after, window);
        expect(sight.x).toBeLessThan(map.width);
        expect(sight.x + sight.width).toBeGreaterThan(0);
        expect(sight.y + sight.height).toBeGreaterThan(0);
      }),
    );
  });

  test("is the whole map when it is fitted, never larger than it is", () => {
    const { scale, x } = fitted(map, window);
    expect(map.height * scale).toBeLessThanOrEqual(window.height);
    expect(x).toBeGreaterThan(0);
    expect(fitted({ width: 100, height: 100 }, window).scale).toBe(1);
  });

  test("moves no farther than a box needs to be seen whole", () => {
    const box = { x: 1000, y: 2000, width: 224, height: 100 };
    fc.assert(
      fc.property(view, (before) => {
        const after = showing(before, box, window);
        const sight = inSight(after, window);
        expect(sight.x).toBeLessThanOrEqual(box.x);
        expect(sight.y + sight.height).toBeGreaterThanOrEqual(box.y + box.height);
        expect(showing(after, box, window)).toEqual(after);
      }),
    );
    const there = centred({ x: 0, y: 0, scale: 1 }, { x: 1100, y: 2050 }, window);
    expect(showing(there, box, window)).toEqual(there);
  });
});
