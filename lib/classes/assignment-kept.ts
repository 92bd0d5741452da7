/** What of a round stays as it was set, because pupils relied on it. Pure. */
import type { Round } from "#lib/classes/assignment";

/** `OVER`: its state is frozen and all of it stays. `BEGUN`: somebody has argued in it, so that it is there and its opening stays. */
export type Kept = "OVER" | "BEGUN" | null;

export interface Relied {
  /** The rounds whose state is frozen, by their ordinals. */
  frozen: readonly number[];
  /** When a pupil last posted something of their own in its threads, milliseconds since 1970; null where nobody has. */
  lastSaid: number | null;
}

export function keptOf(round: Pick<Round, "ordinal" | "opensAt">, { frozen, lastSaid }: Relied): Kept {
  if (frozen.includes(round.ordinal)) return "OVER";
  return lastSaid !== null && lastSaid >= round.opensAt ? "BEGUN" : null;
}
