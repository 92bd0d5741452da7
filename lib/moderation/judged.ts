/** The judgement against an argument that holds, as an appeal names it. */
import type { Tx } from "#lib/db";

const APPEAL = { id: true, plea: true, openedAt: true, decidedAt: true, verdict: true, note: true } as const;

/** The judgement that holds: a removal in force, a merge, or a first post that was not let in. */
export async function judgedOf(tx: Pick<Tx, "removal" | "merge" | "review">, argumentId: string) {
  const [removal, merge, refusal] = await Promise.all([
    tx.removal.findFirst({
      where: { argumentId, liftedAt: null, kind: "REMOVED" },
      select: { id: true, removedAt: true, policy: true, code: true, appeal: { select: APPEAL } },
    }),
    tx.merge.findFirst({
      where: { argumentId, undoneAt: null },
      select: { id: true, mergedAt: true, note: true, appeal: { select: APPEAL } },
    }),
    tx.review.findFirst({
      where: { argumentId, cause: "MODE", verdict: "REFUSED", overturnedById: null },
      orderBy: { decidedAt: "desc" },
      select: { id: true, decidedAt: true, policy: true, code: true, note: true, appeal: { select: APPEAL } },
    }),
  ]);
  if (removal) return { ...removal, judgedAt: removal.removedAt, as: "removal", note: null } as const;
  // A merge follows no rule: its reason is that the two say the same.
  if (merge) return { ...merge, judgedAt: merge.mergedAt, as: "merge", policy: null, code: null } as const;
  if (refusal?.decidedAt) return { ...refusal, judgedAt: refusal.decidedAt, as: "refusal" } as const;
  return null;
}
