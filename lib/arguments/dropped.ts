/**
 * Dropped arguments: what a judge of a debate would hold against the side that let them stand. A visible argument of
 * the first two turns is dropped when nobody opposed it (no visible CON answer of any target), though `afterHours`
 * passed since it was posted and the other side posted `laterArguments` or more visible arguments after it. Later turns
 * don't count: every exchange has a last word.
 */
import { type Debate, type Edge, type Node, opposite, placesOf } from "#lib/arguments/tree";
import type { Stance, ThreadView } from "#lib/arguments/view";

const LAST_TURN = 2;
const HOUR_IN_MS = 3_600_000;

/** `postedAt` as text or in milliseconds. */
type Timed = Debate<Node & { postedAt: string | number }, Edge>;

/** Asks of every argument whether it is dropped; the work is done once, for the whole thread. */
export function isDropped(thread: Timed & Pick<ThreadView, "dropped">, now: Date): (id: string) => boolean {
  const { afterHours, laterArguments } = thread.dropped;
  const places = placesOf(thread);
  const visible = new Set(thread.arguments.filter(({ state }) => state === "VISIBLE").map(({ id }) => id));
  const opposed = new Set(
    thread.links.filter((link) => link.stance === "CON" && visible.has(link.child)).map((link) => link.parent),
  );
  const dropped = new Set<string>();
  const later: Record<Stance, number> = { PRO: 0, CON: 0 };
  const latestFirst = thread.arguments.toSorted((a, b) => b.number - a.number);
  for (const { id, postedAt } of latestFirst) {
    const place = places.get(id);
    if (place === undefined || !visible.has(id)) continue;
    const ripe = now.getTime() - new Date(postedAt).getTime() >= afterHours * HOUR_IN_MS;
    const passedOver = later[opposite(place.side)] >= laterArguments;
    if (place.turn <= LAST_TURN && ripe && passedOver && !opposed.has(id)) dropped.add(id);
    later[place.side] += 1;
  }
  return (id) => dropped.has(id);
}
