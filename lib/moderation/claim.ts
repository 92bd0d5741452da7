/** Having a case open. It is no decision and changes nothing that anybody else sees but moderators: it is not on the record. */
import { transact } from "#lib/db";
import { isOthers, reachReview } from "#lib/moderation/reach";
import type { Person } from "#lib/users/viewer";

/** Says that one has it open, so that nobody else does the same work; for `CLAIM_MINUTES`. */
export async function claimReview(viewer: Person, id: string): Promise<void> {
  await transact(async (tx, at) => {
    const { review } = await reachReview(tx, viewer, id, at);
    if (review.decidedAt || isOthers(review, viewer, at)) return;
    const data = { claimedById: viewer.id, claimedAt: at };
    await tx.review.update({ where: { id }, data, select: { id: true } });
  });
}
