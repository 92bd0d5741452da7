/** What the forms must know before they are shown: may this viewer write here, and what stands there now. */
import { mayAnswer, mayConfirm, mayPost, mayRevise, mayWithdraw } from "#lib/arguments/policy";
import { type ArgumentInThread, getArgument } from "#lib/arguments/queries/arguments";
import { reachArgument } from "#lib/arguments/reach";
import { CITATIONS_MAX, CLAIM_MAX } from "#lib/arguments/schema";
import type { ArgumentView } from "#lib/arguments/view";
import { db } from "#lib/db";
import { env } from "#lib/env";
import { getMovedCitations, type MovedCitation } from "#lib/sources/moved";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";

const FACTS = {
  id: true,
  mode: true,
  locks: { where: { liftedAt: null }, select: { id: true } },
} as const satisfies Prisma.ThreadSelect;

/** The measures that the forms say. */
export const limits = () => ({ claim: CLAIM_MAX, citations: CITATIONS_MAX, editMinutes: env().EDIT_MINUTES });

async function getFacts(viewer: Viewer, slug: string) {
  const row = await db().thread.findFirst({ where: { slug, ...visibleTo(viewer) }, select: FACTS });
  if (!row) throw new Missing();
  return { id: row.id, mode: row.mode, locked: row.locks.length > 0 };
}

/**
 * Whether this viewer may answer the thread's question, or an argument of it.
 * @throws Missing
 */
export async function getPosting(viewer: Viewer, slug: string, parent?: ArgumentView): Promise<Verdict> {
  const answering = parent && mayAnswer({ authorId: "", state: parent.state });
  if (answering?.ok === false) return answering;
  const thread = await getFacts(viewer, slug);
  const last = await db().argument.findFirst({
    where: { threadId: thread.id, authorId: viewer?.id ?? "" },
    orderBy: { number: "desc" },
    select: { postedAt: true },
  });
  return mayPost(viewer, thread, last?.postedAt ?? null, new Date());
}

export interface Own {
  argument: ArgumentInThread;
  verdict: Verdict;
  /** Until when it may be revised freely, ISO 8601. */
  until: string;
}

const MINUTE_MS = 60_000;

/** @throws Missing */
export async function getRevising(viewer: Viewer, id: string): Promise<Own> {
  return own(viewer, id, (facts, thread) => mayRevise(viewer, facts, thread, new Date(), env().EDIT_MINUTES));
}

/** @throws Missing */
export async function getWithdrawing(viewer: Viewer, id: string): Promise<Own> {
  return own(viewer, id, (facts, thread) => mayWithdraw(viewer, facts, thread));
}

export interface Moved extends Own {
  /** The citations whose words are no more the same in the newest version of their text. */
  moved: MovedCitation[];
}

/** @throws Missing */
export async function getMoved(viewer: Viewer, id: string): Promise<Moved> {
  const confirming = await own(viewer, id, (facts, thread) => mayConfirm(viewer, facts, thread));
  return { ...confirming, moved: await getMovedCitations(confirming.argument.citations) };
}

type Facts = Awaited<ReturnType<typeof reachArgument>>;

/** An argument as a form about it shows it, and what is said to its viewer. */
export async function own(
  viewer: Viewer,
  id: string,
  ask: (facts: Facts, thread: Awaited<ReturnType<typeof getFacts>>) => Verdict,
): Promise<Own> {
  const argument = await getArgument(viewer, id);
  const facts = await reachArgument(db(), viewer, id);
  const thread = await getFacts(viewer, argument.thread.slug);
  const until = new Date(facts.postedAt.getTime() + env().EDIT_MINUTES * MINUTE_MS).toISOString();
  return { argument, verdict: ask(facts, thread), until };
}
