/** Taking a decision back at once, or all that were made by one click. */
import { db, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { type Bench, hide, restore } from "#lib/moderation/judgement";
import { mergeOf, unmerge } from "#lib/moderation/merging";
import { mayUndo } from "#lib/moderation/policy";
import { type ReachedReview, reachReview } from "#lib/moderation/reach";
import { countDone } from "#lib/moderation/several";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/**
 * Takes back what one has just done about a review; what was decided is open again. Nothing done, nothing undone.
 * Gives the review at which one goes on: of what was decided, a new one.
 * @throws Refused `undo-overtaken` where somebody else has judged since, `undo-waits` where it waits anew by itself
 */
export async function undoDecision(viewer: Person, id: string): Promise<string> {
  return transact(async (tx, at) => {
    const { bench, review, argument } = await reachReview(tx, viewer, id, at);
    if (review.overturnedById) return review.overturnedById;
    must(mayUndo(viewer, review, at));
    let open = id;
    if (review.decidedAt) open = await reopen(bench, review, review.decidedAt, argument.revision.id);
    else {
      await restore(bench, { kind: "HIDDEN", removedById: viewer.id });
      const data = { askedById: null, askedAt: null, edition: { increment: 1 } } as const;
      await tx.review.update({ where: { id }, data, select: { id: true } });
    }
    await bench.record("review.undone", { review: id });
    return open;
  });
}

/**
 * Takes back all that one decided by one click, each as it would be by itself; gives how many were, and how many were
 * left. Twice is as once.
 */
export async function undoMany(viewer: Person, batch: string): Promise<{ undone: number; kept: number }> {
  const decided = await db().review.findMany({
    where: { batch, decidedById: viewer.id },
    select: { id: true },
    orderBy: [{ decidedAt: "desc" }, { id: "asc" }],
  });
  const undone = await countDone(decided, ({ id }) => undoDecision(viewer, id));
  return { undone, kept: decided.length - undone };
}

/** What others did about it since, or what waits, is not overrun. */
async function refuseOvertaken({ tx, viewer, argumentId }: Bench, decidedAt: Date): Promise<void> {
  const others = { not: viewer.id };
  const since = { gt: decidedAt };
  const [judged, removed, merged, waits] = await Promise.all([
    tx.review.count({ where: { argumentId, decidedAt: since, decidedById: others, overturnedById: null } }),
    tx.removal.count({ where: { argumentId, removedAt: since, removedById: others, liftedAt: null } }),
    tx.merge.count({ where: { argumentId, mergedAt: since, mergedById: others, undoneAt: null } }),
    tx.review.count({ where: { argumentId, decidedAt: null, cause: { not: "APPEAL" } } }),
  ]);
  if (judged + removed + merged > 0) throw new Refused("undo-overtaken", { ground: "conflict" });
  if (waits > 0) throw new Refused("undo-waits", { ground: "conflict" });
}

async function reopen(
  bench: Bench,
  review: ReachedReview["review"],
  decidedAt: Date,
  revisionId: string,
): Promise<string> {
  const { tx, argumentId, viewer, at } = bench;
  const { cause, openedAt } = review;
  await refuseOvertaken(bench, decidedAt);
  // What the decision itself ended: it was out of sight before.
  const hidden = await tx.removal.findFirst({
    where: { argumentId, kind: "HIDDEN", liftedAt: decidedAt, liftedById: viewer.id },
    select: { policy: true, code: true },
  });
  if ((await mergeOf(tx, argumentId))?.reviewId === review.id) {
    const undone = await unmerge(bench);
    if (undone) await bench.record("argument.unmerged", undone);
  }
  await restore(bench, { removedById: viewer.id, removedAt: decidedAt });
  const gone = await tx.removal.count({ where: { argumentId, liftedAt: null } });
  if (hidden && gone === 0)
    await hide(bench, hidden.policy && hidden.code ? { policy: hidden.policy, code: hidden.code } : null);
  const again = await openAgain(bench, { cause, revisionId, openedAt });
  const data = { verdict: "APPROVED", overturnedById: again } as const;
  await tx.review.update({ where: { id: review.id }, data, select: { id: true } });
  await tx.flag.updateMany({ where: { settledById: review.id }, data: { upheld: null, settledById: null } });
  await tx.review.update({
    where: { id: again },
    data: { claimedById: viewer.id, claimedAt: at },
    select: { id: true },
  });
  return again;
}

/** It has waited since it first did. */
async function openAgain(
  bench: Bench,
  { cause, revisionId, openedAt }: { cause: ReachedReview["review"]["cause"]; revisionId: string; openedAt: Date },
): Promise<string> {
  const { tx, argumentId, at } = bench;
  const review = newId();
  await tx.review.create({ data: { id: review, argumentId, revisionId, cause, openedAt }, select: { id: true } });
  await record(tx, {
    stream: cause === "FLAG" ? "site" : bench.thread.id,
    classId: bench.thread.classId,
    kind: "review.opened",
    actorId: null,
    subjects: cause === "FLAG" ? { review } : { argument: argumentId, review },
    at,
  });
  return review;
}
