/** Why somebody posted although another argument of the thread says nearly the same. */
import { mayReadSecondThought } from "#lib/arguments/policy";
import { db } from "#lib/db";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";

export interface SecondThought {
  reason: string;
  /** What says nearly the same. */
  near: { id: string; number: number };
}

/** Null where nothing was kept, and for everybody but the author and moderators. */
export async function findSecondThought(viewer: Viewer, argumentId: string): Promise<SecondThought | null> {
  const row = await db().postedAnyway.findFirst({
    where: { argumentId, argument: { thread: visibleTo(viewer) } },
    select: {
      reason: true,
      near: { select: { id: true, number: true } },
      argument: { select: { authorId: true, threadId: true } },
    },
  });
  return row && mayReadSecondThought(viewer, row.argument) ? { reason: row.reason, near: row.near } : null;
}
