/** Who may know of what a class owns, as conditions of queries: the rule of `mayEnter`. */
import { classesOf, type Viewer } from "#lib/users/viewer";
import { Prisma } from "../../prisma/generated/client.ts";

const { sql, raw } = Prisma;

/** For this viewer, of a table with `class_id`: as Prisma's condition. */
export const seenWhere = (viewer: Viewer) => ({
  OR: [{ classId: null }, { classId: { in: classesOf(viewer) } }],
});

/** The same; `column` holds the class that owns something, NULL where it is everybody's. */
export function seenBy(viewer: Viewer, column: "t.class_id" | "s.class_id"): Prisma.Sql {
  const mine = classesOf(viewer);
  const owned = raw(column);
  return mine.length === 0 ? sql`${owned} IS NULL` : sql`(${owned} IS NULL OR ${owned} = ANY(${mine}::text[]))`;
}

/** Of arguments `a`: whoever must post first in a thread finds there what is their own. */
export const heardBy = (viewer: Viewer): Prisma.Sql =>
  viewer?.postsFirst?.length
    ? sql`(a.thread_id <> ALL(${[...viewer.postsFirst]}::text[]) OR a.author_id = ${viewer.id})`
    : sql`TRUE`;

/** The same for whoever stands in another column, of the thread `t`. */
export const heardByWhom = (person: "n.reader_id" | "u.id"): Prisma.Sql =>
  sql`NOT EXISTS (SELECT FROM owed_first o WHERE o.thread_id = t.id AND o.user_id = ${raw(person)})`;

/** For whoever stands in another column: of the table `t`, a thread. It is asked of the roster as it is now. */
export const seenByWhom = (person: "n.reader_id" | "u.id"): Prisma.Sql => sql`(t.class_id IS NULL OR EXISTS (
  SELECT FROM enrolments member WHERE member.class_id = t.class_id AND member.user_id = ${raw(person)} AND member.removed_at IS NULL))`;
