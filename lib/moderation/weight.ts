/** How much a report weighs, and from when on reports hide a post until somebody has judged it. Pure. */

/** Whoever came less than a day ago may report, but hides nothing: accounts are made in minutes. */
const NEW_HOURS = 24;

/**
 * Three newcomers, or two whose reports were mostly right. One person never suffices, however right they were, and
 * those whose reports were mostly wrong do not suffice in any number that a few of them can make up.
 */
export const HIDE_WEIGHT = 1.5;

/** Below this somebody's reports are read and count for nothing: they were wrong five times as often as right. */
const WORTHLESS = 0.2;

export interface Reporter {
  /** Posts of which they reported and a moderator said so, too; and of which a moderator did not. */
  upheld: number;
  rejected: number;
  /** How long they had been here when they reported. */
  hours: number;
}

/** Between 0 and 1: the rule of succession, by which somebody without a record weighs a half. */
export function weightOf({ upheld, rejected, hours }: Reporter): number {
  if (hours < NEW_HOURS) return 0;
  const weight = (upheld + 1) / (upheld + rejected + 2);
  return weight < WORTHLESS ? 0 : weight;
}

/** Each person once, whatever they reported. */
export const suffice = (reporters: readonly Reporter[]): boolean =>
  reporters.reduce((sum, reporter) => sum + weightOf(reporter), 0) >= HIDE_WEIGHT;
