/** A thread as it must be known before anything is brought to it, or shown of what waits there. */
import { db } from "#lib/db";
import { MODE, type ModeNow, modeAt } from "#lib/threads/mode";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface ThreadFacts extends ModeNow {
  id: string;
  classId: string | null;
  slug: string;
  question: string;
  openedById: string;
}

/** @throws Missing */
export async function getThreadFacts(viewer: Viewer, slug: string): Promise<ThreadFacts> {
  const row = await db().thread.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: { id: true, classId: true, slug: true, question: true, openedById: true, ...MODE },
  });
  if (!row) throw new Missing();
  const { id, classId, question, openedById, ...mode } = row;
  return { id, classId, slug, question, openedById, ...modeAt(mode, new Date()) };
}
