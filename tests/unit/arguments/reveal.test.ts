import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type List, type Revealed, reveal } from "#lib/arguments/reveal";
import { type Branch, countBelow, type Edge, type Node, outline } from "#lib/arguments/tree";
import type { ArgumentState, Stance } from "#lib/arguments/view";

type Shoot = Revealed<Node, Edge>;

const ROOM = { whole: 12, entries: 8, outer: 3, inner: 2 };

/** Debates in which each argument answers the question (0) or an earlier one, some of them two things. */
const debates = fc
  .array(
    fc.record({
      parents: fc.uniqueArray(fc.nat({ max: 12 }), { minLength: 1, maxLength: 2 }),
      stance: fc.constantFrom<Stance>("PRO", "CON"),
      state: fc.constantFrom<ArgumentState>("VISIBLE", "VISIBLE", "VISIBLE", "WITHDRAWN", "REMOVED"),
    }),
    { maxLength: 60 },
  )
  .map((plants) => ({
    arguments: plants.map(({ state }, i) => ({ id: `n${i + 1}`, number: i + 1, state })),
    links: plants.flatMap(({ parents, stance }, i) =>
      [...new Set(parents.map((back) => (back === 0 || back > i ? null : `n${i + 1 - back}`)))].map((parent, j) => ({
        id: `l${i + 1}-${j}`,
        child: `n${i + 1}`,
        parent,
        stance,
        startedAt: i * 10 + j,
      })),
    ),
  }));

const columns = (top: Branch<Node, Edge>[]) =>
  (["PRO", "CON"] as const).map((stance) => top.filter(({ link }) => link.stance === stance));

function shootsOf(lists: readonly List<Shoot>[]): Shoot[] {
  const all = lists.flatMap(({ shown }) => shown);
  for (const { answers } of all) if (answers) all.push(...answers.shown);
  return all;
}

describe("what a screen opens with", () => {
  it("shows or counts every entry of a list, in its order", () => {
    fc.assert(
      fc.property(debates, (debate) => {
        const top = outline(debate);
        const lists = reveal(columns(top), ROOM);
        columns(top).forEach((list, i) => {
          const { shown, rest } = lists[i] as List<Shoot>;
          expect(shown.map(({ branch }) => branch)).toEqual(list.slice(0, shown.length));
          expect(shown.length + rest).toBe(list.length);
        });
        for (const { branch, answers } of shootsOf(lists)) {
          if (answers) expect(answers.shown.length + answers.rest).toBe(branch.answers.length);
          else expect(branch.answers.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("counts below each branch what is visible there, shown or not", () => {
    fc.assert(
      fc.property(debates, (debate) => {
        for (const { branch, below } of shootsOf(reveal(columns(outline(debate)), ROOM))) {
          expect(below).toBe(branch.again ? 0 : countBelow(branch));
        }
      }),
    );
  });

  it("loses nobody: each argument with a home is shown, or below a closed branch, or in the rest of a list", () => {
    fc.assert(
      fc.property(debates, (debate) => {
        const top = outline(debate);
        const homes = (branches: readonly Branch<Node, Edge>[]): number =>
          branches.reduce((sum, { again, answers }) => sum + (again ? 0 : 1) + homes(answers), 0);
        const reached = (list: List<Shoot>, of: readonly Branch<Node, Edge>[]): number =>
          homes(of.slice(list.shown.length)) +
          list.shown.reduce((sum, { branch, answers }) => {
            const here = branch.again ? 0 : 1;
            return sum + here + (answers ? reached(answers, branch.answers) : homes(branch.answers));
          }, 0);
        const lists = reveal(columns(top), ROOM);
        const found = columns(top).reduce((sum, list, i) => sum + reached(lists[i] as List<Shoot>, list), 0);
        expect(found).toBe(homes(top));
      }),
    );
  });

  it("shows a small debate whole, and of a large one no more than there is room for", () => {
    fc.assert(
      fc.property(debates, (debate) => {
        const top = outline(debate);
        const all = (branches: readonly Branch<Node, Edge>[]): number =>
          branches.reduce((sum, { answers }) => sum + 1 + all(answers), 0);
        const lists = reveal(columns(top), ROOM);
        const shown = shootsOf(lists);
        if (all(top) > ROOM.whole) expect(shown.length).toBeLessThanOrEqual(ROOM.entries);
        else expect(shown.every(({ branch, answers }) => answers !== null || branch.turn >= 6)).toBe(true);
      }),
    );
  });

  it("closes what is deeper than six levels", () => {
    const count = 9;
    const line = {
      arguments: Array.from({ length: count }, (_, i) => ({ id: `n${i}`, number: i + 1, state: "VISIBLE" as const })),
      links: Array.from({ length: count }, (_, i) => ({
        id: `l${i}`,
        child: `n${i}`,
        parent: i === 0 ? null : `n${i - 1}`,
        stance: "PRO" as const,
        startedAt: i,
      })),
    };
    const shown = shootsOf(reveal([outline(line)], ROOM));
    expect(shown).toHaveLength(6);
    expect(shown.at(-1)).toMatchObject({ below: 3, answers: null });
  });
});
