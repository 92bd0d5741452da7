/**
 * Dropped arguments: what a judge of a debate would hold against the side that let them stand. A visible argument of
 * the first two turns is dropped when nobody opposed it (no visible CON answer of any target), though `afterHours`
 * passed since it was posted and the other side posted `laterArguments` or more visible arguments after it. Later turns
 * don't count: every exchange has a last word.
 */
import { type Debate, type Edge, type Node, opposite, wired } from "#lib/arguments/tree";
import type { Stance, ThreadView } from "#lib/arguments/view";

const LAST_TURN = 2;
const HOUR_IN_MS = 3_600_000;

/** `postedAt` as text or in milliseconds. */
type Timed = Debate<Node & { postedAt: string | number }, Edge>;

/** Asks of every argument whether it is dropped; the work is done once, for the whole thread. */
export function isDropped(thread: Timed & Pick<ThreadView, "dropped">, now: Date): (id: string) => boolean {
  const { afterHours, laterArguments } = thread.dropped;
  const { all, steps, places } = wired(thread);
  const opposed = new Set<number>();
  for (const { link, child, parent } of steps)
    if (link.stance === "CON" && all[child]?.state === "VISIBLE") opposed.add(parent);
  const dropped = new Set<string>();
  const later: Record<Stance, number> = { PRO: 0, CON: 0 };
  for (let i = all.length - 1; i >= 0; i -= 1) {
    const [argument, place] = [all[i], places[i]];
    if (argument?.state !== "VISIBLE" || !place) continue;
    const { side, turn } = place;
    const passedOver = turn <= LAST_TURN && later[opposite(side)] >= laterArguments && !opposed.has(i);
    if (passedOver && now.getTime() - new Date(argument.postedAt).getTime() >= afterHours * HOUR_IN_MS)
      dropped.add(argument.id);
    later[side] += 1;
  }
  return (id) => dropped.has(id);
}
