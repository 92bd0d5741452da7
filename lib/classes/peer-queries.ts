/**
 * What there is to see of pupils judging each other. Whoever gives reads their peer under the name that stands in the
 * thread; whoever receives reads nobody's name and no time, in an order by chance; who teaches reads everything.
 */
import { getThread } from "#lib/arguments/queries/threads";
import { type Levels, type Rubric, USUAL_RUBRIC } from "#lib/classes/assessment";
import { type InContext, saidBy } from "#lib/classes/in-context";
import { LISTED, LISTING, listedIn } from "#lib/classes/listed";
import { type PeerPhase, peerPhaseAt } from "#lib/classes/peers";
import { db } from "#lib/db";
import { namesOf } from "#lib/threads/names";
import { classesOf, isTeacher, type Person, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** What was asked. */
interface Asked {
  each: number;
  /** ISO 8601. */
  dueAt: string;
  released: boolean;
  phase: PeerPhase;
}

interface Named {
  class: { slug: string; name: string };
  title: string;
}

/** What one person thinks of another's work. */
export interface Judged {
  rubric: Rubric;
  levels: Levels;
  words: string | null;
}

const PERSON = { select: { id: true, handle: true, ...LISTED } } as const;
const SHOWN = {
  ...{ id: true, classId: true, title: true, rubric: true },
  class: { select: { ...LISTING, slug: true, name: true } },
  peers: { include: { feedback: { include: { giver: PERSON, receiver: PERSON }, orderBy: { id: "asc" } } } },
} as const;

async function findPeers(viewer: Viewer, classSlug: string, slug: string) {
  const where = { slug, class: { slug: classSlug, id: { in: classesOf(viewer) } } };
  const row = await db().assignment.findFirst({ where, select: SHOWN });
  if (!row || !viewer) throw new Missing();
  return row;
}

type Row = Awaited<ReturnType<typeof findPeers>>;
type Feedback = NonNullable<Row["peers"]>["feedback"][number];

const namedOf = ({ class: { slug, name }, title }: Row): Named => ({ class: { slug, name }, title });

function askedOf(peers: NonNullable<Row["peers"]>, now: Date): Asked {
  const { each, dueAt, releasedAt } = peers;
  return { each, dueAt: dueAt.toISOString(), released: releasedAt !== null, phase: peerPhaseAt(peers, now) };
}

const judgedOf = ({ rubric, levels, words }: Feedback): Judged | null =>
  rubric === null ? null : { rubric: rubric as Rubric, levels: levels as Levels, words };

export interface OwnPeers extends Named {
  asked: Asked;
  toGive: { id: string; name: string; given: boolean }[];
  /** Null until it is shown. */
  received: (Judged & { id: string; reported: boolean })[] | null;
}

/** What a pupil gives and gets; null where nothing is asked of pupils. @throws Missing */
export async function findOwnPeers(viewer: Viewer, classSlug: string, slug: string): Promise<OwnPeers | null> {
  const row = await findPeers(viewer, classSlug, slug);
  if (!row.peers || !viewer?.attends?.includes(row.classId)) return null;
  const asked = askedOf(row.peers, new Date());
  const { feedback } = row.peers;
  const seat = await findSeat(viewer, row.id);
  const names = seat && (await namesOf(viewer, seat.threadId));
  return {
    ...namedOf(row),
    asked,
    toGive: feedback
      .filter(({ giverId }) => giverId === viewer.id)
      .map(({ id, receiver, givenAt }) => ({ id, name: names?.of(receiver).name ?? "", given: givenAt !== null })),
    received:
      asked.phase === "SHOWN"
        ? feedback.flatMap((one) => {
            const judged = one.receiverId === viewer.id && one.hiddenAt === null ? judgedOf(one) : null;
            return judged ? [{ ...judged, id: one.id, reported: one.reportedAt !== null }] : [];
          })
        : null,
  };
}

const findSeat = (viewer: Person, assignmentId: string) =>
  db().seat.findUnique({
    where: { assignmentId_userId: { assignmentId, userId: viewer.id } },
    select: { threadId: true, thread: { select: { thread: { select: { slug: true } } } } },
  });

export interface PeerTask extends Named {
  asked: Asked;
  /** The peer's name as it stands in the thread. */
  name: string;
  said: InContext[];
  rubric: Rubric;
  judged: Judged | null;
}

/** The work of somebody whom one was drawn to judge. @throws Missing for everybody else */
export async function getPeerTask(viewer: Viewer, classSlug: string, slug: string, id: string): Promise<PeerTask> {
  const row = await findPeers(viewer, classSlug, slug);
  const feedback = row.peers?.feedback.find((one) => one.id === id && one.giverId === viewer?.id);
  const seat = viewer && (await findSeat(viewer, row.id));
  if (!row.peers || !feedback || !seat) throw new Missing();
  const thread = await getThread(viewer, seat.thread.thread.slug);
  const { name, handle } = (await namesOf(viewer, seat.threadId)).of(feedback.receiver);
  const judged = judgedOf(feedback);
  return {
    ...namedOf(row),
    asked: askedOf(row.peers, new Date()),
    name,
    said: saidBy(thread, handle),
    rubric: judged?.rubric ?? (row.rubric as Rubric | null) ?? USUAL_RUBRIC,
    judged,
  };
}

export interface ClassPeers extends Named {
  /** Null until pupils are asked. */
  asked: Asked | null;
  feedback: {
    id: string;
    giver: { handle: string; name: string };
    receiver: { handle: string; name: string };
    /** Null until it is given. */
    judged: Judged | null;
    hidden: boolean;
    /** That it was reported, and why, where its receiver said so. */
    reported: { note: string | null } | null;
  }[];
}

/** Everything, with names, for who teaches; what was reported first. @throws Missing, also for pupils */
export async function getClassPeers(viewer: Viewer, classSlug: string, slug: string): Promise<ClassPeers> {
  const row = await findPeers(viewer, classSlug, slug);
  if (!isTeacher(viewer, row.classId)) throw new Missing();
  const called = (user: Feedback["giver"]) => ({ handle: user.handle, name: listedIn(row.class, user) });
  const feedback = (row.peers?.feedback ?? []).map((one) => ({
    ...{ id: one.id, giver: called(one.giver), receiver: called(one.receiver), judged: judgedOf(one) },
    hidden: one.hiddenAt !== null,
    reported: one.reportedAt ? { note: one.report } : null,
  }));
  const open = ({ reported, hidden }: (typeof feedback)[number]) => (reported && !hidden ? 0 : 1);
  return {
    ...namedOf(row),
    asked: row.peers && askedOf(row.peers, new Date()),
    feedback: feedback.toSorted(
      (a, b) => open(a) - open(b) || a.receiver.name.localeCompare(b.receiver.name, "en") || (a.id < b.id ? -1 : 1),
    ),
  };
}
