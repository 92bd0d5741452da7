/** Freezing a thread's state. */
import { db, type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { contentOf, peopleIn } from "#lib/maps/frozen";
import { mayTakeSnapshot } from "#lib/maps/policy";
import { getSnapshot } from "#lib/maps/queries";
import type { Snapshot } from "#lib/maps/snapshot";
import { sha256Hex } from "#lib/text/canonical";
import { newId } from "#lib/text/id";
import { namesAmongPeers, standIn } from "#lib/threads/names";
import { reachThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** Some 20,000 arguments: twice the largest thread that pages are measured with. */
const CONTENT_BYTES = 40 * 2 ** 20;
/** Reading the largest thread takes a second or two, and a lively class posts once in ten. */
const TRIES = 3;

/** How far the record and the redactions have come: what was read holds as long as neither has grown. */
interface Edition {
  latest: number;
  redactions: number;
}

/**
 * Keeps a thread's state as it is now, or as it stood at a moment that is past; `made` says whether it was not kept
 * already: the same state is one snapshot. It is read before the thread is locked, so that nobody waits for it, and once
 * more where something happened meanwhile.
 * @throws Missing
 * @throws Refused "sign-in-first", "snapshot-too-large", "busy"
 */
export async function takeSnapshot(
  viewer: Person,
  slug: string,
  moment: { stoodAt?: Date } = {},
): Promise<{ id: string; made: boolean }> {
  must(mayTakeSnapshot(viewer));
  for (let tries = 1; tries <= TRIES; tries++) {
    const taken = await keepIfStill(viewer, slug, moment.stoodAt);
    if (taken) return taken;
  }
  throw new Refused("busy", { ground: "unavailable" });
}

/** null where something happened in the thread while it was read. */
async function keepIfStill(
  viewer: Person,
  slug: string,
  stoodAt: Date | undefined,
): Promise<{ id: string; made: boolean } | null> {
  const { edition, snapshot, content } = await read(viewer, slug, stoodAt);
  const { hash } = snapshot;
  return transact(async (tx, at) => {
    const thread = await reachThread(tx, viewer, { slug });
    if ((await editionOf(tx, slug)).latest !== edition.latest) return null;
    const kept = await tx.snapshot.findUnique({
      where: { threadId_hash: { threadId: thread.id, hash } },
      select: { id: true },
    });
    if (kept) return { id: kept.id, made: false };
    const id = newId();
    const visible = snapshot.arguments.filter(({ state }) => state === "VISIBLE").length;
    await tx.snapshot.create({
      data: {
        ...{ id, threadId: thread.id, hash, sha256: sha256Hex(content), content },
        ...{ arguments: visible, takenById: viewer.id, takenAt: at },
      },
      select: { id: true },
    });
    // A redaction that was under way has held this up, and is seen now.
    if ((await editionOf(tx, slug)).redactions !== edition.redactions)
      throw new Refused("busy", { ground: "unavailable" });
    const subjects = { snapshot: id };
    const { id: stream, classId } = thread;
    await record(tx, { stream, kind: "snapshot.taken", actorId: viewer.id, subjects, classId, at });
    return { id, made: true };
  });
}

async function read(viewer: Person, slug: string, stoodAt: Date | undefined) {
  const edition = await editionOf(db(), slug);
  // Whoever takes it: what is cited by its hash is what pupils read of each other, too.
  const snapshot = await getSnapshot(viewer, slug, (_, threadId) => namesAmongPeers(threadId), stoodAt);
  const content = contentOf(snapshot, await idsOf(snapshot, slug));
  if (Buffer.byteLength(content) > CONTENT_BYTES) throw new Refused("snapshot-too-large");
  return { edition, snapshot, content };
}

async function editionOf(tx: Pick<Tx, "$queryRaw">, slug: string): Promise<Edition> {
  const [row] = await tx.$queryRaw<Edition[]>`
    SELECT (SELECT max(e.number) FROM events e JOIN threads t ON t.id = e.stream WHERE t.slug = ${slug}) AS latest,
      (SELECT count(*)::int FROM redactions) AS redactions`;
  if (!row) throw new Error("the database told nothing");
  return row;
}

async function idsOf(snapshot: Snapshot, slug: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db().user.findMany({
    where: { handle: { in: peopleIn(snapshot) } },
    select: { id: true, handle: true },
  });
  const called = await db().pseudonym.findMany({ where: { thread: { slug } }, select: { userId: true, name: true } });
  return new Map([
    ...rows.map(({ id, handle }) => [handle, id] as const),
    ...called.map(({ userId, name }) => [standIn(name).handle, userId] as const),
  ]);
}
