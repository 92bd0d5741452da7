/** What happens to threads. */
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { keepNewestAnchors } from "#lib/sources/anchoring";
import { findPassage, keepPassages, normalisedOf } from "#lib/sources/citing";
import { newId } from "#lib/text/id";
import { freeSlug, slugOf } from "#lib/text/slug";
import { mayModerate, mayOpenThread } from "#lib/threads/policy";
import { reachThread } from "#lib/threads/reach";
import type { OpenThread } from "#lib/threads/schema";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

/** What no door passes. */
export interface Opening {
  at?: Date;
  slug?: string;
}

/**
 * Opens a thread on a question that a passage raises; `normalised` says that the passage's words are the source's and
 * not quite those that were sent.
 */
export async function openThread(
  viewer: Person,
  input: OpenThread,
  opening: Opening = {},
): Promise<{ slug: string; normalised: boolean }> {
  return transact(async (tx, at) => {
    must(mayOpenThread(viewer));
    const raised = await findPassage(tx, viewer, input.raisedBy);
    const passageId = await keepPassages(tx, [raised], at);
    const slug = opening.slug ?? freeSlug(slugOf(input.question), await takenSlugs(tx, slugOf(input.question)));
    const id = newId();
    const { question, thesis = null, topic = null, background = null } = input;
    const raisedById = passageId(raised.versionId, raised.spans[0] as (typeof raised.spans)[0]);
    await tx.thread.create({
      data: { id, slug, question, thesis, topic, background, raisedById, openedById: viewer.id, openedAt: at },
    });
    if (!raised.isNewest) await keepNewestAnchors(tx, [raised.sourceId], at);
    const subjects = { thread: id, passage: raisedById, sources: [raised.sourceId] };
    await record(tx, { stream: id, kind: "thread.opened", actorId: viewer.id, subjects, at });
    return { slug, normalised: normalisedOf([raised]).length > 0 };
  }, opening.at);
}

async function takenSlugs(tx: Tx, stem: string): Promise<Set<string>> {
  const rows = await tx.thread.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } });
  return new Set([...rows.map((row) => row.slug), "new"]);
}

/** Stops all writing in a thread. Locking a locked thread changes nothing. */
export async function lockThread(viewer: Person, slug: string, reason: string | null): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThread(tx, viewer, { slug });
    must(mayModerate(viewer));
    if (thread.locked) return;
    const id = newId();
    await tx.lock.create({ data: { id, threadId: thread.id, reason, lockedById: viewer.id, lockedAt: at } });
    await record(tx, { stream: thread.id, kind: "thread.locked", actorId: viewer.id, subjects: { lock: id }, at });
  });
}

/** Lifts the lock in force, if there is one. */
export async function unlockThread(viewer: Person, slug: string): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThread(tx, viewer, { slug });
    must(mayModerate(viewer));
    if (!thread.locked) return;
    await tx.lock.updateMany({
      where: { threadId: thread.id, liftedAt: null },
      data: { liftedById: viewer.id, liftedAt: at },
    });
    await record(tx, { stream: thread.id, kind: "thread.unlocked", actorId: viewer.id, subjects: {}, at });
  });
}
