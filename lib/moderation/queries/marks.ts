/** What is said of an argument's quality, and what this viewer may say of it. */

import type { PersonRef } from "#lib/arguments/view";
import { own } from "#lib/arguments/writing";
import { db } from "#lib/db";
import { mayFlag, mayMark, mayResolveMark } from "#lib/moderation/policy";
import { NAMES, namesOf } from "#lib/threads/names";
import type { Viewer } from "#lib/users/viewer";
import type { Verdict } from "#lib/verdict";

export interface StandingMark {
  id: string;
  kind: string;
  note: string | null;
  by: PersonRef;
  at: string;
  /** Its argument was revised since. */
  mended: boolean;
  /** Whether this viewer may let it go: their own, or as a moderator. */
  resolvable: boolean;
  own: boolean;
}

/**
 * An argument with the marks that stand on it, the oldest first.
 * @throws Missing
 */
export async function getMarked(viewer: Viewer, id: string) {
  const marking = await own(viewer, id, (facts, thread) => mayMark(viewer, facts, thread));
  return { ...marking, marks: await listMarks(viewer, id) };
}

/** What of them may be seen, the caller asks. */
export async function listMarks(viewer: Viewer, argumentId: string): Promise<StandingMark[]> {
  const rows = await db().mark.findMany({
    where: { argumentId, resolvedAt: null },
    orderBy: [{ markedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      note: true,
      markedAt: true,
      markedById: true,
      revisionId: true,
      markedBy: { select: { id: true, handle: true, name: true } },
      argument: { select: { authorId: true, threadId: true, currentRevisionId: true } },
    },
  });
  const threadId = rows[0]?.argument.threadId;
  const names = threadId === undefined ? NAMES : await namesOf(viewer, threadId);
  return rows.map(({ id, kind, note, markedAt, markedById, markedBy, revisionId, argument }) => ({
    id,
    kind,
    note,
    by: names.of(markedBy),
    at: names.at(markedAt),
    mended: revisionId !== argument.currentRevisionId,
    resolvable: mayResolveMark(viewer, { markedById, authorId: argument.authorId, threadId: argument.threadId }).ok,
    own: markedById === viewer?.id,
  }));
}

/**
 * An argument, and whether this viewer may report it.
 * @throws Missing
 */
export const getFlagging = (viewer: Viewer, id: string) => own(viewer, id, (facts): Verdict => mayFlag(viewer, facts));
