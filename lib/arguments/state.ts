/** What an argument's rows of judgement make of it. */
import type { ArgumentState } from "#lib/arguments/view";
import type { RemovalKind, ReviewCause, Verdict } from "../../prisma/generated/enums.ts";

export interface Judged {
  withdrawal: unknown;
  /** Removals in force. */
  removals: readonly { kind: RemovalKind }[];
  /** Merges in force. */
  merges: readonly unknown[];
  /** Splits in force. */
  splits: readonly unknown[];
  reviews: readonly { cause: ReviewCause; verdict: Verdict | null }[];
}

/** Pending: a review of the first post is open, or it ended with no. */
export function stateOf({ withdrawal, removals, merges, splits, reviews }: Judged): ArgumentState {
  const removal = removals[0]?.kind;
  if (removal === "REMOVED") return "REMOVED";
  if (withdrawal) return "WITHDRAWN";
  if (removal) return "HIDDEN";
  if (merges.length > 0) return "MERGED";
  if (splits.length > 0) return "SPLIT";
  return isLetIn({ reviews }) ? "VISIBLE" : "PENDING";
}

/**
 * Whether strangers may know of it: what waits for its first review, or was refused there, never stood in the thread,
 * and withdrawing or removing it does not bring it in.
 */
export function isLetIn({ reviews }: Pick<Judged, "reviews">): boolean {
  return !reviews.some(({ cause, verdict }) => cause === "MODE" && verdict !== "APPROVED");
}

/** Whether everybody may read its words, be it where it no more stands by itself. */
export const isRead = (state: ArgumentState): boolean => ["VISIBLE", "MERGED", "SPLIT"].includes(state);

/** The part of a query that `stateOf` needs. */
export const JUDGED = {
  withdrawal: { select: { withdrawnAt: true, reason: true } },
  removals: {
    where: { liftedAt: null },
    select: {
      kind: true,
      removedAt: true,
      code: true,
      policy: true,
      note: true,
      removedBy: { select: { role: true } },
    },
  },
  merges: {
    where: { undoneAt: null },
    select: {
      mergedAt: true,
      note: true,
      mergedBy: { select: { role: true } },
      into: { select: { id: true, number: true } },
    },
  },
  splits: {
    where: { taken: true, undoneAt: null },
    select: {
      answeredAt: true,
      parts: { select: { argument: { select: { id: true, number: true } } }, orderBy: { ordinal: "asc" } },
    },
  },
  reviews: { select: { cause: true, verdict: true } },
} as const;
