/** Whose ratings are looked at. Pure. */
import { placesOf, type Skeleton } from "#lib/arguments/tree";
import type { Stance } from "#lib/arguments/view";

/** Everybody's, or those of the people who argue on one side. */
const PERSPECTIVES = ["all", "for", "against"] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

/** By whose ratings answers can stand in order: a perspective's, those of the reader's classes, or the reader's own. */
const ORDERS = [...PERSPECTIVES, "class", "own"] as const;
export type Order = (typeof ORDERS)[number];

/** The order that an address asks for (`?sort=impact&by=…`); null is the usual one. */
export const orderAsked = ({ sort, by = "all" }: Record<string, string | undefined>): Order | null =>
  sort === "impact" ? (ORDERS.find((known) => known === by) ?? "all") : null;

export const STANCE_OF: Record<Exclude<Perspective, "all">, Stance> = { for: "PRO", against: "CON" };

/**
 * The people of a side: those with more visible arguments of their own on it than on the other, in this thread. Who has
 * as many on both, or none, is of no side: they argue as much for as against, or have only read.
 */
export function peopleOf(side: Stance, debate: Skeleton, authorOf: (argument: string) => string | undefined): string[] {
  const places = placesOf(debate);
  const balance = new Map<string, number>();
  for (const { id, state } of debate.arguments) {
    const [author, place] = [authorOf(id), places.get(id)];
    if (state !== "VISIBLE" || author === undefined || place === undefined) continue;
    balance.set(author, (balance.get(author) ?? 0) + (place.side === side ? 1 : -1));
  }
  return [...balance].filter(([, more]) => more > 0).map(([author]) => author);
}
