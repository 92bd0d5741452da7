/** A review as its verbs need it, reached by somebody who may judge what it is of. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { reachArgument } from "#lib/arguments/reach";
import type { Tx } from "#lib/db";
import { benchOf } from "#lib/moderation/judgement";
import { CLAIM_MINUTES, judges, mayJudge } from "#lib/moderation/policy";
import { isTeacher, moderates, type Person } from "#lib/users/viewer";
import { Missing, must } from "#lib/verdict";

const REVIEW = {
  id: true,
  argumentId: true,
  cause: true,
  edition: true,
  openedAt: true,
  verdict: true,
  code: true,
  decidedAt: true,
  decidedById: true,
  decidedBy: { select: { name: true } },
  claimedAt: true,
  claimedById: true,
  claimedBy: { select: { name: true } },
  askedAt: true,
  askedById: true,
  overturnedById: true,
  appealedRemoval: { select: { id: true, removedById: true, liftedAt: true, policy: true, code: true } },
  appealedReview: { select: { id: true, decidedById: true, policy: true, code: true } },
  appealedMerge: { select: { id: true, mergedById: true, into: { select: { authorId: true } } } },
} as const;

/**
 * Nobody judges their own, nor an appeal against themselves.
 * @throws Missing for everybody but moderators, and where there is no such review
 */
export async function reachReview(tx: Tx, viewer: Person, id: string, at: Date) {
  const where = await tx.review.findUnique({ where: { id }, select: { argumentId: true } });
  // The queue is there for moderators alone.
  if (!where || !judges(viewer)) throw new Missing();
  const thread = await reachThreadOf(tx, viewer, where.argumentId);
  if (!moderates(viewer, thread.id) || (thread.classId && !isTeacher(viewer, thread.classId))) throw new Missing();
  const argument = await reachArgument(tx, viewer, where.argumentId);
  const review = await tx.review.findUniqueOrThrow({ where: { id }, select: REVIEW });
  const { appealedRemoval, appealedReview, appealedMerge } = review;
  const firstJudgeId = appealedRemoval?.removedById ?? appealedReview?.decidedById ?? appealedMerge?.mergedById ?? null;
  const intoAuthorId = appealedMerge?.into.authorId ?? null;
  must(mayJudge(viewer, { threadId: thread.id, authorId: argument.authorId, firstJudgeId, intoAuthorId }));
  const bench = benchOf({ tx, viewer, thread, argumentId: where.argumentId, at });
  return { bench, argument, review };
}

export type ReachedReview = Awaited<ReturnType<typeof reachReview>>;

/** Whether somebody else has it open. */
export const isOthers = ({ claimedById, claimedAt }: ReachedReview["review"], viewer: Person, at: Date): boolean =>
  claimedById !== null &&
  claimedAt !== null &&
  claimedById !== viewer.id &&
  at.getTime() - claimedAt.getTime() < CLAIM_MINUTES * 60_000;
