/** A thread as its verbs need it: reached through what the viewer may see, and locked, so that numbers have no gaps. */
import type { Tx } from "#lib/db";
import { type ModeNow, type ModeRow, modeAt } from "#lib/threads/mode";
import { maySee } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface ReachedThread extends ModeNow {
  id: string;
  slug: string;
  classId: string | null;
  openedById: string;
  nextNumber: number;
}

interface Row extends ModeRow, Omit<ReachedThread, keyof ModeNow> {
  now: Date;
}

/**
 * With the mode that holds at `at`, the act's moment; where none is given, by the database's clock.
 * @throws Missing where there is no such thread, or none for this viewer.
 */
export async function reachThread(
  tx: Tx,
  viewer: Viewer,
  by: { slug: string } | { id: string },
  at?: Date,
): Promise<ReachedThread> {
  const slug = "slug" in by ? by.slug : null;
  const id = "id" in by ? by.id : null;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, slug, class_id AS "classId", opened_by AS "openedById", next_number AS "nextNumber", mode::text AS mode,
      slow_seconds AS "slowSeconds", first_posts AS "firstPosts", next_mode::text AS "nextMode", next_at AS "nextAt", now()
    FROM threads WHERE slug = ${slug} OR id = ${id} FOR NO KEY UPDATE`;
  if (!row || !maySee(viewer, row)) throw new Missing();
  const { classId, openedById, nextNumber } = row;
  return { id: row.id, slug: row.slug, classId, openedById, nextNumber, ...modeAt(row, at ?? row.now) };
}
