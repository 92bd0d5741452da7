import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MapDrawing, QUESTION, SET } from "#lib/maps/drawn";
import type { Snapshot } from "#lib/maps/snapshot";
import { drawingOf } from "#lib/maps/snapshot-drawing";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { textWidth } from "#lib/maps/text-width";
import { chainOf } from "./chain";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const hostile = hostileThread.map(({ view, sources }) => snapshotOf(view, sources, taking));

function holds(rule: (snapshot: Snapshot, drawing: MapDrawing) => void) {
  for (const snapshot of seeded) rule(snapshot, drawingOf(snapshot));
  fc.assert(
    fc.property(hostile, (snapshot) => {
      rule(snapshot, drawingOf(snapshot));
    }),
    { numRuns: 150 },
  );
}

describe("a drawn map", () => {
  test("has a box for the question and one for each argument, none over another, all on the sheet", () => {
    holds(({ arguments: all }, { nodes, width, height }) => {
      expect(nodes.map(({ id }) => id).sort()).toEqual([QUESTION, ...all.map(({ id }) => id)].sort());
      for (const one of nodes) {
        expect(one.x).toBeGreaterThan(0);
        expect(one.y).toBeGreaterThan(0);
        expect(one.x + one.width).toBeLessThan(width);
        expect(one.y + one.height).toBeLessThan(height);
        for (const other of nodes.filter(({ id, x }) => id !== one.id && x === one.x))
          expect(one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
      }
    });
  });

  test("has an edge for each place, that of the oldest link being its home", () => {
    holds(({ arguments: all, links }, { edges }) => {
      const homes = edges.filter(({ kind }) => kind === "HOME").map(({ child }) => child);
      expect(homes.sort()).toEqual(all.map(({ id }) => id).sort());
      const again = edges.filter(({ kind }) => kind === "AGAIN");
      expect(again).toHaveLength(links.length - new Set(links.map(({ child }) => child)).size);
      for (const { curve } of again) expect(curve).toMatch(/^M[-\d. ]+C[-\d. ]+$/);
    });
  });

  test("says how each stands to what it answers: by its word, and what of it by a mark", () => {
    holds(({ links }, { nodes, edges }) => {
      for (const { child, stance, target, gone, mark, parent } of edges.filter((edge) => edge.stance !== null)) {
        const its = links.find((link) => link.child === child && (link.parent ?? QUESTION) === parent);
        expect(its).toMatchObject({ stance });
        expect(mark === null).toBe(gone || target === "CLAIM");
      }
      for (const { kind, head, stance } of nodes)
        if (kind === "ARGUMENT" && stance) expect(head).toMatch(stance === "PRO" ? /^Pro/ : /^Con/);
    });
  });

  test("holds every word of a claim in lines that fit", () => {
    for (const snapshot of seeded) {
      for (const { lines, text } of drawingOf(snapshot).nodes) {
        expect(lines.join(" ")).toBe(text);
        for (const line of lines)
          expect(textWidth(line, SET.claim.size)).toBeLessThanOrEqual(SET.width - 2 * SET.pad + 0.01);
      }
    }
  });

  test("names nobody as dropped in a part, since what opposes it may have been left out", () => {
    const [snapshot] = seeded as [Snapshot];
    const late = { ...snapshot, exportedAt: "2027-01-01T00:00:00.000Z" };
    expect(drawingOf(late).nodes.some(({ dropped }) => dropped)).toBe(true);
    const part = { ...late, selection: { branch: null, depth: 1, stance: null, pseudonyms: false } };
    expect(drawingOf(part).nodes.some(({ dropped }) => dropped)).toBe(false);
  });

  test("counts what is deeper than anybody would follow, and draws the rest", () => {
    const { nodes } = drawingOf(chainOf(1000));
    expect(nodes).toHaveLength(181);
    expect(nodes.at(-1)).toMatchObject({ depth: 180, below: 820 });
  });
});
