/** What the forms must know before they are shown: may this viewer write here, and what stands there now. */
import { type AssignedSide, assignedSide, sideOfAnswer } from "#lib/arguments/assigned";
import { isAcross } from "#lib/arguments/conceding";
import { lastSaidIn } from "#lib/arguments/last-said";
import { mayAnswer, mayConfirm, mayPost, mayRevise, mayWait, mayWithdraw, needsReview } from "#lib/arguments/policy";
import { type ArgumentInThread, getArgument } from "#lib/arguments/queries/arguments";
import { reachArgument } from "#lib/arguments/reach";
import { CITATIONS_MAX, CLAIM_MAX } from "#lib/arguments/schema";
import { readStanding } from "#lib/arguments/standing";
import type { ArgumentView, Stance } from "#lib/arguments/view";
import { usualWait } from "#lib/arguments/waiting";
import { db } from "#lib/db";
import { env } from "#lib/env";
import { getMovedCitations, type MovedCitation } from "#lib/sources/moved";
import { MODE, type ModeNow, type ModeRow, modeAt } from "#lib/threads/mode";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";

const FACTS = { id: true, openedById: true, ...MODE } as const satisfies Prisma.ThreadSelect;

/** The measures that the forms say. */
export const limits = () => ({ claim: CLAIM_MAX, citations: CITATIONS_MAX, editMinutes: env().EDIT_MINUTES });

interface ThreadFacts extends ModeNow {
  id: string;
  openedById: string;
}

const factsOf = ({ id, openedById, ...row }: ModeRow & Pick<ThreadFacts, "id" | "openedById">): ThreadFacts => ({
  id,
  openedById,
  ...modeAt(row, new Date()),
});

async function getFacts(viewer: Viewer, slug: string): Promise<ThreadFacts> {
  const row = await db().thread.findFirst({ where: { slug, ...visibleTo(viewer) }, select: FACTS });
  if (!row) throw new Missing();
  return factsOf(row);
}

/** What the form of an answer must know of what it answers; null for the question. */
export interface Answered {
  parent: {
    number: number;
    /** Its own links to what it answers: the number, or null for the question. */
    links: { id: string; to: number | null }[];
    citations: { id: string; words: string; title: string; paragraph: number }[];
    /** Whether supporting it may be a concession. */
    concedable: boolean;
  } | null;
  /** For which side the writer was set to argue, and which stance would stand on the other. */
  assigned?: AssignedSide & { against: Stance };
}

export interface AnsweringView {
  thread: { id: string; slug: string; question: string };
  parent?: ArgumentInThread;
  answered: Answered;
  /** The texts to argue from, the nearest first. */
  sources: string[];
  /** Whether this viewer may answer it. */
  verdict: Verdict;
  letsIn: LettingIn;
}

/** How a post of this viewer would be let in. */
export interface LettingIn extends ModeNow {
  /** Whether it would wait for a moderator. */
  waits: boolean;
  /** How long the last ones waited, in minutes; null where too few were decided. */
  usualMinutes: number | null;
}

/**
 * What one is about to answer: the thread's question, or an argument of it.
 * @throws Missing
 */
export async function getAnswering(viewer: Viewer, slug: string, parentId?: string): Promise<AnsweringView> {
  const thread = await db().thread.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: {
      ...FACTS,
      question: true,
      raisedBy: { select: { version: { select: { source: { select: { slug: true } } } } } },
    },
  });
  if (!thread) throw new Missing();
  const parent = parentId === undefined ? undefined : await getArgument(viewer, parentId);
  if (parent && parent.thread.slug !== slug) throw new Missing();
  const cited = parent?.citations.map(({ source }) => source.slug) ?? [];
  const assigned = await assignedHere(viewer, thread.id, parent?.id ?? null);
  return {
    thread: { id: thread.id, slug, question: thread.question },
    parent,
    answered: {
      parent: parent ? await offersOf(parent, await mayGrant(viewer, parent)) : null,
      ...(assigned && { assigned }),
    },
    sources: [...cited, thread.raisedBy.version.source.slug, ...(await mostCited(thread.id))],
    ...(await mayAnswerIn(viewer, factsOf(thread), parent)),
  };
}

async function assignedHere(viewer: Viewer, id: string, parent: string | null): Promise<Answered["assigned"]> {
  const set = await assignedSide(db(), viewer, { id }, new Date());
  if (!set) return undefined;
  const against = (await sideOfAnswer(db(), { parent, stance: "PRO" })) === set.side ? "CON" : "PRO";
  return { ...set, against };
}

async function mayAnswerIn(
  viewer: Viewer,
  thread: ThreadFacts,
  parent?: ArgumentView,
): Promise<Pick<AnsweringView, "verdict" | "letsIn">> {
  const at = new Date();
  const { mode, slowSeconds, firstPosts, next } = thread;
  const standing = viewer ? await readStanding(db(), viewer.id, thread.id, at) : null;
  const waits = standing !== null && needsReview(viewer, thread, standing);
  const usualMinutes = waits ? await usualWait(thread.id) : null;
  const letsIn = { mode, slowSeconds, firstPosts, next, waits, usualMinutes };
  const answering = parent && mayAnswer({ authorId: "", state: parent.state });
  if (answering?.ok === false) return { verdict: answering, letsIn };
  const posting = mayPost(viewer, thread, await lastSaidIn(db(), viewer, thread), at);
  return { verdict: posting.ok && waits ? mayWait(standing) : posting, letsIn };
}

/** What of an argument can be answered; `concedable`: whether it may be granted. */
export async function offersOf(argument: ArgumentInThread, concedable: boolean): Promise<Answered["parent"]> {
  const { number, links, citations } = argument;
  const above = links.flatMap(({ parent: to }) => (to === null ? [] : [to]));
  const rows = await db().argument.findMany({ where: { id: { in: above } }, select: { id: true, number: true } });
  const numbers = new Map(rows.map((row) => [row.id, row.number]));
  return {
    number,
    links: links.map(({ id, parent: to }) => ({ id, to: to === null ? null : (numbers.get(to) ?? null) })),
    citations: citations.map(({ id, source, spans }) => ({
      id,
      words: spans.map(({ quote }) => quote).join(" … "),
      title: source.title,
      paragraph: spans[0]?.paragraph ?? 1,
    })),
    concedable,
  };
}

async function mayGrant(viewer: Viewer, { id, author, thread }: ArgumentInThread): Promise<boolean> {
  if (!viewer || author.handle === viewer.handle) return false;
  return isAcross(db(), viewer.id, { id, threadId: thread.id });
}

/** As many as a form holds beside it. */
const TEXTS = 3;

async function mostCited(threadId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ slug: string }[]>`
    SELECT s.slug FROM arguments a
    JOIN citations c ON c.revision_id = a.current_revision_id
    JOIN source_versions v ON v.id = c.version_id
    JOIN sources s ON s.id = v.source_id
    WHERE a.thread_id = ${threadId} GROUP BY s.id ORDER BY count(*) DESC, s.id LIMIT ${TEXTS}`;
  return rows.map(({ slug }) => slug);
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
  ask: (facts: Facts, thread: ThreadFacts) => Verdict,
): Promise<Own> {
  const argument = await getArgument(viewer, id);
  const facts = await reachArgument(db(), viewer, id);
  const thread = await getFacts(viewer, argument.thread.slug);
  const until = new Date(facts.postedAt.getTime() + env().EDIT_MINUTES * MINUTE_MS).toISOString();
  return { argument, verdict: ask(facts, thread), until };
}
