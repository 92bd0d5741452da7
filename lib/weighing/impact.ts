/**
 * What the ratings of a link say together. An impact is 0 to 4; a mean is in the same unit. Pure.
 */
import { IMPACT_MAX } from "#lib/weighing/schema";

/** How often each impact from 0 to 4 was said. */
export type Counts = readonly number[];

export interface Impact {
  counts: Counts;
  ratings: number;
  mean: number;
}

/** Of two ratings each who gave one knows the other; of three nobody can tell whose is whose. */
const RATINGS_MIN = 3;

/** How many ratings weigh as much as having none: with so few a mean is still half chance. */
const DOUBT = 5;

export const NO_RATINGS: Counts = Array.from({ length: IMPACT_MAX + 1 }, () => 0);

/** What may be shown; null as long as too few have said anything. */
export function impactOf(counts: Counts): Impact | null {
  const ratings = countOf(counts);
  return ratings < RATINGS_MIN ? null : { counts, ratings, mean: sumOf(counts) / ratings };
}

/**
 * The ratings as one number from 0 to 1: 0.5 + (mean − 0.5) · n / (n + 5), with the mean taken from 0 to 1. Without
 * ratings it is 0.5, and a few move it little.
 */
export function weightOf(counts: Counts): number {
  const ratings = countOf(counts);
  const mean = ratings === 0 ? 0.5 : sumOf(counts) / ratings / IMPACT_MAX;
  return 0.5 + ((mean - 0.5) * ratings) / (ratings + DOUBT);
}

/** The ratings of several links together. */
export function joined(all: readonly Counts[]): Counts {
  return NO_RATINGS.map((_, impact) => all.reduce((sum, counts) => sum + (counts[impact] ?? 0), 0));
}

const countOf = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);
const sumOf = (counts: Counts): number => counts.reduce((sum, count, impact) => sum + count * impact, 0);
