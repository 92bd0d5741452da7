/** A class as its verbs need it: reached as one of its members, and locked, so that who belongs to it stays until the end of the act. */
import type { Tx } from "#lib/db";
import type { Person, Viewer } from "#lib/users/viewer";
import { Missing, Refused } from "#lib/verdict";
import type { EnrolmentRole } from "../../prisma/generated/enums.ts";

export interface ReachedClass {
  id: string;
  slug: string;
  /** As what the viewer belongs to it. */
  role: EnrolmentRole;
}

/** @throws Missing where there is no such class, or none of this viewer's. */
export async function reachClass(tx: Tx, viewer: Viewer, slug: string): Promise<ReachedClass> {
  const [row] = await tx.$queryRaw<ReachedClass[]>`
    SELECT c.id, c.slug, e.role::text AS role FROM classes c
      JOIN enrolments e ON e.class_id = c.id AND e.user_id = ${viewer?.id ?? ""} AND e.removed_at IS NULL
    WHERE c.slug = ${slug} FOR NO KEY UPDATE OF c`;
  if (!row) throw new Missing();
  return row;
}

export interface ReachedMember extends Person {
  /** As what they belong to the class, or did. */
  membership: { role: EnrolmentRole; removedAt: Date | null } | null;
}

/** Somebody of the forum, with what they are to a class. @throws Refused "person-unknown" */
export async function reachPerson(tx: Tx, classId: string, handle: string): Promise<ReachedMember> {
  const row = await tx.user.findFirst({
    where: { handle, erasedAt: null },
    select: {
      ...{ id: true, handle: true, name: true, role: true },
      enrolled: { where: { classId }, select: { role: true, removedAt: true } },
    },
  });
  if (!row) throw new Refused("person-unknown", { details: { field: "handle" } });
  const { enrolled, ...person } = row;
  return { ...person, membership: enrolled[0] ?? null };
}

/** How many belong to it, in one role or in any. */
export const countMembers = (tx: Tx, classId: string, role?: EnrolmentRole): Promise<number> =>
  tx.enrolment.count({ where: { classId, removedAt: null, ...(role && { role }) } });
