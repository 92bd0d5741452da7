/** What one is told of one's classes that happened in no thread. */
import { db } from "#lib/db";
import type { Person } from "#lib/users/viewer";
import { Prisma } from "../../prisma/generated/client.ts";
import type { ClassNoticeKind } from "../../prisma/generated/enums.ts";

/** A class has few of them; older ones nobody looks for. */
const SHOWN = 20;

export interface ClassNotice {
  kind: ClassNoticeKind;
  /** With the kind, its name. */
  subject: string;
  /** ISO 8601. */
  at: string;
  read: boolean;
  class: { slug: string; name: string };
  assignment: { slug: string; title: string } | null;
}

/** Of `class_notices` (as `n`): its reader belongs to the class still. */
export const STILL_IN_CLASS = Prisma.sql`EXISTS (SELECT FROM enrolments member
  WHERE member.class_id = n.class_id AND member.user_id = n.reader_id AND member.removed_at IS NULL)`;

/** What is unread first, then the latest. */
export async function listClassNotices(viewer: Person): Promise<ClassNotice[]> {
  const rows = await db().$queryRaw<
    {
      kind: ClassNoticeKind;
      subject: string;
      at: Date;
      read: boolean;
      room: string;
      name: string;
      slug: string | null;
      title: string;
    }[]
  >`
    SELECT n.kind::text AS kind, n.subject_id AS subject, n.at, n.read_at IS NOT NULL AS read, c.slug AS room, c.name, a.slug, a.title
    FROM class_notices n JOIN classes c ON c.id = n.class_id LEFT JOIN assignments a ON a.id = n.assignment_id
    WHERE n.reader_id = ${viewer.id} AND ${STILL_IN_CLASS}
    ORDER BY n.read_at IS NULL DESC, n.at DESC, n.subject_id LIMIT ${SHOWN}`;
  return rows.map(({ at, room, name, slug, title, ...row }) => ({
    ...{ ...row, at: at.toISOString(), class: { slug: room, name } },
    assignment: slug === null ? null : { slug, title },
  }));
}
