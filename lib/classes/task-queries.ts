/** What somebody is set to do in the thread that they read. */
import { type AssignmentView, findOwnProgress, getAssignment, type OwnProgress } from "#lib/classes/assignment-queries";
import { db } from "#lib/db";
import type { Viewer } from "#lib/users/viewer";

export interface ThreadTask extends Pick<AssignmentView, "class" | "slug" | "title" | "now"> {
  /** The round that is open or was open last. */
  round: OwnProgress["rounds"][number];
  /** Milliseconds since 1970. */
  dueAt: number;
}

/** What somebody is set to do in a thread, the latest of several, and how far they have come; null for most, at no cost. */
export async function findTaskIn(viewer: Viewer, thread: string): Promise<ThreadTask | null> {
  if (!viewer?.attends?.length) return null;
  const seat = await db().seat.findFirst({
    where: { userId: viewer.id, thread: { thread: { slug: thread } }, classId: { in: [...viewer.attends] } },
    select: { assignment: { select: { slug: true, class: { select: { slug: true } } } } },
    orderBy: { assignment: { setAt: "desc" } },
  });
  if (!seat) return null;
  const [room, name] = [seat.assignment.class.slug, seat.assignment.slug];
  const [assignment, own] = await Promise.all([getAssignment(viewer, room, name), findOwnProgress(viewer, room, name)]);
  const { class: of, slug, title, now, rounds } = assignment;
  const round = own?.rounds.at(-1);
  const dueAt = rounds.find(({ ordinal }) => ordinal === round?.ordinal)?.dueAt;
  return round && dueAt ? { class: of, slug, title, now, round, dueAt } : null;
}
