/** Asking that a judgement be looked at by somebody else, once. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { reachArgument } from "#lib/arguments/reach";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import { judgedOf } from "#lib/moderation/judged";
import { mayAppeal } from "#lib/moderation/policy";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** How the appeal names what it is against. */
const NAMING = { removal: "appealedRemovalId", merge: "appealedMergeId", refusal: "appealedReviewId" } as const;

/** The same appeal twice is as once. */
export async function appealDecision(viewer: Person, argumentId: string, plea: string): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, argumentId);
    const { authorId, revision } = await reachArgument(tx, viewer, argumentId);
    const judged = await judgedOf(tx, argumentId);
    must(mayAppeal(viewer, { authorId, judgedAt: judged?.judgedAt ?? null }, at));
    if (!judged) return;
    if (judged.appeal) {
      if (judged.appeal.plea === plea) return;
      throw new Refused("appealed-already", { ground: "conflict" });
    }
    const review = newId();
    await tx.review.create({
      data: {
        id: review,
        argumentId,
        revisionId: revision.id,
        cause: "APPEAL",
        openedAt: at,
        plea,
        [NAMING[judged.as]]: judged.id,
      },
      select: { id: true },
    });
    const subjects = { argument: argumentId, review };
    const { id: stream, classId } = thread;
    await record(tx, { stream, classId, kind: "review.opened", actorId: viewer.id, subjects, at });
  });
}
