/**
 * A round of speeches and its clock. The clock is no counter but a fold over what was done to it and when, so that every
 * screen that knows the acts and the server's time shows the same, however long it slept. Pure; times are milliseconds.
 */
import type { Stance } from "#lib/arguments/view";

export type SpeechKind = "SPEECH" | "CROSS_EXAMINATION";

export interface Speech {
  name: string;
  kind: SpeechKind;
  /** Who speaks; who asks, in a cross-examination. Null where both do. */
  side: Stance | null;
  seconds: number;
  /** As the teacher calls them: a first name, a team, a number. */
  speaker: string | null;
}

export const CLOCK_ACTS = ["START", "PAUSE", "NEXT", "BACK", "PREP_PRO", "PREP_CON"] as const;
export type ClockAct = (typeof CLOCK_ACTS)[number];

export interface Timing {
  speeches: readonly Pick<Speech, "seconds">[];
  /** Of each side, for the whole round. */
  prepSeconds: number;
}

/** What was done to a clock; in order. */
export interface Done {
  act: ClockAct;
  /** Milliseconds since 1970, by the server. */
  at: number;
}

export interface Clock {
  /** The place of the speech that is on; the number of speeches once all are over. */
  speech: number;
  /** What runs now: the speech's time, or the preparation of a side. */
  running: "SPEECH" | Stance | null;
  /** What is left of the speech; below zero in overtime. Zero once the round is over. */
  leftMs: number;
  prepMs: Record<Stance, number>;
}

const RUNS = { START: "SPEECH", PREP_PRO: "PRO", PREP_CON: "CON", PAUSE: null, NEXT: null, BACK: null } as const;

/** How a clock stands at `now`. A speech that one goes back to has the time that was left of it. */
export function clockAt({ speeches, prepSeconds }: Timing, done: readonly Done[], now: number): Clock {
  const spent = speeches.map(() => 0);
  const prep = { PRO: 0, CON: 0 };
  let [speech, since] = [0, done[0]?.at ?? now];
  let running: Clock["running"] = null;
  const settle = (at: number) => {
    // Acts wait for each other's locks: a later one may bear an earlier moment.
    const ms = Math.max(0, at - since);
    since += ms;
    if (running === "SPEECH") spent[speech] = (spent[speech] ?? 0) + ms;
    else if (running !== null) prep[running] += ms;
  };
  for (const { act, at } of done) {
    settle(at);
    running = speech < speeches.length ? RUNS[act] : null;
    if (act === "NEXT") speech = Math.min(speech + 1, speeches.length);
    if (act === "BACK") speech = Math.max(speech - 1, 0);
  }
  settle(now);
  const leftMs = (speeches[speech]?.seconds ?? 0) * 1000 - (spent[speech] ?? 0);
  const left = (side: Stance) => prepSeconds * 1000 - prep[side];
  return { speech, running, leftMs, prepMs: { PRO: left("PRO"), CON: left("CON") } };
}

/**
 * Whether an act changes a clock of which somebody saw that `speech` was on. What was meant for another speech does
 * nothing, and so does what is so already: twice is as once, and two teachers who press at once move it once.
 */
export function changesClock(
  clock: Clock,
  speeches: number,
  { act, speech }: { act: ClockAct; speech: number },
): boolean {
  if (speech !== clock.speech) return false;
  if (act === "BACK") return speech > 0;
  return speech < speeches && (act === "NEXT" || RUNS[act] !== clock.running);
}

/** "7:05"; "−0:12" in overtime. What is left is rounded up, so that 0:00 is shown when the time is over and not before. */
export function timeShown(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const size = Math.abs(seconds);
  return `${seconds < 0 ? "−" : ""}${Math.floor(size / 60)}:${`${size % 60}`.padStart(2, "0")}`;
}

/** Of which moments a screen reader is told, in seconds left: a minute, half of one, none. */
const CALLED = [60, 30, 0];

/** The moment that was passed between two looks at a clock, the later one where several were; else null. */
export function calledBetween(beforeMs: number, nowMs: number): number | null {
  return CALLED.findLast((seconds) => beforeMs > seconds * 1000 && nowMs <= seconds * 1000) ?? null;
}
