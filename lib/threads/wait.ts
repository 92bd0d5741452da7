/** A length of time as people say it: in the largest unit of which there are two. Pure. */

const UNITS = [
  ["days", 86_400],
  ["hours", 3_600],
  ["minutes", 60],
] as const;

export function waitOf(seconds: number): { unit: string; count: number } {
  const [unit, length] =
    UNITS.find(([, one]) => seconds >= 2 * one) ?? (seconds === 60 ? ["minutes", 60] : ["seconds", 1]);
  return { unit, count: Math.round(seconds / length) };
}
