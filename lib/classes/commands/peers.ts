/** Pupils judging each other: asked for, written, seen to by the teacher, released. */
import { randomInt } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { fits, type Rubric, USUAL_RUBRIC } from "#lib/classes/assessment";
import { mayAssign } from "#lib/classes/assignment-policy";
import { type ReachedAssignment, reachAssignment } from "#lib/classes/assignment-reach";
import type { AskPeers, GivenPeerFeedback } from "#lib/classes/peer-schema";
import { drawPeers, type PeerPhase, peerPhaseAt } from "#lib/classes/peers";
import { tellInClass, tellTeachers } from "#lib/classes/telling";
import { type Tx, transact } from "#lib/db";
import { type EventKind, record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import { mayWrite } from "#lib/users/policy";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";
import type { Prisma } from "../../../prisma/generated/client.ts";

/** What no door passes. */
interface Moment {
  at?: Date;
}

const happening = (kind: EventKind, { classId }: ReachedAssignment, actorId: string | null, at: Date) => ({
  ...{ stream: "site", classId, kind, actorId, at },
});

const of = ({ id: assignmentId, classId }: ReachedAssignment) => ({ assignmentId, classId });

/**
 * Draws who judges whom among those who have argued, each group by itself. Asked again it draws anew as long as nobody has
 * written anything; after that only the day changes. The same again changes nothing.
 * @throws Missing, Refused "teachers-only", "peers-due-over", "too-few-argued", "peers-begun", "peers-released"
 */
export async function askForPeers(
  viewer: Person,
  classSlug: string,
  slug: string,
  { each, dueAt: due }: AskPeers,
  moment: Moment = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayAssign(viewer, assignment));
    const { id: assignmentId } = assignment;
    const dueAt = new Date(due);
    const asked = await tx.peerAsking.findUnique({
      where: { assignmentId },
      include: { _count: { select: { feedback: { where: { givenAt: { not: null } } } } } },
    });
    if (asked && asked.each === each && asked.dueAt.getTime() === dueAt.getTime()) return;
    if (asked?.releasedAt) throw new Refused("peers-released");
    if (dueAt <= at) throw new Refused("peers-due-over", { details: { field: "dueAt" } });
    const begun = asked !== null && asked._count.feedback > 0;
    if (begun && asked.each !== each) throw new Refused("peers-begun", { details: { field: "each" } });
    await tx.peerAsking.upsert({
      where: { assignmentId },
      create: { assignmentId, each, dueAt, askedById: viewer.id, askedAt: at },
      update: { each, dueAt },
      select: { assignmentId: true },
    });
    if (!begun) {
      const pairs = drawPeers(await whoArgued(tx, assignment), each, randomInt);
      if (pairs.length === 0) throw new Refused("too-few-argued");
      await tx.peerFeedback.deleteMany({ where: { assignmentId } });
      await tx.peerFeedback.createMany({
        data: pairs.map(({ giver, receiver }) => ({
          ...{ id: newId(), assignmentId, giverId: giver, receiverId: receiver },
        })),
      });
      const told = { ...of(assignment), kind: "PEERS_ASKED" as const, subject: assignmentId, at };
      await tellInClass(tx, [...new Set(pairs.map(({ giver }) => giver))], told);
    }
    const subjects = { assignment: assignmentId };
    await record(tx, { ...happening("feedback.asked", assignment, viewer.id, at), subjects });
  }, moment.at);
}

/** By group, the pupils who are here and have something of their own standing in their thread. */
async function whoArgued(tx: Tx, { id, threads }: ReachedAssignment): Promise<string[][]> {
  const rows = await tx.$queryRaw<{ person: string; thread: string }[]>`
    SELECT s.user_id AS person, s.thread_id AS thread FROM seats s
      JOIN enrolments e ON e.class_id = s.class_id AND e.user_id = s.user_id AND e.role = 'STUDENT' AND e.removed_at IS NULL
    WHERE s.assignment_id = ${id} AND EXISTS (SELECT FROM visible_arguments v JOIN arguments a ON a.id = v.id
      WHERE a.thread_id = s.thread_id AND a.author_id = s.user_id AND a.imported_from IS NULL)
    ORDER BY s.user_id`;
  return threads.map((thread) => rows.filter((row) => row.thread === thread.id).map(({ person }) => person));
}

/** One feedback with what was asked; only its giver, its receiver or who teaches reaches it. */
async function reachFeedback(
  tx: Tx,
  viewer: Person,
  classSlug: string,
  slug: string,
  where: Prisma.PeerFeedbackWhereInput,
) {
  const assignment = await reachAssignment(tx, viewer, classSlug, slug);
  const feedback = await tx.peerFeedback.findFirst({
    where: { ...where, assignmentId: assignment.id },
    include: { asking: { include: { assignment: { select: { rubric: true } } } } },
  });
  if (!feedback) throw new Missing();
  return { assignment, feedback };
}

const inPhase = (asking: { dueAt: Date; releasedAt: Date | null }, phase: PeerPhase, at: Date) =>
  peerPhaseAt(asking, at) === phase;

/**
 * Says what one thinks of the work of somebody one was drawn for, or says it anew until it is due.
 * @throws Missing where one was not drawn, Refused "peers-closed", "peers-empty", "rubric-misfit"
 */
export async function givePeerFeedback(
  viewer: Person,
  classSlug: string,
  slug: string,
  id: string,
  { levels, words = null }: GivenPeerFeedback,
  moment: Moment = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const { assignment, feedback } = await reachFeedback(tx, viewer, classSlug, slug, { id, giverId: viewer.id });
    must(mayWrite(viewer));
    if (!inPhase(feedback.asking, "WRITING", at)) throw new Refused("peers-closed");
    if (words === null && Object.keys(levels).length === 0) throw new Refused("peers-empty");
    const current = feedback.rubric ?? feedback.asking.assignment.rubric;
    const rubric = (current as Rubric | null) ?? USUAL_RUBRIC;
    if (!fits(rubric, levels)) throw new Refused("rubric-misfit");
    if (feedback.givenAt && isDeepStrictEqual(feedback.levels, levels) && feedback.words === words) return;
    await tx.peerFeedback.update({ where: { id }, data: { rubric, levels, words, givenAt: at }, select: { id: true } });
    const subjects = { assignment: assignment.id, feedback: id };
    await record(tx, { ...happening("feedback.given", assignment, viewer.id, at), subjects });
  }, moment.at);
}

/** Keeps one from whoever it is about, or shows it again. Twice is as once. @throws Missing, Refused "teachers-only" */
export async function hidePeerFeedback(
  viewer: Person,
  classSlug: string,
  slug: string,
  id: string,
  hide: boolean,
): Promise<void> {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayAssign(viewer, assignment));
    const feedback = await tx.peerFeedback.findFirst({
      where: { id, assignmentId: assignment.id, givenAt: { not: null } },
    });
    if (!feedback) throw new Missing();
    if ((feedback.hiddenAt !== null) === hide) return;
    const data = hide ? { hiddenById: viewer.id, hiddenAt: at } : { hiddenById: null, hiddenAt: null };
    await tx.peerFeedback.update({ where: { id }, data, select: { id: true } });
    const subjects = { assignment: assignment.id, feedback: id };
    await record(tx, {
      ...happening(hide ? "feedback.hidden" : "feedback.shown", assignment, viewer.id, at),
      subjects,
    });
  });
}

/** Tells the teachers that what a peer wrote of one's work hurts or harms. Twice is as once. @throws Missing where it is not shown to one */
export async function reportPeerFeedback(
  viewer: Person,
  classSlug: string,
  slug: string,
  id: string,
  note: string | null,
  moment: Moment = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const own = { id, receiverId: viewer.id, givenAt: { not: null }, hiddenAt: null };
    const { assignment, feedback } = await reachFeedback(tx, viewer, classSlug, slug, own);
    if (!inPhase(feedback.asking, "SHOWN", at)) throw new Missing();
    if (feedback.reportedAt) return;
    await tx.peerFeedback.update({ where: { id }, data: { report: note, reportedAt: at }, select: { id: true } });
    await tellTeachers(tx, { ...of(assignment), kind: "PEERS_REPORTED", subject: id, at });
    const subjects = { assignment: assignment.id, feedback: id };
    await record(tx, { ...happening("feedback.reported", assignment, null, at), subjects });
  }, moment.at);
}

/** Lets everybody read what they got, from the moment at which it is due. Twice is as once. @throws Missing, Refused "teachers-only" */
export async function releasePeerFeedback(viewer: Person, classSlug: string, slug: string): Promise<void> {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayAssign(viewer, assignment));
    const { id: assignmentId } = assignment;
    const asked = await tx.peerAsking.findUnique({ where: { assignmentId }, select: { releasedAt: true } });
    if (!asked) throw new Missing();
    if (asked.releasedAt) return;
    const data = { releasedById: viewer.id, releasedAt: at };
    await tx.peerAsking.update({ where: { assignmentId }, data, select: { assignmentId: true } });
    const given = await tx.peerFeedback.findMany({
      where: { assignmentId, givenAt: { not: null }, hiddenAt: null },
      select: { receiverId: true },
    });
    const readers = [...new Set(given.map(({ receiverId }) => receiverId))];
    await tellInClass(tx, readers, { ...of(assignment), kind: "PEERS_RELEASED", subject: assignmentId, at });
    const subjects = { assignment: assignmentId };
    await record(tx, { ...happening("feedback.released", assignment, viewer.id, at), subjects });
  });
}
