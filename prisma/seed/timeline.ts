/**
 * When each act of the demonstration debate happened: over the last weeks, parents before their answers, answers before
 * a parent is withdrawn, and early enough that what nobody opposed is dropped. The same debate gives the same hours.
 */
import type { SeedArgument, SeedThread } from "./debate.ts";

export type SeedAct =
  | { kind: "open"; thread: SeedThread }
  | { kind: "post" | "withdraw" | "remove" | "mark" | "link"; thread: SeedThread; argument: SeedArgument };

export type TimedAct = SeedAct & { at: Date };

const HOUR_MS = 3_600_000;
/** Each thread's first and last hour before now: they open one after another and are all still warm. */
const SPANS = [
  { from: 20 * 24, to: 5 },
  { from: 17 * 24, to: 20 },
  { from: 14 * 24, to: 31 },
];
/** People answer within a day and a half, and not at once. */
const ANSWER_HOURS = { least: 5, most: 36 };
/** One more answer to the question every fourteen hours. */
const TOP_EVERY_HOURS = 14;
/** Judgement and second thoughts come this long after the last answer. */
const LATER_HOURS = 7;

/** A number from 0 to 1 that looks random and is always the same for a key (FNV-1a, 32 bits). */
function chance(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash / 2 ** 32;
}

/** Every act in order of time. */
export function timelineOf(threads: readonly SeedThread[], now: Date): TimedAct[] {
  return threads
    .flatMap((thread, index) => actsOf(thread, SPANS[index % SPANS.length] as (typeof SPANS)[0], now))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function actsOf(thread: SeedThread, span: { from: number; to: number }, now: Date): TimedAct[] {
  const posted = hoursOf(thread);
  const acts: { act: SeedAct; hour: number }[] = [{ act: { kind: "open", thread }, hour: 0 }];
  for (const argument of thread.arguments) {
    const add = (kind: "post" | "withdraw" | "remove" | "mark" | "link", hour: number) =>
      acts.push({ act: { kind, thread, argument }, hour });
    const hour = posted.get(argument.key) ?? 0;
    const answers = thread.arguments
      .filter(({ parent }) => parent === argument.key)
      .map(({ key }) => posted.get(key) ?? 0);
    const settled = Math.max(hour, ...answers) + LATER_HOURS;
    add("post", hour);
    for (const also of argument.alsoIn ?? []) add("link", Math.max(hour, posted.get(also.parent ?? "") ?? 0) + 1);
    if (argument.state === "withdrawn") add("withdraw", settled);
    if (argument.state === "removed") add("remove", settled);
    if (argument.state === "marked") add("mark", hour + LATER_HOURS);
  }
  const last = Math.max(...acts.map(({ hour }) => hour));
  const scale = (span.from - span.to) / last;
  return acts.map(({ act, hour }) => ({ ...act, at: new Date(now.getTime() - (span.from - hour * scale) * HOUR_MS) }));
}

/** Hours after the opening at which each argument was posted; what waits for review came last. */
function hoursOf(thread: SeedThread): Map<string, number> {
  const hours = new Map<string, number>();
  const top = { PRO: 0, CON: 0 };
  for (const argument of thread.arguments) {
    const { key, parent, stance } = argument;
    const spread = chance(key);
    const above = parent === null ? null : (hours.get(parent) ?? 0);
    const hour =
      above === null
        ? TOP_EVERY_HOURS * (top[stance]++ + 0.2 + 0.6 * spread)
        : above + ANSWER_HOURS.least + spread * (ANSWER_HOURS.most - ANSWER_HOURS.least);
    hours.set(key, hour);
  }
  const last = Math.max(...hours.values());
  for (const { key, state } of thread.arguments) if (state === "pending") hours.set(key, last + 1 + 3 * chance(key));
  return hours;
}
