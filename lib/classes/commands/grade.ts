/** Judging what pupils did, and letting them know. */
import { isDeepStrictEqual } from "node:util";
import { fits, type Rubric, rubricInput, USUAL_RUBRIC } from "#lib/classes/assessment";
import type { GivenGrade } from "#lib/classes/assessment-schema";
import { mayAssign } from "#lib/classes/assignment-policy";
import { type ReachedAssignment, reachAssignment } from "#lib/classes/assignment-reach";
import { tellInClass } from "#lib/classes/telling";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { enqueueOnce } from "#lib/queue/enqueue";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { Missing, must, no, Refused, yes } from "#lib/verdict";

/** Long enough to notice a slip; after that people rely on what they were told. */
const UNDO_HOURS = 24;

const happening = ({ classId }: ReachedAssignment, actorId: string, at: Date) => ({
  ...{ stream: "site", classId, actorId, at },
});

/**
 * Gives somebody a grade, or changes it. It keeps the rubric by which it was given first.
 * @throws Missing, Refused "teachers-only", "rubric-misfit"
 */
export async function gradePupil(
  viewer: Person,
  classSlug: string,
  slug: string,
  handle: string,
  { levels, feedback = null }: GivenGrade,
): Promise<void> {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayAssign(viewer, assignment));
    const seat = await tx.seat.findFirst({
      where: { assignmentId: assignment.id, user: { handle } },
      select: { userId: true, grade: true },
    });
    if (!seat) throw new Missing();
    const { grade, userId } = seat;
    const rubric = grade ? (grade.rubric as Rubric) : await rubricOf(tx, assignment.id);
    if (!fits(rubric, levels)) throw new Refused("rubric-misfit");
    if (grade && isDeepStrictEqual(grade.levels, levels) && grade.feedback === feedback) return;
    const given = { levels, feedback, gradedById: viewer.id, gradedAt: at };
    await tx.grade.upsert({
      where: { assignmentId_userId: { assignmentId: assignment.id, userId } },
      create: { assignmentId: assignment.id, userId, rubric, ...given },
      update: given,
      select: { userId: true },
    });
    const subjects = { assignment: assignment.id, user: userId };
    await record(tx, { ...happening(assignment, viewer.id, at), kind: "grade.given", subjects });
    const release = await tx.gradeRelease.findFirst({ where: { assignmentId: assignment.id, undoneAt: null } });
    if (release) await sendWhenItStands(tx, release, at);
  });
}

async function rubricOf(tx: Tx, id: string): Promise<Rubric> {
  const { rubric } = await tx.assignment.findUniqueOrThrow({ where: { id }, select: { rubric: true } });
  return (rubric as Rubric | null) ?? USUAL_RUBRIC;
}

/** Says how an assignment is judged from now on; grades that were given keep theirs. */
export async function changeRubric(viewer: Person, classSlug: string, slug: string, given: Rubric): Promise<void> {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayAssign(viewer, assignment));
    const rubric = rubricInput.parse(given);
    if (isDeepStrictEqual(await rubricOf(tx, assignment.id), rubric)) return;
    await tx.assignment.update({ where: { id: assignment.id }, data: { rubric }, select: { id: true } });
    const subjects = { assignment: assignment.id };
    await record(tx, { ...happening(assignment, viewer.id, at), kind: "rubric.changed", subjects });
  });
}

/** A word on one argument of the assignment's threads, for its author; nothing takes it away. */
export async function noteArgument(
  viewer: Person,
  classSlug: string,
  slug: string,
  argumentId: string,
  note: string | null,
): Promise<void> {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayAssign(viewer, assignment));
    const threadId = { in: assignment.threads.map(({ id }) => id) };
    if (!(await tx.argument.findFirst({ where: { id: argumentId, threadId }, select: { id: true } })))
      throw new Missing();
    const key = { assignmentId_argumentId: { assignmentId: assignment.id, argumentId } };
    const known = await tx.gradeNote.findUnique({ where: key, select: { note: true } });
    if ((known?.note ?? null) === note) return;
    if (note === null) await tx.gradeNote.delete({ where: key, select: { argumentId: true } });
    else {
      const noted = { note, notedById: viewer.id, notedAt: at };
      const create = { assignmentId: assignment.id, argumentId, ...noted };
      await tx.gradeNote.upsert({ where: key, create, update: noted, select: { argumentId: true } });
    }
    const subjects = { assignment: assignment.id, argument: argumentId };
    await record(tx, { ...happening(assignment, viewer.id, at), kind: "grade.noted", subjects });
  });
}

/** Lets everybody read their grade, with the words on it; once released they stay so. */
export async function releaseGrades(
  viewer: Person,
  classSlug: string,
  slug: string,
  moment: { at?: Date } = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayAssign(viewer, assignment));
    const { id: assignmentId } = assignment;
    if (await tx.gradeRelease.findFirst({ where: { assignmentId, undoneAt: null }, select: { id: true } })) return;
    const release = await tx.gradeRelease.create({
      data: { id: newId(), assignmentId, releasedById: viewer.id, releasedAt: at },
    });
    await sendWhenItStands(tx, release, at);
    await tellGraded(tx, assignment, { kind: "GRADES_RELEASED", subject: release.id, at });
    const subjects = { assignment: assignmentId };
    await record(tx, { ...happening(assignment, viewer.id, at), kind: "grades.released", subjects });
  }, moment.at);
}

/** Those who have a grade, and are in the class still. */
async function tellGraded(
  tx: Tx,
  { id: assignmentId, classId }: ReachedAssignment,
  told: { kind: "GRADES_RELEASED" | "GRADES_WITHHELD"; subject: string; at: Date },
): Promise<void> {
  const graded = await tx.grade.findMany({ where: { assignmentId }, select: { userId: true } });
  const readers = graded.map(({ userId }) => userId);
  await tellInClass(tx, readers, { classId, assignmentId, ...told });
}

/** What a learning platform was told stays there: so it is told when nobody can take the release back any more. */
async function sendWhenItStands(tx: Tx, { id, releasedAt }: { id: string; releasedAt: Date }, at: Date): Promise<void> {
  const stands = new Date(Math.max(at.getTime(), releasedAt.getTime() + UNDO_HOURS * 3_600_000));
  await enqueueOnce(tx, "marks", { release: id }, { name: `${id} ${at.getTime()}`, at: stands });
}

/** Takes that back within a day. @throws Refused "release-stands" */
export async function withholdGrades(
  viewer: Person,
  classSlug: string,
  slug: string,
  moment: { at?: Date } = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayAssign(viewer, assignment));
    const { id: assignmentId } = assignment;
    const released = await tx.gradeRelease.findFirst({ where: { assignmentId, undoneAt: null } });
    if (!released) return;
    const hours = (at.getTime() - released.releasedAt.getTime()) / 3_600_000;
    must(hours < UNDO_HOURS ? yes : no("release-stands", { hours: UNDO_HOURS }));
    const undone = { undoneById: viewer.id, undoneAt: at };
    await tx.gradeRelease.update({ where: { id: released.id }, data: undone, select: { id: true } });
    await tx.classNotice.deleteMany({ where: { kind: "GRADES_RELEASED", subjectId: released.id } });
    await tellGraded(tx, assignment, { kind: "GRADES_WITHHELD", subject: released.id, at });
    const subjects = { assignment: assignmentId };
    await record(tx, { ...happening(assignment, viewer.id, at), kind: "grades.withheld", subjects });
  }, moment.at);
}
