/** What there is to see of a thread's frozen states. */
import { readBones } from "#lib/arguments/queries/skeleton";
import { PERSON, tombstoneOf } from "#lib/arguments/shown";
import { isLetIn, JUDGED, stateOf } from "#lib/arguments/state";
import type { PersonRef, ThreadTop } from "#lib/arguments/view";
import { db } from "#lib/db";
import { env } from "#lib/env";
import { type Content, type Frozen, peopleIn, readFrozen, type Since } from "#lib/maps/frozen";
import { getSnapshot } from "#lib/maps/queries";
import { paths } from "#lib/paths";
import { readDoubts } from "#lib/sources/cited";
import type { Doubt } from "#lib/sources/view";
import { type Names, namesToTake } from "#lib/threads/names";
import { visibleTo } from "#lib/threads/policy";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** A frozen state, in a list. */
export interface SnapshotRef {
  id: string;
  /** Its place among those of its thread, from 1. */
  number: number;
  takenAt: string;
  takenBy: PersonRef;
  hash: string;
  /** Visible arguments. */
  arguments: number;
}

export interface SnapshotView extends Frozen {
  thread: ThreadTop;
  ref: SnapshotRef;
  /** Whether words of it were redacted. */
  redacted: boolean;
  /** Of what it quotes, by the citations' ids: what is doubted today, and what was ruled. */
  doubts: ReadonlyMap<string, Doubt[]>;
  /** The states frozen just before and just after. */
  before: SnapshotRef | null;
  after: SnapshotRef | null;
}

/** Stands where a frozen state's id may stand, for the thread as it is. */
export const NOW = "now";

const LISTED = { id: true, takenAt: true, hash: true, arguments: true, takenBy: PERSON } as const;

/** All of a thread's, oldest first. @throws Missing */
export async function listSnapshots(
  viewer: Viewer,
  slug: string,
): Promise<{ thread: ThreadTop; snapshots: SnapshotRef[] }> {
  const { thread, names } = await readBones(viewer, { slug });
  if (mustPostFirst(viewer, thread.id)) throw new Missing();
  const rows = await db().snapshot.findMany({
    where: { threadId: thread.id },
    select: LISTED,
    orderBy: [{ takenAt: "asc" }, { id: "asc" }],
  });
  return {
    thread,
    snapshots: rows.map(({ takenBy, takenAt, ...row }, i) => ({
      ...row,
      number: i + 1,
      takenBy: names.of(takenBy),
      takenAt: names.at(takenAt),
    })),
  };
}

/** @throws Missing */
export async function getFrozen(viewer: Viewer, slug: string, id: string): Promise<SnapshotView> {
  const { thread, snapshots } = await listSnapshots(viewer, slug);
  const place = snapshots.findIndex((one) => one.id === id);
  const ref = snapshots[place];
  if (!ref) throw new Missing();
  const { redacted, ...frozen } = await readKept(viewer, slug, id);
  const citations = frozen.snapshot.arguments.flatMap((one) => one.citations.map((citation) => citation.id));
  return {
    doubts: await readDoubts(citations),
    thread,
    ref,
    redacted,
    ...frozen,
    before: snapshots[place - 1] ?? null,
    after: snapshots[place + 1] ?? null,
  };
}

/** One without what stands around it, for files. @throws Missing */
export async function readKept(viewer: Viewer, slug: string, id: string): Promise<Frozen & { redacted: boolean }> {
  const row = await db().snapshot.findFirst({
    where: { id, thread: { slug, ...visibleTo(viewer) } },
    select: { threadId: true, content: true, hash: true, takenAt: true, redactedAt: true },
  });
  if (!row || mustPostFirst(viewer, row.threadId)) throw new Missing();
  const url = `${env().APP_URL}${paths.snapshot(slug, id)}`;
  const content = JSON.parse(row.content) as Content;
  const names = await namesToTake(viewer, row.threadId);
  const kept = { content, hash: row.hash, takenAt: names.at(row.takenAt), url };
  return { ...readFrozen(kept, await since(row.threadId, content, names)), redacted: row.redactedAt !== null };
}

async function since(threadId: string, content: Content, names: Names): Promise<Since> {
  const rows = await db().argument.findMany({ where: { threadId }, select: { id: true, ...JUDGED } });
  const people = await db().user.findMany({
    where: { id: { in: peopleIn(content) } },
    select: { id: true, handle: true, name: true },
  });
  return {
    people: new Map(people.map((person) => [person.id, names.of(person)])),
    states: new Map(
      rows.filter(isLetIn).map((row) => [row.id, { state: stateOf(row), tombstone: tombstoneAt(row, names) }] as const),
    ),
  };
}

function tombstoneAt(row: Parameters<typeof tombstoneOf>[0], names: Names) {
  const tombstone = tombstoneOf(row);
  return tombstone && { ...tombstone, at: names.at(tombstone.at) };
}

/** Two states to lay beside each other; `to` may be the thread as it is. @throws Missing */
export async function getTwo(viewer: Viewer, slug: string, from: string, to: string) {
  const { thread, snapshots } = await listSnapshots(viewer, slug);
  const [first, second] = [from, to].map((id) => snapshots.find((one) => one.id === id));
  if (!first || from === to || (!second && to !== NOW)) throw new Missing();
  const [before, after] = await Promise.all([
    readKept(viewer, slug, from),
    second ? readKept(viewer, slug, to) : asItIs(viewer, slug),
  ]);
  return { thread, from: first, to: second ?? null, before, after };
}

async function asItIs(viewer: Viewer, slug: string): Promise<Frozen> {
  const snapshot = await getSnapshot(viewer, slug);
  return { snapshot, stood: new Map(snapshot.arguments.map(({ id, state }) => [id, state])), takenOut: [] };
}
