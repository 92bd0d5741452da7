/**
 * A thread as it stood at a moment that is past: what was said, reworded, moved and marked since is taken back. What was
 * withdrawn, removed, merged or split since stays so, for words that were taken away are not brought back.
 */
import type { Naming } from "#lib/arguments/queries/threads";
import { linkView, PERSON } from "#lib/arguments/shown";
import type { ArgumentView, LinkView, MarkView, ThreadView } from "#lib/arguments/view";
import { db } from "#lib/db";
import { citationView, readTexts, shownCitation } from "#lib/sources/shown";
import type { Document } from "#lib/text/document";
import type { Names } from "#lib/threads/names";
import type { Viewer } from "#lib/users/viewer";

/** What is told of a thread at any moment; how much of it there is today is not. */
export type Told = Omit<ThreadView, "counts">;

/** Takes a view of today back to `then`, under the same names. Five queries, however much happened since. */
export async function asItStood(view: Told, viewer: Viewer, then: Date, naming: Naming): Promise<Told> {
  const names = await naming(viewer, view.id);
  const [later, worded, links, marks] = await Promise.all([
    db().argument.findMany({ where: { threadId: view.id, postedAt: { gte: then } }, select: { id: true } }),
    wordingsAt(viewer, view.id, then),
    linksAt(view, then, names),
    marksAt(view.id, then, names),
  ]);
  const notYet = new Set(later.map(({ id }) => id));
  const all = view.arguments
    .filter(({ id }) => !notYet.has(id))
    .map((one): ArgumentView => {
      if (one.state !== "VISIBLE") return one;
      return { ...one, ...worded.get(one.id), marks: marks.get(one.id) ?? [] };
    });
  const there = new Set(all.map(({ id }) => id));
  const stands = ({ child, parent }: LinkView) => there.has(child) && (parent === null || there.has(parent));
  return { ...view, arguments: all, links: links.filter(stands) };
}

type Worded = Pick<ArgumentView, "claim" | "body" | "citations" | "revision" | "revisedAfterAnswers">;

/** The words that those arguments had then whose words are others today. */
async function wordingsAt(viewer: Viewer, threadId: string, then: Date): Promise<Map<string, Worded>> {
  const rows = await db().revision.findMany({
    where: { argument: { threadId, currentRevision: { createdAt: { gte: then } } }, createdAt: { lt: then } },
    orderBy: { ordinal: "desc" },
    distinct: ["argumentId"],
    select: {
      ...{ argumentId: true, ordinal: true, claim: true, body: true, createdAt: true },
      citations: { select: shownCitation(viewer), orderBy: { ordinal: "asc" } },
      argument: { select: { answers: { select: { startedAt: true }, orderBy: { startedAt: "asc" }, take: 1 } } },
    },
  });
  const texts = await readTexts(
    db(),
    rows.flatMap(({ citations }) => citations.map(({ versionId }) => versionId)),
  );
  return new Map(
    rows.map(({ argumentId, ordinal: revision, claim, body, createdAt, citations, argument: { answers } }) => {
      const [answer] = answers;
      const revisedAfterAnswers = revision > 1 && answer !== undefined && answer.startedAt < createdAt;
      const cited = citations.map((citation) => citationView(citation, texts));
      return [argumentId, { claim, body: body as Document | null, citations: cited, revision, revisedAfterAnswers }];
    }),
  );
}

/** Those that lived then, whether or not they live today. */
async function linksAt({ id: threadId, links: today }: Told, then: Date, names: Names): Promise<LinkView[]> {
  const changed = await db().link.findMany({
    where: { threadId, OR: [{ startedAt: { gte: then } }, { startedAt: { lt: then }, endedAt: { gte: then } }] },
  });
  const ended = changed.filter(({ startedAt }) => startedAt < then);
  const notYet = new Set(changed.filter(({ startedAt }) => startedAt >= then).map(({ id }) => id));
  return [...today.filter(({ id }) => !notYet.has(id)), ...ended.map((link) => linkView(link, names))];
}

async function marksAt(threadId: string, then: Date, names: Names): Promise<Map<string, MarkView[]>> {
  const rows = await db().mark.findMany({
    where: {
      argument: { threadId },
      markedAt: { lt: then },
      OR: [{ resolvedAt: null }, { resolvedAt: { gte: then } }],
    },
    orderBy: { markedAt: "asc" },
    select: { argumentId: true, kind: true, note: true, markedAt: true, markedBy: PERSON },
  });
  const views = rows.map(({ argumentId, kind, note, markedAt, markedBy }) => ({
    argumentId,
    mark: { kind, note, by: names.of(markedBy), at: names.at(markedAt) },
  }));
  const by = Map.groupBy(views, ({ argumentId }) => argumentId);
  return new Map([...by].map(([id, all]) => [id, all.map(({ mark }) => mark)]));
}
