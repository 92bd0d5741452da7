/** A class's own copy of a debate: its question, the passage that raised it, its sources, and perhaps what was said. */
import { postMany } from "#lib/arguments/posting-many";
import { type Copyable, copyOf } from "#lib/classes/copied";
import { mayTeach } from "#lib/classes/policy";
import { type ReachedClass, reachClass } from "#lib/classes/reach";
import type { CopyThread } from "#lib/classes/schema";
import { placeSlug } from "#lib/classes/slug";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import type { Document } from "#lib/text/document";
import { newId } from "#lib/text/id";
import { reachThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** As many arguments as a file brings. */
export const COPY_MS = 60_000;

/** Copies for a teacher of the class, within a transaction that does more. @throws Missing, Refused "copy-of-another-class" */
export async function copyIn(
  tx: Tx,
  viewer: Person,
  reached: Pick<ReachedClass, "id">,
  input: CopyThread,
  at: Date,
): Promise<{ id: string; slug: string }> {
  const original = await reachThread(tx, viewer, { slug: input.thread }, at);
  // What one class said is not carried into another.
  if (original.classId !== null && original.classId !== reached.id)
    throw new Refused("copy-of-another-class", { ground: "forbidden", details: { field: "thread" } });
  // What a request knew of its viewer may be older than the class.
  const teacher = { ...viewer, teaches: [reached.id] };
  const copy = await copyQuestion(tx, viewer, reached.id, original.id, input, at);
  if (!input.withArguments) return copy;
  const posts = copyOf(await readOriginals(tx, original.id), newId);
  await postMany(tx, viewer, await reachThread(tx, teacher, { id: copy.id }, at), posts, at, { quiet: false });
  return copy;
}

/**
 * Copies a public debate, or one of the class itself, into the class. Arguments stay their authors', who are told
 * nothing and cannot see the copy; withdrawn, removed and waiting ones stay behind. Each call makes another copy.
 * @throws Missing where class or thread is not there for the viewer
 * @throws Refused "teachers-only", "copy-of-another-class"
 */
export async function copyThread(viewer: Person, slug: string, input: CopyThread): Promise<{ slug: string }> {
  return transact(
    async (tx, at) => {
      const reached = await reachClass(tx, viewer, slug);
      must(mayTeach(viewer, reached));
      return copyIn(tx, viewer, reached, input, at);
    },
    undefined,
    { timeoutMs: COPY_MS },
  );
}

async function copyQuestion(
  tx: Tx,
  viewer: Person,
  classId: string,
  originalId: string,
  { names }: Pick<CopyThread, "names">,
  at: Date,
): Promise<{ id: string; slug: string }> {
  const { question, raisedBy, ...words } = await tx.thread.findUniqueOrThrow({
    where: { id: originalId },
    select: {
      ...{ question: true, thesis: true, topic: true, background: true, raisedById: true },
      ...{ droppedAfterHours: true, droppedLaterArguments: true },
      raisedBy: { select: { version: { select: { sourceId: true } } } },
    },
  });
  const id = newId();
  const slug = placeSlug(question);
  await tx.thread.create({
    data: { ...words, id, slug, question, classId, names, openedById: viewer.id, openedAt: at, mode: "OPEN" },
    select: { id: true },
  });
  const subjects = { thread: id, passage: words.raisedById, sources: [raisedBy.version.sourceId], copied: originalId };
  await record(tx, { stream: id, classId, actorId: viewer.id, kind: "thread.opened", subjects, at });
  return { id, slug };
}

/** What is visible in a thread, with its newest words, by number. */
async function readOriginals(tx: Tx, threadId: string): Promise<Copyable[]> {
  const visible = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM visible_arguments a WHERE a.thread_id = ${threadId}
      AND NOT EXISTS (SELECT FROM redactions r WHERE r.kind = 'revision' AND r.subject_id = a.current_revision_id)`;
  const rows = await tx.argument.findMany({
    where: { id: { in: visible.map(({ id }) => id) } },
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, authorId: true },
      currentRevision: {
        select: {
          ...{ claim: true, body: true, bodyText: true, bodySchema: true },
          citations: {
            orderBy: { ordinal: "asc" },
            select: {
              ...{ id: true, versionId: true },
              version: { select: { sourceId: true } },
              spans: {
                orderBy: { ordinal: "asc" },
                select: { passage: { select: { start: true, end: true, quote: true, prefix: true, suffix: true } } },
              },
            },
          },
        },
      },
      links: {
        where: { endedAt: null },
        orderBy: [{ startedAt: "asc" }, { id: "asc" }],
        select: {
          ...{ id: true, parentId: true, stance: true, target: true, targetCitationId: true, targetLinkId: true },
          concession: true,
        },
      },
    },
  });
  const newest = await newestOf(tx, threadId);
  return rows.map(({ currentRevision: { claim, body, bodyText, bodySchema, citations }, ...row }) => ({
    ...row,
    ...{ claim, document: body as Document | null, text: bodyText, schema: bodySchema },
    citations: citations.map(({ id, versionId, version: { sourceId }, spans }) => ({
      id,
      cited: {
        ...{ sourceId, versionId, isNewest: newest.has(versionId) },
        spans: spans.map(({ passage }) => ({ ok: true as const, normalised: false, ...passage })),
      },
    })),
  }));
}

/** The newest versions of the sources that a thread quotes; until the copy stands no newer one comes. */
async function newestOf(tx: Tx, threadId: string): Promise<Set<string>> {
  const sources = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM sources WHERE id IN (
      SELECT v.source_id FROM arguments a JOIN citations c ON c.revision_id = a.current_revision_id
        JOIN source_versions v ON v.id = c.version_id WHERE a.thread_id = ${threadId})
    ORDER BY id FOR KEY SHARE`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (source_id) id FROM source_versions WHERE source_id = ANY(${sources.map(({ id }) => id)})
    ORDER BY source_id, number DESC`;
  return new Set(rows.map(({ id }) => id));
}
