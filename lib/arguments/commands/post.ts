/** Posting an argument. */
import { aimAt, startAt } from "#lib/arguments/answering";
import { assignedSide, sideOfAnswer } from "#lib/arguments/assigned";
import { type Body, readBody } from "#lib/arguments/body";
import { lastSaidIn } from "#lib/arguments/last-said";
import { isQuiet, mayArgueFor, mayPost, mayWait, needsReview } from "#lib/arguments/policy";
import { writeRevision } from "#lib/arguments/revision";
import type { PostArgument } from "#lib/arguments/schema";
import { readStanding } from "#lib/arguments/standing";
import { isLetIn, JUDGED } from "#lib/arguments/state";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { answerOf, keepAnswer, requestHash } from "#lib/events/submission";
import { findCited, normalisedOf } from "#lib/sources/citing";
import { newId } from "#lib/text/id";
import { type ReachedThread, reachThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

export interface Posted {
  id: string;
  number: number;
  /** It waits for a moderator and is seen by its author alone. */
  pending: boolean;
  /** The citations, by place, whose stored words are the source's and not quite those that were sent. */
  normalised: number[];
}

/** Posts as `postArgument` does, within a transaction that does more; `importedFrom` says of which file the claim is. */
export async function postIn(
  tx: Tx,
  viewer: Person,
  slug: string,
  input: PostArgument,
  at: Date,
  importedFrom?: Record<string, string>,
): Promise<Posted> {
  const { submissionKey, ...content } = input;
  const hash = requestHash({ slug, ...content });
  const body = readBody(input.body);
  const thread = await reachThread(tx, viewer, { slug }, at);
  const answered = submissionKey && (await answerOf<Posted>(tx, viewer, submissionKey, hash));
  if (answered) return answered;
  must(mayPost(viewer, thread, await lastSaidIn(tx, viewer, thread), at));
  const posted = await writePost(tx, viewer, thread, { ...content, body, importedFrom }, at);
  if (submissionKey) await keepAnswer(tx, viewer, submissionKey, hash, posted, at);
  return posted;
}

/**
 * Posts a claim that stands on passages and answers the question or an argument of the thread.
 * With a submission key the same post gives the same answer once.
 * `posting.at` is the moment that the seed or an import gives; no door passes one.
 */
export async function postArgument(
  viewer: Person,
  slug: string,
  input: PostArgument,
  posting: { at?: Date } = {},
): Promise<Posted> {
  return transact((tx, at) => postIn(tx, viewer, slug, input, at), posting.at);
}

async function writePost(
  tx: Tx,
  viewer: Person,
  thread: ReachedThread,
  input: Omit<PostArgument, "submissionKey" | "body"> & { body: Body; importedFrom?: Record<string, string> },
  at: Date,
): Promise<Posted> {
  const cause = await reviewedFor(tx, viewer, thread, at);
  const aim = await aimAt(tx, viewer, thread, input);
  const assigned = await assignedSide(tx, viewer, thread, at);
  if (assigned?.strict) must(mayArgueFor(assigned.side, input.concession ? null : await sideOfAnswer(tx, input)));
  const { body, importedFrom } = input;
  const cited = await findCited(tx, viewer, input.citations, thread);
  const id = newId();
  const revisionId = newId();
  const number = thread.nextNumber;

  await tx.thread.update({ where: { id: thread.id }, data: { nextNumber: number + 1 }, select: { id: true } });
  await tx.argument.create({
    data: {
      ...{ id, threadId: thread.id, number, authorId: viewer.id, currentRevisionId: revisionId, postedAt: at },
      ...(importedFrom && { importedFrom }),
    },
  });
  const revision = { id: revisionId, argumentId: id, ordinal: 1, occasion: "FIRST" } as const;
  await writeRevision(tx, revision, { claim: input.claim, body, cited }, at);
  const link = await startAt(tx, aim, { threadId: thread.id, childId: id, authorId: viewer.id, startedAt: at });
  if (input.postedAnyway) await keepSecondThought(tx, thread, id, input.postedAnyway, at);
  const happening = { stream: thread.id, classId: thread.classId, actorId: viewer.id, at };
  const sources = [...new Set(cited.map(({ sourceId }) => sourceId))];
  await record(tx, {
    ...happening,
    kind: "argument.posted",
    subjects: { argument: id, revision: revisionId, link, sources },
  });

  if (cause) {
    const review = newId();
    await tx.review.create({ data: { id: review, argumentId: id, revisionId, cause, openedAt: at } });
    await record(tx, { ...happening, kind: "review.opened", subjects: { argument: id, review } });
  }
  return { id, number, pending: cause === "MODE", normalised: normalisedOf(cited) };
}

/** Why a moderator is asked to read a post: to let it in, or to let others be told of it; null where none is asked. */
async function reviewedFor(tx: Tx, viewer: Person, thread: ReachedThread, at: Date): Promise<"MODE" | "QUIET" | null> {
  if (thread.mode === "OPEN" || thread.mode === "SLOW") return null;
  const standing = await readStanding(tx, viewer.id, thread.id, at);
  if (!needsReview(viewer, thread, standing)) return isQuiet(viewer, thread, standing) ? "QUIET" : null;
  must(mayWait(standing));
  return "MODE";
}

/** Keeps why somebody posted although another argument of the thread says nearly the same. */
async function keepSecondThought(
  tx: Tx,
  thread: ReachedThread,
  argumentId: string,
  { near, reason }: NonNullable<PostArgument["postedAnyway"]>,
  at: Date,
): Promise<void> {
  const said = await tx.argument.findFirst({ where: { id: near, threadId: thread.id }, select: JUDGED });
  if (!said || !isLetIn(said)) throw new Refused("near-unknown");
  await tx.postedAnyway.create({ data: { argumentId, nearId: near, reason, at }, select: { argumentId: true } });
}
