import { describe, expect, test } from "vitest";
import type { Stance } from "#lib/arguments/view";
import { openingAt, phaseAt, type Requirements, type Round, sideIn } from "#lib/classes/assignment";
import { type Log, progressIn, type Said } from "#lib/classes/assignment-progress";

const HOUR = 3_600_000;
const requires: Requirements = { arguments: 2, passages: 2, articles: 2, answers: 1, met: 1, concessions: 1 };
const rounds: Round[] = [
  { ordinal: 1, opensAt: 10 * HOUR, dueAt: 20 * HOUR, requires },
  { ordinal: 2, opensAt: 30 * HOUR, dueAt: 40 * HOUR, requires: { ...requires, met: 0, concessions: 0 } },
];

interface Line extends Partial<Said> {
  by: string;
  on?: number;
  stance?: Stance;
  grants?: boolean;
}

/** The arguments of a thread, each with the number of what it answers; without one it answers the question. */
function logOf(lines: Line[]): Log {
  const said = lines.map(
    ({ by, on: _, stance: __, grants: ___, ...other }, i): Said => ({
      id: `a${i + 1}`,
      number: i + 1,
      threadId: "t",
      authorId: by,
      at: 11 * HOUR + i,
      state: "VISIBLE",
      unsupported: false,
      brought: false,
      sources: ["one"],
      passages: [`one ${i}`],
      ...other,
    }),
  );
  const steps = lines.map(({ on, stance = "PRO", grants = false }, i) => ({
    id: `l${i + 1}`,
    child: `a${i + 1}`,
    parent: on === undefined ? null : `a${on}`,
    stance,
    concession: grants,
    startedAt: 11 * HOUR + i,
  }));
  return { said, steps };
}

const me = { id: "me", side: "PRO" } as const;
const first = rounds[0] as Round;
const second = rounds[1] as Round;
const figures = (log: Log, pupil: { id: string; side: Stance | null } = me, round = first) =>
  Object.fromEntries(progressIn(log, rounds)(pupil, round).counts.map(({ measure, done }) => [measure, done]));

describe("what counts", () => {
  test("is counted by what stands on the record", () => {
    const log = logOf([
      { by: "me" },
      { by: "them", stance: "CON" },
      { by: "me", on: 2, stance: "CON", sources: ["two"], passages: ["two 1"] },
      { by: "them", on: 1, stance: "CON" },
      { by: "me", on: 4, stance: "CON" },
      { by: "me", on: 2, stance: "PRO", grants: true },
    ]);
    const { counts, finished, begun } = progressIn(log, rounds)(me, first);
    expect(Object.fromEntries(counts.map(({ measure, done, by }) => [measure, [done, by]]))).toEqual({
      arguments: [4, [1, 3, 5, 6]],
      passages: [4, [1, 3, 5, 6]],
      articles: [2, [1, 3, 5, 6]],
      answers: [2, [3, 5]],
      met: [1, [5]],
      concessions: [1, [6]],
    });
    expect([finished, begun]).toEqual([true, true]);
  });

  test("is nothing that is gone, waits, is not supported, or stands on the other side; and it says why", () => {
    const log = logOf([
      { by: "me", state: "WITHDRAWN" },
      { by: "me", state: "REMOVED" },
      { by: "me", state: "HIDDEN" },
      { by: "me", state: "PENDING" },
      { by: "me", unsupported: true },
      { by: "me", stance: "CON" },
      { by: "me", at: 9 * HOUR },
    ]);
    const { counts, uncounted, finished } = progressIn(log, rounds)(me, first);
    expect(counts.map(({ done }) => done)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(finished).toBe(false);
    expect(uncounted.map(({ number, why }) => `${number} ${why}`)).toEqual([
      "7 early",
      "1 WITHDRAWN",
      "2 REMOVED",
      "3 HIDDEN",
      "4 PENDING",
      "5 unsupported",
      "6 wrong-side",
    ]);
  });

  test("is nothing that came with a copy, though it can be answered", () => {
    const log = logOf([
      { by: "me", brought: true },
      { by: "them", stance: "CON", brought: true },
      { by: "me", on: 2, stance: "CON" },
    ]);
    expect(figures(log)).toMatchObject({ arguments: 1, answers: 1 });
  });

  test("is no answer to oneself, to one's own side, or in agreement", () => {
    const log = logOf([
      { by: "me" },
      { by: "me", on: 1, stance: "CON" },
      { by: "friend" },
      { by: "me", on: 3, stance: "PRO" },
      { by: "them", stance: "CON" },
    ]);
    expect(figures(log)).toMatchObject({ answers: 0, met: 0, concessions: 0 });
  });

  test("is the same passage once, from whichever argument", () => {
    const same = { sources: ["one"], passages: ["one 5"] };
    expect(
      figures(
        logOf([
          { by: "me", ...same },
          { by: "me", ...same },
        ]),
      ),
    ).toMatchObject({ passages: 1, articles: 1 });
  });

  test("late counts and is marked; in the second round it is the other side that counts", () => {
    const log = logOf([
      { by: "me", at: 25 * HOUR },
      { by: "me", at: 31 * HOUR, stance: "CON" },
      { by: "me", at: 32 * HOUR },
    ]);
    expect(progressIn(log, rounds)(me, first)).toMatchObject({ late: [1], uncounted: [] });
    expect(progressIn(log, rounds)(me, second)).toMatchObject({
      late: [],
      uncounted: [{ number: 3, why: "wrong-side" }],
    });
    expect(figures(log, me, second)).toMatchObject({ arguments: 1 });
  });

  test("asks for no side where there are none", () => {
    const log = logOf([{ by: "me" }, { by: "them" }, { by: "me", on: 2, stance: "CON" }]);
    expect(figures(log, { id: "me", side: null })).toMatchObject({ arguments: 2, answers: 1 });
  });
});

describe("the clock", () => {
  test("knows before, in, between and after the rounds", () => {
    const phases = [9, 10, 20, 30, 40].map((hour) => phaseAt(rounds, hour * HOUR));
    expect(phases).toEqual(["AHEAD", "OPEN", "BETWEEN", "OPEN", "OVER"]);
  });

  test("closes at the deadline where late posts are refused, and stays open where they are marked", () => {
    const at = (hour: number, late: "REFUSED" | "MARKED") => {
      const { open, until } = openingAt(rounds, late, hour * HOUR);
      return [open, until === null ? null : until / HOUR];
    };
    expect([9, 11, 25, 31, 41].map((hour) => at(hour, "REFUSED"))).toEqual([
      [false, 10],
      [true, 20],
      [false, 30],
      [true, 40],
      [false, null],
    ]);
    expect([9, 11, 25, 41].map((hour) => at(hour, "MARKED"))).toEqual([
      [false, 10],
      [true, null],
      [true, null],
      [true, null],
    ]);
  });

  test("switches sides in the second round", () => {
    expect([sideIn(first, "PRO"), sideIn(second, "PRO"), sideIn(second, null)]).toEqual(["PRO", "CON", null]);
  });
});
