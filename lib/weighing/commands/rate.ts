/** Weighing an argument where it stands. The record says that it happened and not by whom. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { reachArgument } from "#lib/arguments/reach";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { mayWriteIn } from "#lib/threads/policy";
import type { Person } from "#lib/users/viewer";
import { Missing, must } from "#lib/verdict";
import { mayRate } from "#lib/weighing/policy";

/** What was rated: an argument of a thread. */
interface Of {
  argument: string;
  thread: string;
}

/** Says how much an argument weighs on what this link lets it answer, from 0 to 4; again, and it is what was said last. */
export async function rateLink(viewer: Person, id: string, impact: number, rating: { at?: Date } = {}): Promise<Of> {
  return transact(async (tx, at) => {
    const { thread, argument, living } = await reachRated(tx, viewer, id, at);
    const of = { argument: argument.id, thread: thread.slug };
    must(mayRate(viewer, { ...argument, living }, thread));
    const linkId_personId = { linkId: id, personId: viewer.id };
    const before = await tx.rating.findUnique({ where: { linkId_personId }, select: { impact: true } });
    if (before?.impact === impact) return of;
    await tx.rating.upsert({
      where: { linkId_personId },
      create: { ...linkId_personId, impact, ratedAt: at },
      update: { impact, ratedAt: at },
      select: { impact: true },
    });
    const happening = { stream: thread.id, classId: thread.classId, actorId: null, at };
    await record(tx, { ...happening, kind: "link.rated", subjects: { link: id } });
    return of;
  }, rating.at);
}

/** Takes one's rating back; where there is none, nothing changes. Of a link that has ended, too: it is one's own word. */
export async function retractRating(viewer: Person, id: string): Promise<Of> {
  return transact(async (tx, at) => {
    const { thread, argument } = await reachRated(tx, viewer, id, at);
    const of = { argument: argument.id, thread: thread.slug };
    must(mayWriteIn(viewer, thread));
    const { count } = await tx.rating.deleteMany({ where: { linkId: id, personId: viewer.id } });
    if (count === 0) return of;
    const happening = { stream: thread.id, classId: thread.classId, actorId: null, at };
    await record(tx, { ...happening, kind: "link.rating_retracted", subjects: { link: id } });
    return of;
  });
}

/** @throws Missing where there is no such link, or its argument is none for this viewer. */
async function reachRated(tx: Tx, viewer: Person, id: string, at: Date) {
  const link = await tx.link.findUnique({ where: { id }, select: { childId: true } });
  if (!link) throw new Missing();
  const thread = await reachThreadOf(tx, viewer, link.childId, at);
  const argument = await reachArgument(tx, viewer, link.childId);
  return { thread, argument, living: argument.links.some((living) => living.id === id) };
}
