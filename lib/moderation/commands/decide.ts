/** Deciding on what waits in the queue. */

import { isRead } from "#lib/arguments/state";
import { transact } from "#lib/db";
import { conclude, hide, restore, settle, takeAway } from "#lib/moderation/judgement";
import { merge, mergeOf, unmerge } from "#lib/moderation/merging";
import { isOthers, type ReachedReview, reachReview } from "#lib/moderation/reach";
import { type NamedReason, reasonInForce } from "#lib/moderation/reason";
import type { Decide } from "#lib/moderation/schema";
import { countDone } from "#lib/moderation/several";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

/**
 * Decides on a state that the viewer has seen, which `edition` names. Deciding alike twice is as once.
 * @throws Refused `review-decided` where somebody else was first, `review-changed` where there is more to see by now,
 * `review-claimed` where somebody else has it open
 */
export async function decideReview(
  viewer: Person,
  id: string,
  decision: Decide,
  batch: string | null = null,
): Promise<void> {
  await transact(async (tx, at) => {
    const reached = await reachReview(tx, viewer, id, at);
    const { bench, review } = reached;
    if (review.decidedAt) {
      if (review.decidedById === viewer.id && review.edition === decision.edition + 1) return;
      throw new Refused("review-decided", {
        ground: "conflict",
        values: { name: review.decidedBy?.name ?? "", verdict: review.verdict ?? "", code: review.code ?? "" },
      });
    }
    if (isOthers(review, viewer, at))
      throw new Refused("review-claimed", { ground: "conflict", values: { name: review.claimedBy?.name ?? "" } });
    if (review.edition !== decision.edition) throw new Refused("review-changed", { ground: "conflict" });
    if (batch) await tx.review.update({ where: { id }, data: { batch }, select: { id: true } });
    if (review.cause === "APPEAL") return hear(reached, decision);
    const { act, code } = decision;
    if (act === "APPROVE") return approve(reached, decision);
    if (act === "MERGE") return join(reached, decision);
    if (!code) throw new Refused("reason-needed", { details: { field: "code" } });
    const reason = await reasonInForce(tx, bench.thread.id, code);
    return act === "REMOVE" ? refuse(reached, decision, reason) : setAside(reached, decision, reason);
  });
}

async function approve({ bench, review, argument }: ReachedReview, decision: Decide): Promise<void> {
  const open = await bench.tx.challenge.count({ where: { argumentId: argument.id, ruledAt: null } });
  if (open > 0) throw new Refused("challenges-open");
  await restore(bench);
  await settle(bench, review.id, { verdict: "APPROVED", reason: null, note: decision.note ?? null });
}

/** It is let stand, and then as part of another: reports of conduct are judged as when it is let stand. */
async function join(reached: ReachedReview, decision: Decide): Promise<void> {
  const { into } = decision;
  if (!into) throw new Refused("merge-needs-into", { details: { field: "into" } });
  await approve(reached, decision);
  const merged = await merge(reached.bench, { into, note: null, review: reached.review.id });
  if (merged) await reached.bench.record("argument.merged", merged);
}

async function refuse({ bench, review }: ReachedReview, decision: Decide, reason: NamedReason): Promise<void> {
  // What was never let in is not taken away: it stays outside.
  if (review.cause !== "MODE") await bench.record("argument.removed", await takeAway(bench, reason, null));
  await settle(bench, review.id, { verdict: "REFUSED", reason, note: decision.note ?? null });
}

/** Out of sight, and still in the queue; or sent back, and out of the queue until its author has mended it. */
async function setAside(
  { bench, review, argument }: ReachedReview,
  decision: Decide,
  reason: NamedReason,
): Promise<void> {
  const { tx, viewer, at } = bench;
  const asks = decision.act === "CHANGES";
  if (!asks && !isRead(argument.state)) throw new Refused("nothing-to-hide");
  if (isRead(argument.state)) await hide(bench, reason, asks ? review.id : undefined);
  const edition = review.edition + 1;
  const asked = { ...reason, note: decision.note ?? null, askedById: viewer.id, askedAt: at };
  await tx.review.update({ where: { id: review.id }, data: { edition, ...(asks && asked) }, select: { id: true } });
  if (asks) await bench.record("changes.asked", { review: review.id, edition: `${edition}`, code: reason.code });
}

/**
 * An appeal is granted or not; granted, what was judged first is as if it had not been: what it took away is back, what it
 * merged stands by itself. What has been taken back since is left as it is. Reports of its conduct are another matter.
 */
async function hear({ bench, review, argument }: ReachedReview, decision: Decide): Promise<void> {
  const { tx } = bench;
  const { appealedRemoval, appealedReview, appealedMerge } = review;
  if (decision.act !== "APPROVE" && decision.act !== "REMOVE") throw new Refused("appeal-two-ways");
  const first = appealedRemoval ?? appealedReview;
  const reason = first?.policy && first.code ? { policy: first.policy, code: first.code } : null;
  const granted = decision.act === "APPROVE";
  const verdict = granted ? "APPROVED" : "REFUSED";
  await conclude(bench, review.id, { verdict, reason, note: decision.note ?? null });
  if (!granted) return;
  if (appealedRemoval?.liftedAt === null) await restore(bench);
  if (appealedMerge && (await mergeOf(tx, argument.id))?.id === appealedMerge.id) {
    const undone = await unmerge(bench);
    if (undone) await bench.record("argument.unmerged", undone);
  }
  if (!appealedReview) return;
  await tx.review.update({
    where: { id: appealedReview.id },
    data: { verdict: "APPROVED", overturnedById: review.id },
    select: { id: true },
  });
  await bench.record("review.decided", { review: appealedReview.id });
}

/**
 * The same decision about many, each as it was seen and each in a transaction of its own: what somebody else was first
 * with, or what is not to be decided so, stays as it is. What was decided has one name, by which it is undone.
 */
export async function decideMany(
  viewer: Person,
  items: readonly { review: string; edition: number }[],
  { act, code }: Pick<Decide, "act" | "code">,
): Promise<{ batch: string; done: number; kept: number }> {
  const batch = newId();
  const done = await countDone(items, ({ review, edition }) =>
    decideReview(viewer, review, { act, code, edition, note: null }, batch),
  );
  return { batch, done, kept: items.length - done };
}
