/** The hour of the daily letter. Pure. */

/** Before school and work begin in Europe, where it then is seven or eight; people have no time zone of their own here. */
const MORNING_HOUR_UTC = 6;
const DAY_MS = 86_400_000;

export interface Morning {
  /** `2026-11-23`. */
  day: string;
  at: Date;
}

/** The first morning after a moment. */
export function nextMorning(now: Date): Morning {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), MORNING_HOUR_UTC);
  const at = new Date(now.getTime() < today ? today : today + DAY_MS);
  return { day: at.toISOString().slice(0, 10), at };
}

/** The day that ends with a morning: after `from`, up to and including `to`. */
export function dayBefore(day: string): { from: Date; to: Date } {
  const to = new Date(`${day}T00:00:00Z`);
  to.setUTCHours(MORNING_HOUR_UTC);
  return { from: new Date(to.getTime() - DAY_MS), to };
}
