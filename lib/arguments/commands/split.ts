/** Splitting what makes more than one claim: by its author at any time, or as a moderator has drawn it and they take it. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { mayDrawSplit, maySplit } from "#lib/arguments/policy";
import { reachArgument } from "#lib/arguments/reach";
import type { SplitArgument } from "#lib/arguments/schema";
import { makeParts, refuseUnfit, rejoin } from "#lib/arguments/splitting";
import { type Tx, transact } from "#lib/db";
import { record, recordAll } from "#lib/events/record";
import { newId } from "#lib/text/id";
import { moderates, type Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/**
 * An author's split is made at once; a moderator's waits for the author. Where the same parts stand or wait already,
 * nothing changes.
 */
export async function splitArgument(
  viewer: Person,
  argumentId: string,
  { parts, answers }: SplitArgument,
): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, argumentId, at);
    const argument = await reachArgument(tx, viewer, argumentId);
    const own = argument.authorId === viewer.id;
    const known = await tx.split.findFirst({
      where: { argumentId, undoneAt: null, OR: [{ taken: true }, { taken: null }] },
      select: {
        id: true,
        taken: true,
        drawnById: true,
        parts: { orderBy: { ordinal: "asc" }, select: { claim: true, cites: true } },
      },
      orderBy: { drawnAt: "desc" },
    });
    const said = (of: readonly { claim: string; cites: readonly number[] }[]) =>
      JSON.stringify(of.map(({ claim, cites }) => [claim, cites]));
    if (known?.drawnById === viewer.id && said(known.parts) === said(parts)) return;
    must(own ? maySplit(viewer, argument, thread) : mayDrawSplit(viewer, argument, thread));
    if (!own && known) throw new Refused("split-waits", { ground: "conflict" });
    refuseUnfit(parts, argument.revision.citations.length);
    // Whatever waits is answered by what the author makes instead.
    if (known)
      await tx.split.update({ where: { id: known.id }, data: { answeredAt: at, taken: false }, select: { id: true } });
    const id = newId();
    const row = { id, argumentId, revisionId: argument.revision.id, drawnById: viewer.id, drawnAt: at };
    await tx.split.create({ data: row, select: { id: true } });
    await tx.splitPart.createMany({
      data: parts.map(({ claim, cites }, ordinal) => ({ splitId: id, ordinal, claim, cites })),
    });
    const happening = { stream: thread.id, classId: thread.classId, actorId: viewer.id, at };
    const subjects = { argument: argumentId, split: id };
    await record(tx, { ...happening, kind: "split.drawn", subjects });
    if (known) await record(tx, { ...happening, kind: "split.declined", subjects: { ...subjects, split: known.id } });
    if (!own) return;
    await makeParts(tx, viewer, { thread, argument, split: id }, { parts, answers }, at);
    await record(tx, { ...happening, kind: "argument.split", subjects });
  });
}

/** @throws Missing for everybody but its argument's author and moderators */
async function reachSplit(tx: Tx, viewer: Person, id: string, at: Date) {
  const where = await tx.split.findUnique({ where: { id }, select: { argumentId: true } });
  if (!where) throw new Missing();
  const thread = await reachThreadOf(tx, viewer, where.argumentId, at);
  const argument = await reachArgument(tx, viewer, where.argumentId);
  if (argument.authorId !== viewer.id && !moderates(viewer, thread.id)) throw new Missing();
  const split = await tx.split.findUniqueOrThrow({
    where: { id },
    include: { parts: { orderBy: { ordinal: "asc" }, select: { claim: true, cites: true } } },
  });
  return { thread, argument, split };
}

/** Takes the parts that a moderator drew, as the author; gives the argument. Twice is as once. */
export async function takeSplit(
  viewer: Person,
  id: string,
  answers: Readonly<Record<string, number>>,
): Promise<string> {
  return transact(async (tx, at) => {
    const { thread, argument, split } = await reachSplit(tx, viewer, id, at);
    if (argument.authorId === viewer.id && split.taken && !split.undoneAt) return argument.id;
    must(maySplit(viewer, argument, thread));
    if (split.answeredAt) throw new Refused("split-answered", { ground: "conflict" });
    // They were drawn for other passages.
    if (split.revisionId !== argument.revision.id) throw new Refused("split-stale", { ground: "conflict" });
    await makeParts(tx, viewer, { thread, argument, split: id }, { parts: split.parts, answers }, at);
    const { id: stream, classId } = thread;
    const subjects = { argument: argument.id, split: id };
    await record(tx, { stream, classId, kind: "argument.split", actorId: viewer.id, subjects, at });
    return argument.id;
  });
}

/** Says no, as the author, with a word if they like; gives the argument. Twice is as once. */
export async function declineSplit(viewer: Person, id: string, answer: string | null): Promise<string> {
  return transact(async (tx, at) => {
    const { thread, argument, split } = await reachSplit(tx, viewer, id, at);
    if (argument.authorId === viewer.id && split.taken === false) return argument.id;
    must(maySplit(viewer, argument, thread));
    if (split.answeredAt) throw new Refused("split-answered", { ground: "conflict" });
    await tx.split.update({ where: { id }, data: { answeredAt: at, taken: false, answer }, select: { id: true } });
    const { id: stream, classId } = thread;
    const subjects = { argument: argument.id, split: id };
    await record(tx, { stream, classId, kind: "split.declined", actorId: viewer.id, subjects, at });
    return argument.id;
  });
}

/** Takes one's split back. Where nothing is split, nothing changes. */
export async function rejoinArgument(viewer: Person, argumentId: string): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, argumentId, at);
    const argument = await reachArgument(tx, viewer, argumentId);
    must(maySplit(viewer, { ...argument, state: argument.state === "SPLIT" ? "VISIBLE" : argument.state }, thread));
    const split = await tx.split.findFirst({
      where: { argumentId, taken: true, undoneAt: null },
      select: { id: true, argumentId: true },
    });
    if (!split) return;
    const withdrawn = await rejoin(tx, viewer, split, at);
    const happening = { stream: thread.id, classId: thread.classId, actorId: viewer.id, at };
    await recordAll(tx, [
      { ...happening, kind: "argument.rejoined", subjects: { argument: argumentId, split: split.id } },
      ...withdrawn.map((part) => ({ ...happening, kind: "argument.withdrawn" as const, subjects: { argument: part } })),
    ]);
  });
}
