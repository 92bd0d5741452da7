/** What there is to see of a thread by itself. A thread with its arguments is shown by their room. */
import { db } from "#lib/db";
import { MODE, type ModeNow, modeAt } from "#lib/threads/mode";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface ThreadMode {
  thread: { id: string; slug: string; question: string };
  letsIn: ModeNow;
}

/** How one posts in a thread now, and what is to follow. @throws Missing */
export async function getMode(viewer: Viewer, slug: string): Promise<ThreadMode> {
  const row = await db().thread.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: { id: true, slug: true, question: true, ...MODE },
  });
  if (!row) throw new Missing();
  const { id, question, ...mode } = row;
  return { thread: { id, slug, question }, letsIn: modeAt(mode, new Date()) };
}

/** The class that owns a thread, if one does. @throws Missing */
export async function getOwner(viewer: Viewer, slug: string): Promise<{ classId: string | null }> {
  const row = await db().thread.findFirst({ where: { slug, ...visibleTo(viewer) }, select: { classId: true } });
  if (!row) throw new Missing();
  return row;
}

/** Who moderates a thread beside the moderators of the site, by name. */
export async function listModerators(threadId: string): Promise<{ handle: string; name: string }[]> {
  const rows = await db().threadModerator.findMany({
    where: { threadId, liftedAt: null, user: { erasedAt: null } },
    select: { user: { select: { handle: true, name: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return rows.map(({ user }) => user);
}
