/** A thread as its verbs need it: reached through what the viewer may see, and locked, so that numbers have no gaps. */
import type { Tx } from "#lib/db";
import { maySee } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import type { ThreadMode } from "../../prisma/generated/enums.ts";

export interface ReachedThread {
  id: string;
  slug: string;
  classId: string | null;
  mode: ThreadMode;
  nextNumber: number;
  locked: boolean;
}

/** @throws Missing where there is no such thread, or none for this viewer. */
export async function reachThread(
  tx: Tx,
  viewer: Viewer,
  by: { slug: string } | { id: string },
): Promise<ReachedThread> {
  const slug = "slug" in by ? by.slug : null;
  const id = "id" in by ? by.id : null;
  const [thread] = await tx.$queryRaw<Omit<ReachedThread, "locked">[]>`
    SELECT id, slug, class_id AS "classId", mode::text AS mode, next_number AS "nextNumber"
    FROM threads WHERE slug = ${slug} OR id = ${id} FOR NO KEY UPDATE`;
  if (!thread || !maySee(viewer, thread)) throw new Missing();
  // Asked on its own, so that it sees what was committed while we waited for the row.
  const lock = await tx.lock.findFirst({ where: { threadId: thread.id, liftedAt: null }, select: { id: true } });
  return { ...thread, locked: lock !== null };
}
