/**
 * Another wording of somebody's claim. Nobody puts words into an author's mouth: it is offered, and becomes theirs only
 * when they take it, as a revision with the same elaboration and the same passages, which says whose wording it is.
 */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { mayAnswerWording, mayOfferWording } from "#lib/arguments/policy";
import { reachArgument } from "#lib/arguments/reach";
import { keptOf, reviseTo } from "#lib/arguments/revising";
import type { OfferWording } from "#lib/arguments/schema";
import { type Tx, transact } from "#lib/db";
import { record, recordAll } from "#lib/events/record";
import { newId } from "#lib/text/id";
import { moderates, type Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/** Offers it; the same again is as once. One waits at a time of each who offers. */
export async function offerWording(viewer: Person, argumentId: string, { claim, note }: OfferWording): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, argumentId, at);
    const argument = await reachArgument(tx, viewer, argumentId);
    must(mayOfferWording(viewer, argument, thread));
    const waiting = await tx.wording.findFirst({
      where: { argumentId, offeredById: viewer.id, answeredAt: null },
      select: { claim: true },
    });
    if (waiting?.claim === claim) return;
    if (waiting) throw new Refused("wording-waits", { ground: "conflict" });
    const revision = await tx.revision.findUniqueOrThrow({
      where: { id: argument.revision.id },
      select: { claim: true },
    });
    if (revision.claim === claim) throw new Refused("wording-same", { details: { field: "claim" } });
    const id = newId();
    const row = { id, argumentId, revisionId: argument.revision.id, claim, note: note ?? null };
    await tx.wording.create({ data: { ...row, offeredById: viewer.id, offeredAt: at }, select: { id: true } });
    const subjects = { argument: argumentId, wording: id };
    const { id: stream, classId } = thread;
    await record(tx, { stream, classId, kind: "wording.offered", actorId: viewer.id, subjects, at });
  });
}

/** @throws Missing for everybody but its argument's author, who offered it, and moderators */
async function reachWording(tx: Tx, viewer: Person, id: string, at: Date) {
  const where = await tx.wording.findUnique({ where: { id }, select: { argumentId: true } });
  if (!where) throw new Missing();
  const thread = await reachThreadOf(tx, viewer, where.argumentId, at);
  const argument = await reachArgument(tx, viewer, where.argumentId);
  const wording = await tx.wording.findUniqueOrThrow({ where: { id } });
  const theirs = [argument.authorId, wording.offeredById].includes(viewer.id);
  if (!theirs && !moderates(viewer, thread.id)) throw new Missing();
  return { thread, argument, wording };
}

/** Takes it, as the author; gives the argument. Taking what is taken changes nothing. */
export async function takeWording(viewer: Person, id: string): Promise<string> {
  return transact(async (tx, at) => {
    const { thread, argument, wording } = await reachWording(tx, viewer, id, at);
    must(mayAnswerWording(viewer, argument, thread));
    if (wording.becameId) return argument.id;
    if (wording.answeredAt) throw new Refused("wording-answered", { ground: "conflict" });
    const next = { ...(await keptOf(tx, argument.revision.id)), claim: wording.claim, occasion: "REWORDED" } as const;
    const revision = await reviseTo(tx, viewer, argument, next, at);
    await tx.wording.update({ where: { id }, data: { answeredAt: at, becameId: revision.id }, select: { id: true } });
    const happening = { stream: thread.id, classId: thread.classId, actorId: viewer.id, at };
    const taken = { kind: "wording.taken" as const, subjects: { argument: argument.id, wording: id } };
    await recordAll(
      tx,
      [...revision.told, taken].map((told) => ({ ...happening, ...told })),
    );
    return argument.id;
  });
}

/** Says no, as the author, with a word if they like; gives the argument. Twice is as once. */
export async function declineWording(viewer: Person, id: string, answer: string | null): Promise<string> {
  return transact(async (tx, at) => {
    const { thread, argument, wording } = await reachWording(tx, viewer, id, at);
    must(mayAnswerWording(viewer, argument, thread));
    if (wording.becameId) throw new Refused("wording-answered", { ground: "conflict" });
    if (wording.answeredAt) return argument.id;
    await tx.wording.update({ where: { id }, data: { answeredAt: at, answer }, select: { id: true } });
    const subjects = { argument: argument.id, wording: id };
    const { id: stream, classId } = thread;
    await record(tx, { stream, classId, kind: "wording.declined", actorId: viewer.id, subjects, at });
    return argument.id;
  });
}
