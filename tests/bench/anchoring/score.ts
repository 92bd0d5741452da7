/** How often places were right, and how sure that figure is. */
import type { Citation, Place } from "./trial.ts";

export interface Score {
  citations: number;
  /** Of which two thirds of the words survive in one place. */
  surviving: number;
  placed: number;
  right: number;
}

/** A place is right where what it shares with the truth is at least half of what the two cover together. */
const SHARED = 0.5;

const isRight = (place: Place, truth: Place): boolean =>
  Math.min(place.end, truth.end) - Math.max(place.start, truth.start) >=
  SHARED * (Math.max(place.end, truth.end) - Math.min(place.start, truth.start));

export function scoreOf(citations: readonly Citation[], places: readonly (Place | null)[]): Score {
  const score = { citations: citations.length, surviving: 0, placed: 0, right: 0 };
  for (const [i, { truths }] of citations.entries()) {
    const place = places[i];
    if (truths.length > 0) score.surviving++;
    if (place) score.placed++;
    if (place && truths.some((truth) => isRight(place, truth))) score.right++;
  }
  return score;
}

/** The normal distribution's 97.5 % point, for intervals of 95 %. */
const Z = 1.96;

/** Where a share lies, 95 % sure (Wilson, "Probable inference, the law of succession, and statistical inference", 1927). */
export function interval(hits: number, of: number): { low: number; high: number } {
  const p = hits / of;
  const middle = (p + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const reach = (Z / (1 + Z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  return { low: middle - reach, high: Math.min(1, middle + reach) };
}

/** A share with its interval. */
export function share(hits: number, of: number): string {
  if (of === 0) return "–";
  const { low, high } = interval(hits, of);
  return `${(hits / of).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}
