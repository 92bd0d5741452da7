/** Who may do what with classes. */
import { KEEP_MAX_DAYS } from "#lib/classes/schema";
import { mayWrite } from "#lib/users/policy";
import { isTeacher, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";
import type { EnrolmentRole } from "../../prisma/generated/enums.ts";

/** A full post has ten groups a year; three years of them may be kept. */
export const CLASSES_MAX = 30;
/** The largest lectures; more people than that are several classes. */
export const MEMBERS_MAX = 500;

const DAY_MS = 86_400_000;

/** A class is its members' alone, whoever runs the forum. */
export const visibleTo = (viewer: Viewer): Prisma.ClassWhereInput => ({
  enrolments: { some: { userId: viewer?.id ?? "", removedAt: null } },
});

/** `taught`: how many classes they teach already. */
export function mayOpenClass(viewer: Viewer, taught: number): Verdict {
  const writing = mayWrite(viewer);
  if (!writing.ok) return writing;
  return taught < CLASSES_MAX ? yes : no("classes-full", { max: CLASSES_MAX });
}

/** Whether somebody arranges this class: its people, its codes, its threads. */
export const mayTeach = (viewer: Viewer, { role }: { role: EnrolmentRole }): Verdict =>
  role === "TEACHER" ? mayWrite(viewer) : no("teachers-only");

/** Whether somebody may take words away for good: of what stands in a class, its teachers. */
export const mayRedact = (viewer: Viewer, { classId }: { classId: string | null }): Verdict =>
  classId !== null && isTeacher(viewer, classId) ? mayWrite(viewer) : no("teachers-only");

/** A class is never without a teacher: somebody must answer for its pupils. */
export const mayStopTeaching = (teachers: number): Verdict => (teachers > 1 ? yes : no("last-teacher"));

export const mayGrow = (members: number): Verdict =>
  members <= MEMBERS_MAX ? yes : no("class-full", { max: MEMBERS_MAX });

/** What the class wrote is kept until a day that comes, and that can be foreseen. */
export function mayKeepUntil(keepUntil: Date, at: Date): Verdict {
  const days = (keepUntil.getTime() - at.getTime()) / DAY_MS;
  if (days <= 0) return no("keep-until-past");
  return days <= KEEP_MAX_DAYS ? yes : no("keep-until-far", { days: KEEP_MAX_DAYS });
}
