/** What there is to see of assignments: by who is set them, and by who sets them. */
import type { Stance } from "#lib/arguments/view";
import { type Rubric, USUAL_RUBRIC } from "#lib/classes/assessment";
import { type Phase, phaseAt, type Round, roundAt, sideIn } from "#lib/classes/assignment";
import { readLog } from "#lib/classes/assignment-log";
import { type Progress, progressIn } from "#lib/classes/assignment-progress";
import { roundOf } from "#lib/classes/assignment-reach";
import { LISTED, LISTING, listedIn } from "#lib/classes/listed";
import { db } from "#lib/db";
import { classesOf, isTeacher, mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";
import type { AssignmentSides, LatePosts, ThreadNames } from "../../prisma/generated/enums.ts";

export interface AssignmentThreadView {
  slug: string;
  question: string;
  names: ThreadNames;
  /** The number of its group; null where there is one thread for all. */
  group: number | null;
}

export interface RoundView extends Round {
  /** The frozen states in which it ended. */
  snapshots: { id: string; thread: string }[];
}

export interface AssignmentView {
  class: { slug: string; name: string };
  slug: string;
  title: string;
  instructions: string;
  setBy: { handle: string; name: string };
  sides: AssignmentSides;
  strict: boolean;
  postFirst: number;
  late: LatePosts;
  snapshots: boolean;
  rubric: Rubric;
  rounds: RoundView[];
  /** The round that is open or was open last. */
  round: number;
  phase: Phase;
  threads: AssignmentThreadView[];
  /** ISO 8601: when it was read. */
  now: string;
}

const SHOWN = {
  id: true,
  classId: true,
  slug: true,
  title: true,
  instructions: true,
  sides: true,
  strict: true,
  postFirst: true,
  late: true,
  snapshots: true,
  rubric: true,
  class: { select: { ...LISTING, slug: true, name: true } },
  setBy: { select: { handle: true, name: true } },
  rounds: {
    include: { frozen: { select: { snapshotId: true, thread: { select: { thread: { select: { slug: true } } } } } } },
    orderBy: { ordinal: "asc" },
  },
  threads: {
    select: { ordinal: true, threadId: true, thread: { select: { slug: true, question: true, names: true } } },
    orderBy: { ordinal: "asc" },
  },
} as const satisfies Prisma.AssignmentSelect;

async function findAssignment(viewer: Viewer, classSlug: string, slug: string) {
  const row = await db().assignment.findFirst({
    where: { slug, class: { slug: classSlug, id: { in: classesOf(viewer) } } },
    select: SHOWN,
  });
  if (!row) throw new Missing();
  return row;
}

type Row = Awaited<ReturnType<typeof findAssignment>>;

function viewOf(row: Row, now: Date): AssignmentView {
  const { id: _, classId: __, class: room, rubric, rounds, threads, ...rest } = row;
  const shown = rounds.map(({ frozen, ...round }) => ({
    ...roundOf(round),
    snapshots: frozen.map(({ snapshotId, thread }) => ({ id: snapshotId, thread: thread.thread.slug })),
  }));
  const at = now.getTime();
  return {
    ...rest,
    class: { slug: room.slug, name: room.name },
    rubric: (rubric as Rubric | null) ?? USUAL_RUBRIC,
    rounds: shown,
    round: roundAt(shown, at).ordinal,
    phase: phaseAt(shown, at),
    threads: threads.map(({ ordinal, thread }) => ({ ...thread, group: threads.length > 1 ? ordinal : null })),
    now: now.toISOString(),
  };
}

/** Everybody of the class; who teaches it is told so. @throws Missing */
export async function getAssignment(
  viewer: Viewer,
  classSlug: string,
  slug: string,
): Promise<AssignmentView & { teaches: boolean }> {
  const row = await findAssignment(viewer, classSlug, slug);
  return { ...viewOf(row, new Date()), teaches: isTeacher(viewer, row.classId) };
}

export interface AssignmentLine extends Pick<AssignmentView, "slug" | "title" | "phase" | "now"> {
  /** Milliseconds since 1970: of the round that is open or was open last. */
  opensAt: number;
  dueAt: number;
}

/** A class's assignments, what is due next first; for its members, else nothing. */
export async function listAssignments(viewer: Viewer, classSlug: string): Promise<AssignmentLine[]> {
  const rows = await db().assignment.findMany({
    where: { class: { slug: classSlug, id: { in: classesOf(viewer) } } },
    select: SHOWN,
    orderBy: [{ setAt: "desc" }, { id: "asc" }],
  });
  const now = new Date();
  const lines = rows.map((row) => {
    const { slug, title, phase, rounds } = viewOf(row, now);
    const { opensAt, dueAt } = roundAt(rounds, now.getTime());
    return { slug, title, phase, opensAt, dueAt, now: now.toISOString() };
  });
  const over = ({ phase }: AssignmentLine) => Number(phase === "OVER");
  return lines.sort((a, b) => over(a) - over(b) || (over(a) ? b.dueAt - a.dueAt : a.dueAt - b.dueAt));
}

export interface OwnProgress {
  /** For which side one argues in the round that is open or was open last; null where there are none. */
  side: Stance | null;
  thread: AssignmentThreadView | null;
  /** Of each round that has begun. */
  rounds: { ordinal: number; side: Stance | null; progress: Progress }[];
  /** What peers call one in it; null where they read names. */
  pseudonym: string | null;
  /** Whether others' arguments are kept from one until one has posted. */
  postsFirst: boolean;
}

/** How far somebody has come who is set it; null for whoever is not. @throws Missing */
export async function findOwnProgress(viewer: Viewer, classSlug: string, slug: string): Promise<OwnProgress | null> {
  const row = await findAssignment(viewer, classSlug, slug);
  if (!viewer?.attends?.includes(row.classId)) return null;
  const now = new Date();
  const view = viewOf(row, now);
  const [seat, log] = await Promise.all([
    db().seat.findUnique({ where: { assignmentId_userId: { assignmentId: row.id, userId: viewer.id } } }),
    readLog(row.threads.map(({ threadId }) => threadId)),
  ]);
  const at = row.threads.findIndex(({ threadId }) => threadId === seat?.threadId);
  const thread = view.threads[at] ?? null;
  const named = seat
    ? await db().pseudonym.findUnique({ where: { threadId_userId: { threadId: seat.threadId, userId: viewer.id } } })
    : null;
  const progress = progressIn(log, view.rounds);
  const pupil = { id: viewer.id, side: seat?.side ?? null };
  const begun = view.rounds.filter(({ ordinal, opensAt }) => ordinal === 1 || opensAt <= now.getTime());
  return {
    side: sideIn(roundAt(view.rounds, now.getTime()), pupil.side),
    thread,
    rounds: begun.map((round) => ({
      ordinal: round.ordinal,
      side: sideIn(round, pupil.side),
      progress: progress(pupil, round),
    })),
    pseudonym: thread?.names === "PSEUDONYMS" ? (named?.name ?? null) : null,
    postsFirst: seat !== null && mustPostFirst(viewer, seat.threadId),
  };
}

export interface PupilLine {
  handle: string;
  name: string;
  pseudonym: string | null;
  group: number | null;
  side: Stance | null;
  progress: Progress;
  /** When they last posted, milliseconds since 1970. */
  lastAt: number | null;
}

/** Everybody's progress in one round, for who teaches the class; by name. @throws Missing, also for pupils */
export async function getClassProgress(
  viewer: Viewer,
  classSlug: string,
  slug: string,
  ordinal?: number,
): Promise<{ round: RoundView; pupils: PupilLine[] }> {
  const row = await findAssignment(viewer, classSlug, slug);
  if (!isTeacher(viewer, row.classId)) throw new Missing();
  const view = viewOf(row, new Date());
  const round = view.rounds.find((one) => one.ordinal === (ordinal ?? view.round));
  if (!round) throw new Missing();
  const threadIds = row.threads.map(({ threadId }) => threadId);
  const [pupils, log] = await Promise.all([
    db().enrolment.findMany({
      where: { classId: row.classId, role: "STUDENT", removedAt: null },
      select: {
        user: {
          select: {
            ...{ id: true, handle: true, ...LISTED },
            pseudonyms: { where: { threadId: { in: threadIds } } },
          },
        },
        seats: { where: { assignmentId: row.id } },
      },
    }),
    readLog(threadIds),
  ]);
  const progress = progressIn(log, view.rounds);
  const last = new Map<string, number>();
  for (const { authorId, at } of log.said) last.set(authorId, Math.max(at, last.get(authorId) ?? 0));
  const lines = pupils.map(({ user, seats: [seat] }): PupilLine => {
    const side = seat?.side ?? null;
    const thread = view.threads[threadIds.indexOf(seat?.threadId ?? "")];
    return {
      handle: user.handle,
      name: listedIn(row.class, user),
      pseudonym:
        thread?.names === "PSEUDONYMS"
          ? (user.pseudonyms.find(({ threadId }) => threadId === seat?.threadId)?.name ?? null)
          : null,
      group: thread?.group ?? null,
      side: sideIn(round, side),
      progress: progress({ id: user.id, side }, round),
      lastAt: last.get(user.id) ?? null,
    };
  });
  return { round, pupils: lines.sort((a, b) => a.name.localeCompare(b.name, "en") || (a.handle < b.handle ? -1 : 1)) };
}
