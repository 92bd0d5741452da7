/** The wordings that were offered for a claim: for its author, who offered them, and moderators. */
import { mayAnswerWording, mayOfferWording } from "#lib/arguments/policy";
import type { ArgumentInThread } from "#lib/arguments/queries/arguments";
import { PERSON } from "#lib/arguments/shown";
import type { PersonRef } from "#lib/arguments/view";
import { own } from "#lib/arguments/writing";
import { db } from "#lib/db";
import { namesOf } from "#lib/threads/names";
import { moderates, type Viewer } from "#lib/users/viewer";
import type { Verdict } from "#lib/verdict";

export interface WordingView {
  id: string;
  claim: string;
  note: string | null;
  by: PersonRef;
  at: string;
  /** null while it waits. */
  answer: { taken: boolean; word: string | null; at: string } | null;
}

export interface Wordings {
  argument: ArgumentInThread;
  /** Whether this viewer may offer one. */
  verdict: Verdict;
  /** Whether they may answer those that wait. */
  answering: Verdict;
  /** Those that this viewer may see; what waits first, then the latest. */
  wordings: WordingView[];
}

/** @throws Missing */
export async function getWordings(viewer: Viewer, id: string): Promise<Wordings> {
  let answering: Verdict = { ok: false, code: "author-only" };
  const { argument, verdict } = await own(viewer, id, (facts, thread) => {
    answering = mayAnswerWording(viewer, facts, thread);
    return mayOfferWording(viewer, facts, thread);
  });
  const all = viewer?.handle === argument.author.handle || moderates(viewer, argument.thread.id);
  if (!viewer) return { argument, verdict, answering, wordings: [] };
  const rows = await db().wording.findMany({
    where: { argumentId: id, ...(!all && { offeredById: viewer.id }) },
    orderBy: [{ answeredAt: { sort: "desc", nulls: "first" } }, { offeredAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      claim: true,
      note: true,
      offeredAt: true,
      offeredBy: PERSON,
      answeredAt: true,
      answer: true,
      becameId: true,
    },
  });
  const names = await namesOf(viewer, argument.thread.id);
  const wordings = rows.map(({ offeredAt, offeredBy, answeredAt, answer, becameId, ...row }) => ({
    ...row,
    by: names.of(offeredBy),
    at: names.at(offeredAt),
    answer: answeredAt && { taken: becameId !== null, word: answer, at: names.at(answeredAt) },
  }));
  return { argument, verdict, answering, wordings };
}
