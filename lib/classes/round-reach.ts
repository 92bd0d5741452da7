/** A round as its verbs need it: reached through the classes of the viewer, and locked. */
import type { Done, Speech, Timing } from "#lib/classes/round";
import { speeches } from "#lib/classes/round-schema";
import type { Tx } from "#lib/db";
import { classesOf, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";

/** What was done to its clock, in order. */
export interface RanClock {
  done: Done[];
}

export interface ReachedRound extends Timing, RanClock {
  id: string;
  classId: string;
  thread: { id: string; slug: string };
  recorderId: string | null;
  speeches: Speech[];
}

const REACHED = {
  ...{ id: true, classId: true, recorderId: true, speeches: true, prepSeconds: true },
  thread: { select: { id: true, slug: true } },
  acts: { select: { act: true, at: true }, orderBy: { ordinal: "asc" } },
} as const satisfies Prisma.LiveRoundSelect;

/** Where a round of this class is seen by this viewer. */
export const roundAt = (viewer: Viewer, classSlug: string, id: string): Prisma.LiveRoundWhereInput => ({
  id,
  class: { slug: classSlug, id: { in: classesOf(viewer) } },
});

/** What a round's row says, with its clock. */
export const timingOf = (row: {
  speeches: Prisma.JsonValue;
  prepSeconds: number;
  acts: { act: Done["act"]; at: Date }[];
}) => ({
  speeches: speeches.parse(row.speeches),
  prepSeconds: row.prepSeconds,
  done: row.acts.map(({ act, at }) => ({ act, at: at.getTime() })),
});

/** @throws Missing where there is none, or none in a class of this viewer. */
export async function reachRound(tx: Tx, viewer: Viewer, classSlug: string, id: string): Promise<ReachedRound> {
  // Its thread's lock is its own: what happens in it is numbered there.
  await tx.$queryRaw`
    SELECT FROM threads t JOIN live_rounds r ON r.thread_id = t.id WHERE r.id = ${id} FOR NO KEY UPDATE OF t`;
  const row = await tx.liveRound.findFirst({ where: roundAt(viewer, classSlug, id), select: REACHED });
  if (!row) throw new Missing();
  const { classId, thread, recorderId } = row;
  return { id, classId, thread, recorderId, ...timingOf(row) };
}
