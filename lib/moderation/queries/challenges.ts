/** The doubts about an argument's evidence, with what was answered and ruled. */
import type { PersonRef } from "#lib/arguments/view";
import { own } from "#lib/arguments/writing";
import { db } from "#lib/db";
import { mayAnswerChallenge, mayMark } from "#lib/moderation/policy";
import type { CHALLENGE_KINDS } from "#lib/moderation/schema";
import { NAMES, namesOf } from "#lib/threads/names";
import type { Viewer } from "#lib/users/viewer";

export interface ChallengeView {
  id: string;
  citation: string;
  kind: (typeof CHALLENGE_KINDS)[number];
  note: string;
  by: PersonRef;
  at: string;
  /** What it doubts, as it was cited then; `amended` where the argument cites something else now. */
  words: string;
  amended: boolean;
  answer: { text: string; at: string } | null;
  /** Of who ruled nobody is named. */
  ruling: { upheld: boolean; text: string | null; at: string } | null;
  /** Whether this viewer, its author, may answer. */
  answerable: boolean;
}

const PERSON = { select: { id: true, handle: true, name: true } } as const;

/** By age. Whether the argument may be seen, the caller asks. */
export async function listChallenges(viewer: Viewer, argumentId: string): Promise<ChallengeView[]> {
  const rows = await db().challenge.findMany({
    where: { argumentId },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    include: {
      raisedBy: PERSON,
      argument: { select: { authorId: true, threadId: true, currentRevisionId: true } },
      citation: {
        select: { spans: { select: { passage: { select: { quote: true } } }, orderBy: { ordinal: "asc" } } },
      },
    },
  });
  const threadId = rows[0]?.argument.threadId;
  const names = threadId === undefined ? NAMES : await namesOf(viewer, threadId);
  return rows.map((row) => ({
    id: row.id,
    citation: row.citationId,
    kind: row.kind,
    note: row.note,
    by: names.of(row.raisedBy),
    at: names.at(row.raisedAt),
    words: row.citation.spans.map(({ passage }) => passage.quote).join(" … "),
    amended: row.revisionId !== row.argument.currentRevisionId,
    answer: row.answer !== null && row.answeredAt ? { text: row.answer, at: names.at(row.answeredAt) } : null,
    ruling:
      row.ruledAt && row.upheld !== null ? { upheld: row.upheld, text: row.ruling, at: names.at(row.ruledAt) } : null,
    answerable:
      row.answer === null &&
      mayAnswerChallenge(viewer, { authorId: row.argument.authorId, ruled: row.ruledAt !== null }).ok,
  }));
}

/**
 * An argument with the doubts about its evidence, and whether this viewer may raise one.
 * @throws Missing
 */
export async function getChallenged(viewer: Viewer, id: string) {
  const raising = await own(viewer, id, (facts, thread) => mayMark(viewer, facts, thread));
  // What is hidden takes what was said of it along.
  return { ...raising, challenges: raising.argument.claim === null ? [] : await listChallenges(viewer, id) };
}
