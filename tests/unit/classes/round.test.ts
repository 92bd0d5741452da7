/** A round's clock: what it shows follows from what was done to it and from the time, and from nothing else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLOCK_ACTS,
  type ClockAct,
  calledBetween,
  changesClock,
  clockAt,
  type Done,
  timeShown,
} from "#lib/classes/round";
import { USUAL } from "#lib/classes/round-formats";
import { speeches as stored } from "#lib/classes/round-schema";

const ROUND = { speeches: [{ seconds: 60 }, { seconds: 30 }], prepSeconds: 120 };
const done = (...acts: [ClockAct, number][]): Done[] => acts.map(([act, seconds]) => ({ act, at: seconds * 1000 }));
const at = (seconds: number, ...acts: [ClockAct, number][]) => clockAt(ROUND, done(...acts), seconds * 1000);

describe("a round's clock", () => {
  it("stands full at the first speech before anything was done", () => {
    expect(at(1000)).toEqual({ speech: 0, running: null, leftMs: 60_000, prepMs: { PRO: 120_000, CON: 120_000 } });
  });

  it("runs, is paused, and goes on with what was left", () => {
    expect(at(10, ["START", 0]).leftMs).toBe(50_000);
    expect(at(500, ["START", 0], ["PAUSE", 20]).leftMs).toBe(40_000);
    expect(at(505, ["START", 0], ["PAUSE", 20], ["START", 500]).leftMs).toBe(35_000);
  });

  it("goes below zero in overtime", () => {
    const { leftMs } = at(72, ["START", 0]);
    expect([leftMs, timeShown(leftMs)]).toEqual([-12_000, "−0:12"]);
  });

  it("begins the next speech stopped and full, and gives one that one goes back to what was left of it", () => {
    expect(at(99, ["START", 0], ["NEXT", 25])).toMatchObject({ speech: 1, running: null, leftMs: 30_000 });
    expect(at(99, ["START", 0], ["NEXT", 25], ["BACK", 30])).toMatchObject({
      speech: 0,
      running: null,
      leftMs: 35_000,
    });
  });

  it("takes preparation from its side alone, and ends it when a speech begins", () => {
    const clock = at(
      100,
      ["PREP_CON", 0],
      ["START", 45],
      ["PAUSE", 50],
      ["PREP_PRO", 60],
      ["PREP_CON", 70],
      ["PAUSE", 71],
    );
    expect(clock).toMatchObject({ leftMs: 55_000, prepMs: { PRO: 110_000, CON: 74_000 }, running: null });
  });

  it("is over behind its last speech, where nothing runs any more, and can be gone back to", () => {
    const over: [ClockAct, number][] = [
      ["NEXT", 1],
      ["START", 2],
      ["NEXT", 3],
    ];
    expect(at(9, ...over, ["START", 4])).toMatchObject({ speech: 2, running: null, leftMs: 0 });
    expect(at(9, ...over, ["BACK", 4])).toMatchObject({ speech: 1, leftMs: 29_000 });
  });

  it("is the same however many pauses there were: no act loses or gains time", () => {
    const acts = fc.array(fc.record({ act: fc.constantFrom(...CLOCK_ACTS), gap: fc.integer({ min: 0, max: 90_000 }) }));
    fc.assert(
      fc.property(acts, fc.nat(90_000), (steps, rest) => {
        let now = 0;
        const log = steps.map(({ act, gap }) => {
          now += gap;
          return { act, at: now };
        });
        // A counter that is looked at after each act, as a naive clock would be kept.
        const [spent, prep] = [[0, 0, 0], { PRO: 0, CON: 0 }];
        const ends = [...log.slice(1).map((one) => one.at), now + rest];
        log.forEach((one, i) => {
          const clock = clockAt(ROUND, log.slice(0, i + 1), one.at);
          const ran = (ends[i] as number) - one.at;
          if (clock.running === "SPEECH") spent[clock.speech] = (spent[clock.speech] as number) + ran;
          else if (clock.running) prep[clock.running] += ran;
        });
        const clock = clockAt(ROUND, log, now + rest);
        const full = (ROUND.speeches[clock.speech]?.seconds ?? 0) * 1000;
        expect(clock.leftMs).toBe(full - (spent[clock.speech] as number));
        expect(clock.prepMs).toEqual({ PRO: 120_000 - prep.PRO, CON: 120_000 - prep.CON });
      }),
    );
  });

  it("runs neither backwards nor ahead where an act that waited bears an earlier moment", () => {
    expect(at(30, ["START", 10], ["PAUSE", 5]).leftMs).toBe(60_000);
    expect(at(30, ["START", 10], ["PAUSE", 20], ["START", 18]).leftMs).toBe(40_000);
  });
});

describe("an act on a clock", () => {
  const clock = at(10, ["START", 0], ["NEXT", 5]);

  it("that was meant for another speech does nothing", () => {
    expect(changesClock(clock, 2, { act: "NEXT", speech: 0 })).toBe(false);
    expect(changesClock(clock, 2, { act: "BACK", speech: 2 })).toBe(false);
    expect(changesClock(clock, 2, { act: "NEXT", speech: 1 })).toBe(true);
  });

  it("that says what is so already does nothing", () => {
    expect(changesClock(clock, 2, { act: "PAUSE", speech: 1 })).toBe(false);
    expect(changesClock({ ...clock, running: "SPEECH" }, 2, { act: "START", speech: 1 })).toBe(false);
    expect(changesClock({ ...clock, running: "PRO" }, 2, { act: "PREP_CON", speech: 1 })).toBe(true);
    expect(changesClock({ ...clock, speech: 0 }, 2, { act: "BACK", speech: 0 })).toBe(false);
    expect(changesClock({ ...clock, speech: 2 }, 2, { act: "START", speech: 2 })).toBe(false);
  });
});

describe("what is shown and called", () => {
  it("is rounded up, so that the end is shown when it has come", () => {
    expect([480_000, 425_000, 59_001, 1, 0, -1, -1_000, -72_500].map(timeShown)).toEqual([
      "8:00",
      "7:05",
      "1:00",
      "0:01",
      "0:00",
      "0:00",
      "−0:01",
      "−1:12",
    ]);
  });

  it("is called at a minute, at half of one and at the end, once each", () => {
    expect(calledBetween(60_500, 59_900)).toBe(60);
    expect(calledBetween(59_900, 59_400)).toBeNull();
    expect(calledBetween(60_000, 59_900)).toBeNull();
    expect(calledBetween(30_100, 30_000)).toBe(30);
    // A screen that slept is told how things stand, not what it missed.
    expect(calledBetween(61_000, -2_000)).toBe(0);
    expect(calledBetween(-1_000, -2_000)).toBeNull();
  });
});

describe("the usual formats", () => {
  const minutes = (name: keyof typeof USUAL) => USUAL[name].speeches.map(({ seconds }) => seconds / 60);

  it("have their usual times", () => {
    expect(minutes("POLICY")).toEqual([8, 3, 8, 3, 8, 3, 8, 3, 5, 5, 5, 5]);
    expect(minutes("LINCOLN_DOUGLAS")).toEqual([6, 3, 7, 3, 4, 6, 3]);
    expect(minutes("PUBLIC_FORUM")).toEqual([4, 4, 3, 4, 4, 3, 3, 3, 3, 2, 2]);
  });

  it("give both sides the same time to speak, and the affirmative of two-sided ones the last word", () => {
    for (const { speeches } of Object.values(USUAL)) {
      const of = (side: string) =>
        speeches.reduce((sum, one) => sum + (one.side === side && one.kind === "SPEECH" ? one.seconds : 0), 0);
      expect(of("PRO")).toBe(of("CON"));
    }
    expect(USUAL.POLICY.speeches.at(-1)?.side).toBe("PRO");
    expect(USUAL.LINCOLN_DOUGLAS.speeches.at(-1)?.side).toBe("PRO");
  });

  it("are rounds that can be opened", () => {
    for (const { speeches } of Object.values(USUAL))
      stored.parse(speeches.map(({ code: name, ...one }) => ({ ...one, name, speaker: null })));
  });
});
