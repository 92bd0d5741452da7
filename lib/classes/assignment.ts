/** What a class is set to do, as everything that counts it needs it. Pure. */
import type { Stance } from "#lib/arguments/view";
import type { LatePosts } from "../../prisma/generated/enums.ts";

/** What can be asked for, in the order in which it is shown. */
export const MEASURES = ["arguments", "passages", "articles", "answers", "met", "concessions"] as const;
export type Measure = (typeof MEASURES)[number];

/** How much of what is asked for; 0 is not asked for. */
export type Requirements = Record<Measure, number>;

export interface Round {
  /** 1, or 2 for the round in which sides are switched. */
  ordinal: number;
  /** Milliseconds since 1970. */
  opensAt: number;
  dueAt: number;
  requires: Requirements;
}

/** Before the first round, in one, between them, or after the last. */
export type Phase = "AHEAD" | "OPEN" | "BETWEEN" | "OVER";

/** For which side somebody argues in a round who was given `side` for the first. */
export function sideIn(round: Pick<Round, "ordinal">, side: Stance | null): Stance | null {
  if (side === null || round.ordinal === 1) return side;
  return side === "PRO" ? "CON" : "PRO";
}

/** The round that is open or was open last; before the first, the first. */
export function roundAt<R extends Pick<Round, "opensAt">>(rounds: readonly R[], at: number): R {
  const begun = rounds.findLast(({ opensAt }) => opensAt <= at) ?? rounds[0];
  if (!begun) throw new Error("an assignment has a round");
  return begun;
}

export function phaseAt(rounds: readonly Pick<Round, "opensAt" | "dueAt">[], at: number): Phase {
  const { opensAt, dueAt } = roundAt(rounds, at);
  if (at < opensAt) return "AHEAD";
  if (at < dueAt) return "OPEN";
  return rounds.some((round) => round.opensAt > at) ? "BETWEEN" : "OVER";
}

/** Whether anything may be posted, and when that changes next. */
export interface Opening {
  open: boolean;
  /** Milliseconds since 1970; null where it stays so. */
  until: number | null;
}

/** Where late posts are marked, a thread once opened stays open. */
export function openingAt(rounds: readonly Pick<Round, "opensAt" | "dueAt">[], late: LatePosts, at: number): Opening {
  const phase = phaseAt(rounds, at);
  const next = rounds.find(({ opensAt }) => opensAt > at)?.opensAt ?? null;
  if (phase === "AHEAD") return { open: false, until: next };
  if (late === "MARKED") return { open: true, until: null };
  return phase === "OPEN" ? { open: true, until: roundAt(rounds, at).dueAt } : { open: false, until: next };
}
