/** Bringing a map from elsewhere into a thread. */
import { setTimeout } from "node:timers/promises";
import { readBody } from "#lib/arguments/body";
import { isQuiet } from "#lib/arguments/policy";
import { type Prepared, postMany } from "#lib/arguments/posting-many";
import { readStanding } from "#lib/arguments/standing";
import { insertRows, type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { type Decided, decide, type Plan } from "#lib/maps/importing";
import { readHere } from "#lib/maps/importing-queries";
import type { Waiting } from "#lib/maps/making-frames";
import { entersAtOnce, mayImport } from "#lib/maps/policy";
import { type Looked, lookAt, type MapFile } from "#lib/maps/proposing";
import { newId } from "#lib/text/id";
import { type ReachedThread, reachThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** Twice as many as one file brings: beyond it nobody looks through a tray. */
const TRAY_MAX = 10_000;
/** Five thousand arguments take eight seconds on a small machine, most of them in the database's own checks. */
export const IMPORT_MS = 60_000;
/** In half a second word of the last claim has come to wherever somebody reads. */
const WORD_MS = 500;
/** So many are written in a fraction of a second. */
const AT_A_TIME = 1_000;

export interface Imported {
  /** How many claims were posted, how many wait in the tray, and how many the thread had already. */
  posted: number;
  waiting: number;
  known: number;
}

/**
 * Posts the claims that stand on passages, as its importer's, and lays the others into the thread's tray; all of it or
 * nothing. A second import of the same file adds nothing, nor does one of what is here already. Whoever waits for it hears
 * what part is there, and by going away ends it with nothing stored.
 * @throws Missing
 * @throws Refused, whatever is wrong with the file; "tray-full"
 */
export async function importMap(viewer: Person, slug: string, file: MapFile, waiting?: Waiting): Promise<Imported> {
  waiting?.told(null);
  const looked = await lookAt(viewer, slug, file);
  return transact((tx, at) => importIn(tx, viewer, slug, looked, at, waiting), undefined, { timeoutMs: IMPORT_MS });
}

/** The same within a transaction that does more, of a file that was looked at. */
export async function importIn(
  tx: Tx,
  viewer: Person,
  slug: string,
  looked: Looked,
  at: Date,
  waiting?: Waiting,
): Promise<Imported> {
  waiting?.signal.throwIfAborted();
  const thread = await reachThread(tx, viewer, { slug }, at);
  must(mayImport(viewer, thread));
  const standing = await readStanding(tx, viewer.id, thread.id, at);
  const plan = await planIn(tx, thread, looked, entersAtOnce(viewer, thread, standing));
  const done = countsOf(plan);
  if (done.posted + done.waiting === 0) return done;
  const told = (count: number) => {
    waiting?.signal.throwIfAborted();
    waiting?.told(count / (done.posted + done.waiting));
  };
  await mustHaveRoom(tx, thread, done.waiting);
  told(0);
  const { posts, importId } = await keep(tx, viewer, thread, looked, plan.decided, at);
  await postMany(tx, viewer, thread, posts, at, { quiet: isQuiet(viewer, thread, standing), told });
  await layIntoTray(tx, { threadId: thread.id, importId }, plan.decided, (count) => told(done.posted + count));
  // Whoever cancels has not heard yet that it is done: what is said of it then is true.
  if (waiting) await setTimeout(WORD_MS, undefined, { signal: waiting.signal });
  return done;
}

async function planIn(
  tx: Tx,
  thread: ReachedThread,
  { map, cited, fileSha256 }: Looked,
  atOnce: boolean,
): Promise<Plan> {
  const here = await readHere(tx, thread.id, fileSha256);
  // Until what was found is kept no newer version of its text comes.
  const sources = [...new Set(cited.flat().flatMap((one) => one?.sourceId ?? []))];
  await tx.$queryRaw`SELECT id FROM sources WHERE id = ANY(${sources}) ORDER BY id FOR KEY SHARE`;
  const newest = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (source_id) id FROM source_versions WHERE source_id = ANY(${sources}) ORDER BY source_id, number DESC`;
  const current = new Set(newest.map(({ id }) => id));
  const still = cited.map((own) => own.map((one) => one && { ...one, isNewest: current.has(one.versionId) }));
  return decide({ map, cited: still, here, atOnce, newId });
}

export function countsOf({ decided }: Plan): Imported {
  const count = (...kinds: string[]) => decided.filter(({ fate }) => kinds.includes(fate.kind)).length;
  return { posted: count("enters"), waiting: count("waits"), known: count("here", "in-tray", "put-away") };
}

/** Notes the import, and prepares what it posts. */
async function keep(
  tx: Tx,
  viewer: Person,
  thread: ReachedThread,
  { map, fileName, fileSha256 }: Looked,
  decided: readonly Decided[],
  at: Date,
): Promise<{ posts: Prepared[]; importId: string }> {
  const select = { id: true } as const;
  const of = { threadId: thread.id, fileSha256 };
  const before = await tx.mapImport.findUnique({ where: { threadId_fileSha256: of }, select });
  const importId = before?.id ?? newId();
  if (!before) {
    const own = { id: importId, format: map.format, fileName, importedById: viewer.id, importedAt: at };
    await tx.mapImport.create({ data: { ...own, ...of }, select });
    const happening = { stream: thread.id, classId: thread.classId, actorId: viewer.id, at };
    await record(tx, { ...happening, kind: "map.imported", subjects: { import: importId } });
  }
  const posts = decided.flatMap(({ claim, fate }): Prepared[] => {
    if (fate.kind !== "enters") return [];
    const importedFrom = { format: map.format, fileSha256, originalId: claim.id };
    return [{ ...fate.entering, claim: claim.claim, body: readBody(claim.body), importedFrom }];
  });
  return { posts, importId };
}

async function mustHaveRoom(tx: Tx, thread: ReachedThread, count: number): Promise<void> {
  const waiting = await tx.trayItem.count({ where: { threadId: thread.id, leftAt: null } });
  if (count > 0 && waiting + count > TRAY_MAX) throw new Refused("tray-full", { values: { max: TRAY_MAX } });
}

async function layIntoTray(
  tx: Tx,
  of: { threadId: string; importId: string },
  decided: readonly Decided[],
  told: (count: number) => void,
): Promise<void> {
  const items = decided.flatMap(({ claim, fate }, ordinal) => {
    if (fate.kind !== "waits") return [];
    const [{ stance, target, at } = { stance: null, target: "CLAIM" as const, at: null }] = claim.places;
    return [
      {
        ...{ id: fate.itemId, import_id: of.importId, thread_id: of.threadId, original_id: claim.id, ordinal },
        ...{ claim: claim.claim, body: claim.body, stance, target, target_at: at },
        ...{ parent_item_id: fate.parentItemId, parent_id: fate.parentId, quotations: claim.quotations },
      },
    ];
  });
  for (let from = 0; from < items.length; from += AT_A_TIME) {
    await insertRows(tx, "tray_items", items.slice(from, from + AT_A_TIME));
    told(Math.min(items.length, from + AT_A_TIME));
  }
}
