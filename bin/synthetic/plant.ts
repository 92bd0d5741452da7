/** Writes a planned debate: texts, people and thread through their verbs, arguments in bulk as the app's role. */
import { readBody } from "#lib/arguments/body";
import { startLink } from "#lib/arguments/commands/link";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { revisionHash } from "#lib/arguments/revision";
import { db, type Tx, transact } from "#lib/db";
import type { EventKind } from "#lib/events/record";
import { removeArgument } from "#lib/moderation/commands";
import { bringSource } from "#lib/sources/commands/bring";
import { type Found, findQuotation } from "#lib/sources/quotation";
import { paragraphsOf } from "#lib/text/canonical";
import { codePointLength } from "#lib/text/code-points";
import { newId } from "#lib/text/id";
import { sentenceEdges } from "#lib/text/sentences";
import { openThread } from "#lib/threads/commands";
import { seatPerson } from "#lib/users/commands/join";
import type { Person } from "#lib/users/viewer";
import type { Planned } from "./debate.ts";

/** In one transaction: more make each other slow, since every link writes its thread's row anew. */
const BATCH = 100;

export interface Passage {
  id: string;
  versionId: string;
  sourceId: string;
  found: Found;
}

/** So many people, and last somebody who moderates; those of an earlier run are taken again. */
export async function seatPeople(count: number, at: Date): Promise<{ people: Person[]; moderator: Person }> {
  const seat = (name: string, role: Person["role"]) =>
    seatPerson({ handle: name.toLowerCase().replace(" ", "_"), name, about: "", role }, { at });
  const people: Person[] = [];
  for (let i = 1; i <= count; i++) people.push(await seat(`Synthetic ${i}`, "MEMBER"));
  return { people, moderator: await seat("Synthetic moderator", "MODERATOR") };
}

/** Brings a text in and keeps a passage for each of its sentences. */
export async function bringReport(by: Person, title: string, text: string, at: Date): Promise<Passage[]> {
  const { slug } = await bringSource(by, { title, text, outlet: "Synthetic Reports", rights: "OPEN" }, { at });
  const version = await db().sourceVersion.findFirstOrThrow({
    where: { source: { slug } },
    select: { id: true, sourceId: true, text: true },
  });
  const passages = paragraphsOf(version.text).flatMap((paragraph) => {
    const edges = sentenceEdges(paragraph.text);
    return edges.slice(0, -1).flatMap((edge, i): Passage[] => {
      const quote = paragraph.text.slice(edge, edges[i + 1]).trim();
      const start = paragraph.start + codePointLength(paragraph.text.slice(0, edge));
      const found = findQuotation(version.text, { quote, start });
      return found.ok ? [{ id: newId(), versionId: version.id, sourceId: version.sourceId, found }] : [];
    });
  });
  await transact((tx) =>
    tx.passage.createMany({
      data: passages.map(({ id, versionId, found: { start, end, quote, prefix, suffix } }) => ({
        id,
        versionId,
        start,
        end,
        quote,
        prefix,
        suffix,
        createdAt: at,
      })),
    }),
  );
  return passages;
}

interface Ids {
  argument: string;
  revision: string;
  link: string;
  citations: string[];
}

interface Setting {
  people: readonly Person[];
  moderator: Person;
  passages: readonly Passage[];
  /** From the first argument to the last. */
  from: Date;
  until: Date;
}

interface Planted {
  slug: string;
  /** Second links, withdrawals and removals. */
  links: number;
  withdrawn: number;
  removed: number;
}

/** Opens the thread and posts all of it; `progress` is told how many stand. */
export async function plantDebate(
  question: string,
  plan: readonly Planned[],
  setting: Setting,
  progress: (done: number) => void,
): Promise<Planted> {
  const { from, until } = setting;
  const thread = await openOn(question, setting);
  const ids = plan.map(
    ({ passages }): Ids => ({
      argument: newId(),
      revision: newId(),
      link: newId(),
      citations: passages.map(() => newId()),
    }),
  );
  const step = (until.getTime() - from.getTime()) / (plan.length + 1);
  const posts = plan.map((planned, place) => ({
    planned,
    number: place + 1,
    ids: ids[place] as Ids,
    parent: planned.parent === null ? null : (ids[planned.parent] as Ids),
    at: new Date(Math.floor(from.getTime() + place * step)),
  }));
  for (let done = 0; done < posts.length; done += BATCH) {
    const batch = posts.slice(done, done + BATCH);
    await transact((tx) => post(tx, thread.id, batch, setting));
    progress(done + batch.length);
  }
  return { slug: thread.slug, ...(await decide(posts, setting)) };
}

async function openOn(question: string, { people, passages, from }: Setting): Promise<{ id: string; slug: string }> {
  const [opener, raising] = [people[0], passages[0]];
  if (!opener || !raising) throw new Error("nobody, or nothing to stand on");
  const source = await db().source.findUniqueOrThrow({ where: { id: raising.sourceId }, select: { slug: true } });
  const { quote, start } = raising.found;
  const { slug } = await openThread(
    opener,
    { question, raisedBy: { source: source.slug, quote, start } },
    { at: from },
  );
  return db().thread.findUniqueOrThrow({ where: { slug }, select: { id: true, slug: true } });
}

interface Post {
  planned: Planned;
  number: number;
  ids: Ids;
  parent: Ids | null;
  at: Date;
}

/** What `postArgument` writes, for many at once; every trigger and check of the database looks at each row. */
async function post(tx: Tx, threadId: string, posts: readonly Post[], { people, passages }: Setting): Promise<void> {
  const authorOf = ({ planned }: Post) => (people[planned.author] as Person).id;
  const citedOf = ({ planned }: Post) => planned.passages.map((place) => passages[place] as Passage);
  const last = posts.at(-1) as Post;
  // A new table has no statistics yet, and by default what an empty one suggests is to read all of it for each link.
  await tx.$executeRaw`SELECT set_config(name, 'off', true) FROM unnest(ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) AS name`;
  await tx.thread.update({ where: { id: threadId }, data: { nextNumber: last.number + 1 }, select: { id: true } });
  await tx.argument.createMany({
    data: posts.map((one) => ({
      id: one.ids.argument,
      threadId,
      number: one.number,
      authorId: authorOf(one),
      currentRevisionId: one.ids.revision,
      postedAt: one.at,
    })),
  });
  await tx.revision.createMany({
    data: posts.map((one) => {
      const body = readBody(one.planned.body);
      const cited = citedOf(one).map(({ versionId, sourceId, found }) => ({
        versionId,
        sourceId,
        isNewest: true,
        spans: [found],
      }));
      return {
        id: one.ids.revision,
        argumentId: one.ids.argument,
        ordinal: 1,
        occasion: "FIRST",
        claim: one.planned.claim,
        ...(body.document && { body: body.document }),
        bodyText: body.text,
        bodySchema: body.schema,
        hash: revisionHash({ claim: one.planned.claim, body, cited }),
        createdAt: one.at,
      };
    }),
  });
  const citations = posts.flatMap((one) =>
    citedOf(one).map(({ id, versionId }, ordinal) => ({
      id: one.ids.citations[ordinal] as string,
      revisionId: one.ids.revision,
      ordinal,
      versionId,
      passageId: id,
    })),
  );
  await tx.citation.createMany({ data: citations.map(({ passageId: _, ...citation }) => citation) });
  await tx.span.createMany({
    data: citations.map(({ id, versionId, passageId }) => ({ citationId: id, ordinal: 0, versionId, passageId })),
  });
  await tx.link.createMany({
    data: posts.map((one) => ({
      id: one.ids.link,
      threadId,
      childId: one.ids.argument,
      ...(one.parent
        ? { parentId: one.parent.argument, answeredRevisionId: one.parent.revision }
        : { questionId: threadId }),
      stance: one.planned.stance,
      target: one.planned.target,
      targetCitationId: one.planned.target === "EVIDENCE" ? (one.parent?.citations[0] ?? null) : null,
      targetLinkId: one.planned.target === "RELEVANCE" ? (one.parent?.link ?? null) : null,
      authorId: authorOf(one),
      startedAt: one.at,
    })),
  });
  await tx.event.createMany({
    data: posts.map((one) => ({
      stream: threadId,
      kind: "argument.posted" satisfies EventKind,
      actorId: authorOf(one),
      subjects: {
        argument: one.ids.argument,
        revision: one.ids.revision,
        link: one.ids.link,
        sources: [...new Set(citedOf(one).map(({ sourceId }) => sourceId))],
      },
      at: one.at,
    })),
  });
}

/** Second links, withdrawals and removals are few: each goes through its verb. */
async function decide(posts: readonly Post[], { people, moderator }: Setting): Promise<Omit<Planted, "slug">> {
  const authorOf = ({ planned }: Post) => people[planned.author] as Person;
  const again = posts.filter(({ planned }) => planned.also);
  for (const one of again) {
    const { parent, stance } = one.planned.also as NonNullable<Planned["also"]>;
    const target = { parent: (posts[parent] as Post).ids.argument, target: "CLAIM", concession: false } as const;
    await startLink(authorOf(one), { child: one.ids.argument, stance, ...target });
  }
  const withdrawn = posts.filter(({ planned }) => planned.fate === "WITHDRAWN");
  for (const one of withdrawn) await withdrawArgument(authorOf(one), one.ids.argument, null);
  const removed = posts.filter(({ planned }) => planned.fate === "REMOVED");
  for (const one of removed) await removeArgument(moderator, one.ids.argument, { code: "off-topic", note: null });
  return { links: again.length, withdrawn: withdrawn.length, removed: removed.length };
}
