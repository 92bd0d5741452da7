import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countBelow, outline } from "#lib/arguments/tree";
import { flowOf } from "#lib/maps/flow";
import { hostileThread } from "./hostile";
import { seedThreads, seedView } from "./seed-views";

const WIDE = { columns: 100, rows: Number.POSITIVE_INFINITY };

/** The grid that a browser makes of the rows: every place names the cell that covers it, or nothing. */
function gridOf(rows: { column: number; rows: number; branch: { link: { id: string } } }[][]): Map<string, string> {
  const grid = new Map<string, string>();
  rows.forEach((row, y) => {
    for (const { column, rows: high, branch } of row)
      for (let line = y; line < y + high; line += 1) {
        const place = `${line} ${column}`;
        expect(grid.has(place)).toBe(false);
        grid.set(place, branch.link.id);
      }
  });
  return grid;
}

describe("the flow sheet", () => {
  test("holds every place of every argument once, right of what it answers, and no cell lies on another", () => {
    const rule = (top: ReturnType<typeof outline>) => {
      const { rows, rest } = flowOf(top, WIDE);
      const grid = gridOf(rows);
      const all = [...top];
      for (const { answers } of all) all.push(...answers);
      const cells = rows.flat();
      expect(cells.map(({ branch }) => branch.link.id).sort()).toEqual(all.map(({ link }) => link.id).sort());
      expect(rest).toBe(0);
      rows.forEach((row, y) => {
        expect(row.length).toBeGreaterThan(0);
        for (const { branch, column } of row)
          if (column > 1) {
            const left = cells.find((one) => one.branch.link.id === grid.get(`${y} ${column - 1}`));
            expect(left?.branch.answers).toContain(branch);
          }
      });
    };
    for (const thread of seedThreads) rule(outline(seedView(thread)));
    fc.assert(
      fc.property(hostileThread, ({ view }) => rule(outline(view))),
      { numRuns: 200 },
    );
  });

  test("where it has too few columns, counts what it leaves out; where too few rows, what does not begin", () => {
    for (const thread of seedThreads) {
      const top = outline(seedView(thread));
      const { rows, rest } = flowOf(top, { columns: 2, rows: 3 });
      gridOf(rows);
      expect(rows.flat().every(({ column }) => column <= 2)).toBe(true);
      for (const { branch, column, beyond } of rows.flat()) expect(beyond).toBe(column === 2 ? countBelow(branch) : 0);
      expect(rest).toBe(top.length - rows.filter(([first]) => first?.column === 1).length);
      expect(rest).toBeGreaterThan(0);
    }
  });
});
