/** What was decided about somebody's own post, why, under which rule, and what comes next. */
import { getArgument } from "#lib/arguments/queries/arguments";
import { db } from "#lib/db";
import { judgedOf } from "#lib/moderation/judged";
import { APPEAL_DAYS, mayAppeal } from "#lib/moderation/policy";
import type { Person, Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";

export interface DueProcess {
  argument: Awaited<ReturnType<typeof getArgument>>;
  /** What one wrote, also where nobody else reads it any more. */
  words: { claim: string; elaboration: string | null };
  /** Removed, not let in, merged away, hidden for a while, sent back; null where nothing is decided against it. */
  what: "removal" | "refusal" | "merge" | "hidden" | "returned" | null;
  reason: { code: string; policy: number; sentence: string } | null;
  /** A moderator's word to the author. */
  word: string | null;
  at: string | null;
  appeal: { plea: string; at: string; granted: boolean | null; word: string | null } | null;
  verdict: Verdict;
  days: number;
}

/** @throws Missing for everybody but the author */
export async function getDueProcess(viewer: Viewer, id: string): Promise<DueProcess> {
  const argument = await getArgument(viewer, id);
  if (!viewer || argument.author.handle !== viewer.handle) throw new Missing();
  const [row, judged, settled] = await Promise.all([
    db().argument.findUniqueOrThrow({
      where: { id },
      select: {
        currentRevision: { select: { claim: true, bodyText: true } },
        removals: { where: { liftedAt: null }, select: { kind: true, removedAt: true, policy: true, code: true } },
        reviews: {
          where: { decidedAt: null, askedAt: { not: null } },
          select: { policy: true, code: true, note: true, askedAt: true },
        },
      },
    }),
    judgedOf(db(), id),
    db().review.findFirst({
      where: { argumentId: id, verdict: "REFUSED", cause: { not: "APPEAL" } },
      orderBy: { decidedAt: "desc" },
      select: { note: true },
    }),
  ]);
  const { currentRevision, removals, reviews } = row;
  const [hidden, asked] = [removals.find(({ kind }) => kind === "HIDDEN"), reviews[0]];
  const held = judged ?? asked ?? hidden ?? null;
  const at = judged?.judgedAt ?? asked?.askedAt ?? hidden?.removedAt ?? null;
  return {
    argument,
    words: { claim: currentRevision.claim, elaboration: currentRevision.bodyText },
    what: judged ? judged.as : asked ? "returned" : hidden ? "hidden" : null,
    reason: held?.policy && held.code ? await sentenceOf(held.policy, held.code) : null,
    word: judged ? (judged.as === "merge" ? judged.note : (settled?.note ?? null)) : (asked?.note ?? null),
    at: at?.toISOString() ?? null,
    appeal: judged?.appeal ? appealOf(judged.appeal) : null,
    verdict: mayAppeal(viewer as Person, { authorId: viewer.id, judgedAt: judged?.judgedAt ?? null }, new Date()),
    days: APPEAL_DAYS,
  };
}

type Appeal = NonNullable<NonNullable<Awaited<ReturnType<typeof judgedOf>>>["appeal"]>;

const appealOf = ({ plea, openedAt, decidedAt, verdict, note }: Appeal) => ({
  plea: plea ?? "",
  at: openedAt.toISOString(),
  granted: decidedAt ? verdict === "APPROVED" : null,
  word: note,
});

async function sentenceOf(policy: number, code: string) {
  const { sentence } = await db().reason.findUniqueOrThrow({ where: { policy_code: { policy, code } } });
  return { code, policy, sentence };
}
