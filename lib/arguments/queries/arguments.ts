/** What there is to see of single arguments. */
import { maySee } from "#lib/arguments/policy";
import { argumentView, linkView, PERSON, shownArgument } from "#lib/arguments/shown";
import { isLetIn, isRead, stateOf } from "#lib/arguments/state";
import type { ArgumentView, LinkView, PersonRef } from "#lib/arguments/view";
import { db } from "#lib/db";
import { citationView, readTexts, shownCitation } from "#lib/sources/shown";
import type { CitationView } from "#lib/sources/view";
import type { Document } from "#lib/text/document";
import { type Names, namesOf } from "#lib/threads/names";
import { visibleTo } from "#lib/threads/policy";
import { moderates, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface ArgumentInThread extends ArgumentView {
  thread: { id: string; slug: string; question: string };
  /** Living links, oldest first. */
  links: LinkView[];
}

/**
 * One argument and where it stands; a pending one for its author and for moderators.
 * @throws Missing
 */
export async function getArgument(viewer: Viewer, id: string): Promise<ArgumentInThread> {
  return (await readArgument(viewer, id)).argument;
}

async function readArgument(viewer: Viewer, id: string): Promise<{ argument: ArgumentInThread; names: Names }> {
  const row = await db().argument.findFirst({
    where: { id, thread: visibleTo(viewer) },
    select: {
      ...shownArgument(viewer),
      thread: { select: { id: true, slug: true, question: true } },
      links: { where: { endedAt: null }, orderBy: [{ startedAt: "asc" }, { id: "asc" }] },
    },
  });
  if (!row || !maySee(viewer, { authorId: row.authorId, threadId: row.thread.id, letIn: isLetIn(row) }))
    throw new Missing();
  const texts = await readTexts(
    db(),
    row.currentRevision.citations.map(({ versionId }) => versionId),
  );
  // What is hidden for a while its author mends and moderators judge.
  const judging = viewer?.id === row.authorId || moderates(viewer, row.threadId);
  const revealed = judging && stateOf(row) === "HIDDEN";
  const names = await namesOf(viewer, row.threadId);
  const view = argumentView(row, texts, names, revealed);
  return { argument: { ...view, thread: row.thread, links: row.links.map((link) => linkView(link, names)) }, names };
}

export interface RevisionView {
  ordinal: number;
  occasion: string;
  createdAt: string;
  claim: string;
  body: Document | null;
  citations: CitationView[];
  /** Whose wording it is, where its author took one that was offered. */
  wordedBy: PersonRef | null;
}

export interface History {
  id: string;
  number: number;
  author: PersonRef;
  state: ArgumentView["state"];
  thread: { id: string; slug: string; question: string };
  tombstone: ArgumentView["tombstone"];
  /** Newest first; empty where the words were withdrawn or removed. What was merged has kept them. */
  revisions: RevisionView[];
}

/** @throws Missing */
export async function getHistory(viewer: Viewer, id: string): Promise<History> {
  const { argument, names } = await readArgument(viewer, id);
  const { state, claim, number, author, thread, tombstone } = argument;
  const head = { id, number, author, state, thread, tombstone };
  if (state !== "PENDING" && !isRead(state) && claim === null) return { ...head, revisions: [] };
  const rows = await db().revision.findMany({
    where: { argumentId: id },
    orderBy: { ordinal: "desc" },
    select: {
      ordinal: true,
      occasion: true,
      createdAt: true,
      claim: true,
      body: true,
      wording: { select: { offeredBy: PERSON } },
      citations: { select: shownCitation(viewer), orderBy: { ordinal: "asc" } },
    },
  });
  const texts = await readTexts(
    db(),
    rows.flatMap((row) => row.citations.map(({ versionId }) => versionId)),
  );
  const revisions = rows.map(({ citations, createdAt, body, wording, ...row }) => ({
    ...row,
    wordedBy: wording ? names.of(wording.offeredBy) : null,
    createdAt: names.at(createdAt),
    body: body as Document | null,
    citations: citations.map((citation) => citationView(citation, texts)),
  }));
  return { ...head, revisions };
}
