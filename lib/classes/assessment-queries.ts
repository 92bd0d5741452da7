/** What there is to see of grades: everything for who teaches, one's own for a pupil once it is released. */
import { getThread } from "#lib/arguments/queries/threads";
import { type Levels, type Rubric, totalOf, USUAL_RUBRIC } from "#lib/classes/assessment";
import { getClassProgress, type PupilLine } from "#lib/classes/assignment-queries";
import { type InContext, saidBy } from "#lib/classes/in-context";
import { db } from "#lib/db";
import { classesOf, isTeacher, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface GradeView {
  rubric: Rubric;
  levels: Levels;
  /** Of 100; null until every criterion is judged. */
  total: number | null;
  feedback: string | null;
}

export interface OwnGradeView extends GradeView {
  /** A teacher's words on one's arguments. */
  notes: { argument: string; number: number; note: string }[];
}

const gradeOf = (row: { rubric: unknown; levels: unknown; feedback: string | null }): GradeView => {
  const [rubric, levels] = [row.rubric as Rubric, row.levels as Levels];
  return { rubric, levels, total: totalOf(rubric, levels), feedback: row.feedback };
};

async function findGraded(viewer: Viewer, classSlug: string, slug: string) {
  const row = await db().assignment.findFirst({
    where: { slug, class: { slug: classSlug, id: { in: classesOf(viewer) } } },
    select: {
      ...{ id: true, classId: true, title: true, rubric: true },
      class: { select: { slug: true, name: true } },
      releases: { where: { undoneAt: null }, select: { releasedAt: true } },
    },
  });
  if (!row) throw new Missing();
  return { ...row, releasedAt: row.releases[0]?.releasedAt.toISOString() ?? null };
}

/** One's own grade with the words on one's arguments; null until it is released, and where there is none. @throws Missing */
export async function findOwnGrade(viewer: Viewer, classSlug: string, slug: string): Promise<OwnGradeView | null> {
  const { id, releasedAt } = await findGraded(viewer, classSlug, slug);
  if (!viewer || releasedAt === null) return null;
  const row = await db().grade.findUnique({ where: { assignmentId_userId: { assignmentId: id, userId: viewer.id } } });
  const notes = await db().gradeNote.findMany({
    where: { assignmentId: id, argument: { authorId: viewer.id } },
    select: { note: true, argument: { select: { id: true, number: true } } },
    orderBy: { argument: { number: "asc" } },
  });
  if (!row) return null;
  return {
    ...gradeOf(row),
    notes: notes.map(({ note, argument }) => ({ argument: argument.id, number: argument.number, note })),
  };
}

export interface Gradebook {
  class: { slug: string; name: string };
  title: string;
  rubric: Rubric;
  /** ISO 8601; null until grades are released. */
  releasedAt: string | null;
  grades: ReadonlyMap<string, GradeView>;
}

/** All grades, by handle, for who teaches the class. @throws Missing, also for pupils */
export async function getGradebook(viewer: Viewer, classSlug: string, slug: string): Promise<Gradebook> {
  const { id, classId, rubric, releasedAt, ...shown } = await findGraded(viewer, classSlug, slug);
  if (!isTeacher(viewer, classId)) throw new Missing();
  const rows = await db().grade.findMany({
    where: { assignmentId: id },
    include: { user: { select: { handle: true } } },
  });
  return {
    class: shown.class,
    title: shown.title,
    rubric: (rubric as Rubric | null) ?? USUAL_RUBRIC,
    releasedAt,
    grades: new Map(rows.map((row) => [row.user.handle, gradeOf(row)])),
  };
}

export interface Portfolio extends Omit<Gradebook, "grades"> {
  pupil: PupilLine;
  grade: GradeView | null;
  /** With the teacher's word on each. */
  said: (InContext & { note: string | null })[];
}

/** What one pupil did, in its context, for who teaches the class. @throws Missing */
export async function getPortfolio(
  viewer: Viewer,
  classSlug: string,
  slug: string,
  handle: string,
): Promise<Portfolio> {
  const { grades, ...book } = await getGradebook(viewer, classSlug, slug);
  const { pupils } = await getClassProgress(viewer, classSlug, slug);
  const pupil = pupils.find((one) => one.handle === handle);
  const seat = await db().seat.findFirst({
    where: { assignment: { slug, class: { slug: classSlug } }, user: { handle } },
    select: { assignmentId: true, thread: { select: { thread: { select: { slug: true } } } } },
  });
  if (!pupil || !seat) throw new Missing();
  const [thread, notes] = await Promise.all([
    getThread(viewer, seat.thread.thread.slug),
    db().gradeNote.findMany({ where: { assignmentId: seat.assignmentId } }),
  ]);
  const noted = new Map(notes.map(({ argumentId, note }) => [argumentId, note]));
  const said = saidBy(thread, handle).map((one) => ({ ...one, note: noted.get(one.argument.id) ?? null }));
  return { ...book, pupil, grade: grades.get(handle) ?? null, said };
}
