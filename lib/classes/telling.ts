/** Telling people of a class what happened in no thread of it, in the transaction of the act. No letter is sent. */
import type { Tx } from "#lib/db";
import type { ClassNoticeKind } from "../../prisma/generated/enums.ts";

interface Told {
  classId: string;
  assignmentId?: string;
  kind: ClassNoticeKind;
  /** What it is about: nobody is told of it twice. */
  subject: string;
  at: Date;
}

/** Those of the readers, by id, who belong to the class. One statement, however many. */
export async function tellInClass(tx: Tx, readers: readonly string[], told: Told): Promise<void> {
  const { classId, assignmentId = null, kind, subject, at } = told;
  await tx.$executeRaw`
    INSERT INTO class_notices (reader_id, kind, subject_id, class_id, assignment_id, at)
    SELECT e.user_id, ${kind}::"ClassNoticeKind", ${subject}, ${classId}, ${assignmentId}, ${at} FROM enrolments e
    WHERE e.class_id = ${classId} AND e.removed_at IS NULL AND e.user_id = ANY(${[...readers]}::text[])
    ON CONFLICT DO NOTHING`;
}

/** The same for everybody who teaches it. */
export async function tellTeachers(tx: Tx, told: Told): Promise<void> {
  const where = { classId: told.classId, role: "TEACHER", removedAt: null } as const;
  const teachers = await tx.enrolment.findMany({ where, select: { userId: true } });
  const ids = teachers.map(({ userId }) => userId);
  await tellInClass(tx, ids, told);
}
