import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outline } from "#lib/arguments/tree";
import { ALL, askedBy, closed, extended, opened, queryOf, readTurns, turnsIn } from "#lib/maps/branches";
import { type Unfolded, unfold } from "#lib/maps/unfold";

const ROOM = { levels: 2, entries: 12, outer: 4, inner: 2, most: 60 };

/** Each argument answers one of those before it, or the question. */
const debate = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 120 }).map((parents) => {
  const all = parents.map((_, i) => ({ id: `a${i + 1}`, number: i + 1, state: "VISIBLE" as const }));
  const links = parents.map((back, i) => ({
    id: `l${i}`,
    child: `a${i + 1}`,
    parent: back === 0 || back > i ? null : `a${i + 1 - back}`,
    stance: "PRO" as const,
    startedAt: i,
  }));
  return outline({ arguments: all, links });
});

type Shown = Unfolded<{ id: string; number: number; state: "VISIBLE" }, never>;

function drawn(shown: readonly { branch: { argument: { number: number } }; answers: readonly unknown[] }[]): number[] {
  return (shown as Shown[]).flatMap(({ branch, answers }) => [branch.argument.number, ...drawn(answers)]);
}
const show = (top: Parameters<typeof unfold>[0], turns: readonly string[], room = ROOM) =>
  unfold(top, 0, askedBy(turns), room);

describe("what a map draws", () => {
  test("of a small debate is its first two levels, whole", () => {
    fc.assert(
      fc.property(debate, (top) => {
        const two = top.flatMap(({ argument, answers }) => [argument, ...answers.map((one) => one.argument)]);
        const { shown, rest } = show(top, [], { ...ROOM, entries: 500, most: 1000 });
        expect(drawn(shown).sort()).toEqual(two.map(({ number }) => number).sort());
        expect(rest).toBe(0);
      }),
    );
  });

  test("loses no answer: each is drawn, counted as the rest of its list, or below a closed branch", () => {
    fc.assert(
      fc.property(debate, fc.subarray(["3", "7", "2-", "1*", "0*", "all"]), (top, turns) => {
        const lists = [{ all: top.length, ...show(top, turns) }];
        for (const { all, shown, rest } of lists) {
          expect(shown.length + rest).toBe(all);
          for (const { branch, answers, rest, open } of shown)
            if (open) lists.push({ all: branch.answers.length, shown: answers, rest, count: 0 });
            else expect(answers).toEqual([]);
        }
      }),
    );
  });

  test("has what was asked for in it, wherever it stands, with its answers", () => {
    fc.assert(
      fc.property(debate, fc.integer({ min: 1, max: 120 }), (top, number) => {
        const all = drawn(show(top, [ALL], { ...ROOM, most: 1000 }).shown);
        if (!all.includes(number)) return;
        const { shown } = show(top, [`${number}`], { ...ROOM, most: 1000 });
        expect(drawn(shown)).toContain(number);
      }),
    );
  });

  test("is never more than a page can hold", () => {
    fc.assert(
      fc.property(debate, (top) => {
        const { shown, count } = show(top, [ALL], { ...ROOM, most: 20 });
        expect(drawn(shown)).toHaveLength(count);
        expect(count).toBeLessThanOrEqual(20);
      }),
    );
  });

  test("closes again what was opened, and what stood open by itself", () => {
    fc.assert(
      fc.property(debate, (top) => {
        const room = { ...ROOM, entries: 500, most: 1000 };
        const first = show(top, [], room).shown.find(({ open }) => open);
        if (!first) return;
        const { number } = first.branch.argument;
        const turns = closed([], number, first.kept);
        expect(drawn(show(top, turns, room).shown)).not.toContain(first.answers[0]?.branch.argument.number);
        expect(show(top, opened(turns, number), room)).toMatchObject({ count: show(top, [], room).count });
      }),
    );
  });
});

describe("the address of a map's state", () => {
  test("is read as it was written, and what is none of ours is passed over", () => {
    const turns = extended(closed(opened(opened([], 12), 7), 3, true), 0);
    expect(queryOf(turns)).toBe("?branches=12,7,3-,0*");
    expect(turnsIn(queryOf(turns))).toEqual(turns);
    expect(readTurns("12,<b>,0,007,-1,1e3,all,9999999,5*,,")).toEqual(["12", "all", "5*"]);
    expect(queryOf([])).toBe("");
  });

  test("opens a branch once, and forgets what is closed by itself", () => {
    expect(opened(opened([], 12), 12)).toEqual(["12"]);
    expect(closed(["12", "3"], 12, false)).toEqual(["3"]);
    expect(opened(["12-"], 12)).toEqual(["12"]);
  });

  test("has an end", () => {
    const many = Array.from({ length: 100 }, (_, i) => `${i + 1}`).reduce<readonly string[]>(
      (turns, number) => opened(turns, Number(number)),
      [],
    );
    expect(many).toHaveLength(60);
    expect(readTurns(Array.from({ length: 500 }, () => "1*").join(","))).toHaveLength(60);
  });
});
