/** Asking that a judgement be looked at by somebody else, once. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { reachArgument } from "#lib/arguments/reach";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { mayAppeal } from "#lib/moderation/policy";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** The judgement that holds: a removal in force, or a first post that was not let in. */
export async function judgedOf(tx: Pick<Tx, "removal" | "review">, argumentId: string) {
  const [removal, refusal] = await Promise.all([
    tx.removal.findFirst({
      where: { argumentId, liftedAt: null, kind: "REMOVED" },
      select: { id: true, removedAt: true, policy: true, code: true, appeal: { select: APPEAL } },
    }),
    tx.review.findFirst({
      where: { argumentId, cause: "MODE", verdict: "REFUSED", overturnedById: null },
      orderBy: { decidedAt: "desc" },
      select: { id: true, decidedAt: true, policy: true, code: true, note: true, appeal: { select: APPEAL } },
    }),
  ]);
  if (removal) return { ...removal, judgedAt: removal.removedAt, as: "removal", note: null } as const;
  if (refusal?.decidedAt) return { ...refusal, judgedAt: refusal.decidedAt, as: "refusal" } as const;
  return null;
}

const APPEAL = { id: true, plea: true, openedAt: true, decidedAt: true, verdict: true, note: true } as const;

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
        ...(judged.as === "removal" ? { appealedRemovalId: judged.id } : { appealedReviewId: judged.id }),
      },
      select: { id: true },
    });
    const subjects = { argument: argumentId, review };
    const { id: stream, classId } = thread;
    await record(tx, { stream, classId, kind: "review.opened", actorId: viewer.id, subjects, at });
  });
}
