/** The API's routes of what classes are set to do, of its progress and its grades, and what they answer. */
import { z } from "zod";
import type { Route } from "#lib/api/route";
import { rubricInput } from "#lib/classes/assessment";
import type { Gradebook, GradeView, OwnGradeView } from "#lib/classes/assessment-queries";
import { gradeInput, noteInput } from "#lib/classes/assessment-schema";
import { MEASURES } from "#lib/classes/assignment";
import type { Progress } from "#lib/classes/assignment-progress";
import type { AssignmentLine, AssignmentView, OwnProgress, PupilLine } from "#lib/classes/assignment-queries";
import {
  changeAssignmentInput,
  chooseSidesInput,
  requirementsInput,
  setAssignmentInput,
} from "#lib/classes/assignment-schema";
import { noInput } from "#lib/notices/schema";

const moment = z.iso.datetime();
const phase = z.enum(["AHEAD", "OPEN", "BETWEEN", "OVER"]);
const side = z.enum(["PRO", "CON"]).nullable();
const isoOf = (at: number) => new Date(at).toISOString();

export const assignments = z.strictObject({
  items: z.array(z.strictObject({ slug: z.string(), title: z.string(), phase, opensAt: moment, dueAt: moment })),
  next: z.null(),
});

/** What is there of what was asked; `by` says from which arguments it is counted, by their numbers. */
const progress = z.strictObject({
  counts: z.array(z.strictObject({ measure: z.enum(MEASURES), asked: z.int(), done: z.int(), by: z.array(z.int()) })),
  finished: z.boolean(),
  uncounted: z.array(z.strictObject({ number: z.int(), why: z.string() })),
  late: z.array(z.int()),
});

export const assignment = z.strictObject({
  slug: z.string(),
  title: z.string(),
  instructions: z.string(),
  sides: z.enum(["NONE", "DRAWN", "CHOSEN"]),
  strict: z.boolean(),
  postFirst: z.int(),
  late: z.enum(["REFUSED", "MARKED"]),
  phase,
  rounds: z.array(z.strictObject({ ordinal: z.int(), opensAt: moment, dueAt: moment, requires: requirementsInput })),
  threads: z.array(z.strictObject({ slug: z.string(), question: z.string(), group: z.int().nullable() })),
  rubric: rubricInput,
  /** What the reader is set to do and has done, where they are a pupil. */
  own: z
    .strictObject({
      thread: z.string().nullable(),
      pseudonym: z.string().nullable(),
      postsFirst: z.boolean(),
      rounds: z.array(z.strictObject({ ordinal: z.int(), side, progress })),
    })
    .nullable(),
});

export const classProgress = z.strictObject({
  round: z.int(),
  items: z.array(
    z.strictObject({
      handle: z.string(),
      name: z.string(),
      pseudonym: z.string().nullable(),
      group: z.int().nullable(),
      side,
      progress,
    }),
  ),
  next: z.null(),
});

const grade = {
  rubric: rubricInput,
  levels: z.record(z.string(), z.int()),
  /** Of 100; null until every criterion is judged. */
  total: z.int().nullable(),
  feedback: z.string().nullable(),
};
export const ownGrade = z.strictObject({
  ...grade,
  notes: z.array(z.strictObject({ argument: z.string(), number: z.int(), note: z.string() })),
});
export const grades = z.strictObject({
  releasedAt: moment.nullable(),
  items: z.array(z.strictObject({ handle: z.string(), ...grade })),
  next: z.null(),
});

const progressShown = ({ counts, finished, uncounted, late }: Progress): z.infer<typeof progress> => ({
  ...{ counts, finished, late },
  uncounted: uncounted.map(({ number, why }) => ({ number, why })),
});

export const assignmentsShown = (lines: AssignmentLine[]): z.infer<typeof assignments> => ({
  items: lines.map(({ slug, title, phase, opensAt, dueAt }) => ({
    ...{ slug, title, phase, opensAt: isoOf(opensAt), dueAt: isoOf(dueAt) },
  })),
  next: null,
});

export function assignmentShown(view: AssignmentView, own: OwnProgress | null): z.infer<typeof assignment> {
  const { slug, title, instructions, sides, strict, postFirst, late, phase, rounds, threads, rubric } = view;
  return {
    ...{ slug, title, instructions, sides, strict, postFirst, late, phase, rubric },
    rounds: rounds.map(({ ordinal, opensAt, dueAt, requires }) => ({
      ...{ ordinal, opensAt: isoOf(opensAt), dueAt: isoOf(dueAt), requires },
    })),
    threads: threads.map(({ slug, question, group }) => ({ slug, question, group })),
    own: own && {
      ...{ thread: own.thread?.slug ?? null, pseudonym: own.pseudonym, postsFirst: own.postsFirst },
      rounds: own.rounds.map(({ ordinal, side, progress }) => ({ ordinal, side, progress: progressShown(progress) })),
    },
  };
}

export const progressOfClass = (round: number, pupils: PupilLine[]): z.infer<typeof classProgress> => ({
  round,
  items: pupils.map(({ handle, name, pseudonym, group, side, progress }) => ({
    ...{ handle, name, pseudonym, group, side, progress: progressShown(progress) },
  })),
  next: null,
});

const gradeShown = ({ rubric, levels, total, feedback }: GradeView) => ({ rubric, levels, total, feedback });
export const ownGradeShown = (view: OwnGradeView): z.infer<typeof ownGrade> => ({
  ...gradeShown(view),
  notes: view.notes,
});
export const gradesShown = ({ releasedAt, grades: all }: Gradebook): z.infer<typeof grades> => ({
  releasedAt,
  items: [...all].map(([handle, view]) => ({ handle, ...gradeShown(view) })),
  next: null,
});

const TWICE = "Twice is as once.";
const TEACHERS = "For teachers of the class; to everybody outside it there is no such class.";
const PATH = "/classes/{slug}/assignments";
const ONE = `${PATH}/{assignment}` as const;

const acts: [path: string, summary: string, takes: z.ZodType, more?: string][] = [
  ["settings", "Change what is asked and by when", changeAssignmentInput, "What pupils have relied on stays."],
  ["rubric", "Say how it is judged from now on", rubricInput, "Grades that were given keep theirs."],
  ["sides", "Give pupils the sides that one chooses, until the first round opens", chooseSidesInput],
  ["sides/draw", "Draw groups and sides anew, until the first round opens", noInput, "Each call draws again."],
  ["grades/{handle}", "Give a pupil a grade, or change it", gradeInput],
  ["notes/{argument}", "Write a word on an argument for its author; without one it is taken away", noteInput],
  ["release", "Let every pupil read their own grade", noInput],
  ["withhold", "Take that back, within a day", noInput],
];

export const ASSIGNMENT_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: PATH,
    summary: "What a class is set to do, what is due next first",
    status: 200,
    gives: assignments,
  },
  {
    method: "post",
    path: PATH,
    summary: "Set a class something to do",
    description: `${TEACHERS} Where it hides names or posts, closes by a clock or is done in groups, the class gets copies of the thread.`,
    takes: setAssignmentInput,
    status: 201,
    gives: assignment,
  },
  {
    method: "get",
    path: ONE,
    summary: "An assignment; for a pupil with what is counted of theirs",
    status: 200,
    gives: assignment,
  },
  {
    method: "get",
    path: `${ONE}/progress`,
    summary: "Everybody's progress in one round",
    description: TEACHERS,
    query: { round: "`1` or `2`; the one that is open or was open last where it is left out." },
    status: 200,
    gives: classProgress,
  },
  { method: "get", path: `${ONE}/grades`, summary: "All grades", description: TEACHERS, status: 200, gives: grades },
  {
    method: "get",
    path: `${ONE}/grade`,
    summary: "One's own grade, with the words on one's arguments",
    description: "Not found until grades are released.",
    status: 200,
    gives: ownGrade,
  },
  ...acts.map(
    ([path, summary, takes, more]): Route => ({
      method: "post",
      path: `${ONE}/${path}`,
      summary,
      description: `${TEACHERS} ${more ?? TWICE}`,
      takes,
      status: 204,
    }),
  ),
];
