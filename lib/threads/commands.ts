/** What happens to threads. */
import { type Tx, transact } from "#lib/db";
import { type Happening, record } from "#lib/events/record";
import { enqueueOnce } from "#lib/queue/enqueue";
import type { Jobs } from "#lib/queue/queues";
import { keepNewestAnchors } from "#lib/sources/anchoring";
import { findPassage, keepPassages, normalisedOf } from "#lib/sources/citing";
import { newId } from "#lib/text/id";
import { freeSlug, hiddenSlug, slugOf } from "#lib/text/slug";
import { MODE, type ModeNow, OPENED_AS } from "#lib/threads/mode";
import { mayFollow, mayModerate, mayNameModerators, mayOpenThread } from "#lib/threads/policy";
import { type ReachedThread, reachThread } from "#lib/threads/reach";
import type { OpenThread, SetMode } from "#lib/threads/schema";
import { reachOwner } from "#lib/users/classes";
import { insiderOf, type Person } from "#lib/users/viewer";
import { must, Refused, type Verdict } from "#lib/verdict";
import type { ThreadMode } from "../../prisma/generated/enums.ts";

/** What no door passes. */
export interface Opening {
  at?: Date;
  slug?: string;
  mode?: ThreadMode;
}

/**
 * Opens a thread, of everybody or of a class, on a question that a passage raises; `normalised` says that the passage's words are the source's and
 * not quite those that were sent.
 */
export async function openThread(viewer: Person, input: OpenThread, opening: Opening = {}): Promise<Opened> {
  return transact((tx, at) => openIn(tx, viewer, input, at, opening), opening.at);
}

export interface Opened {
  slug: string;
  normalised: boolean;
}

/** The same within a transaction that does more. */
export async function openIn(
  tx: Tx,
  viewer: Person,
  input: OpenThread,
  at: Date,
  opening: Omit<Opening, "at"> = {},
): Promise<Opened> {
  const classId = await reachOwner(tx, viewer, input.class);
  must(mayOpenThread(viewer, classId));
  const raised = await findPassage(tx, viewer, input.raisedBy, { classId });
  const passageId = await keepPassages(tx, [raised], at);
  const stem = slugOf(input.question);
  const slug = opening.slug ?? (classId ? hiddenSlug(stem) : freeSlug(stem, await takenSlugs(tx, stem)));
  const id = newId();
  const { question, thesis = null, topic = null, background = null } = input;
  const raisedById = passageId(raised.versionId, raised.spans[0] as (typeof raised.spans)[0]);
  await tx.thread.create({
    data: {
      id,
      slug,
      question,
      thesis,
      topic,
      background,
      raisedById,
      classId,
      openedById: viewer.id,
      openedAt: at,
      mode: opening.mode ?? OPENED_AS,
    },
  });
  if (!raised.isNewest) await keepNewestAnchors(tx, [raised.sourceId], at);
  const subjects = { thread: id, passage: raisedById, sources: [raised.sourceId] };
  await record(tx, { stream: id, classId, kind: "thread.opened", actorId: viewer.id, subjects, at });
  return { slug, normalised: normalisedOf([raised]).length > 0 };
}

async function takenSlugs(tx: Tx, stem: string): Promise<Set<string>> {
  const rows = await tx.thread.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } });
  return new Set([...rows.map((row) => row.slug), "new"]);
}

/**
 * Says how posts are let into a thread from now on, and what follows. What was to follow before is forgotten;
 * saying again what holds changes nothing.
 */
export async function setThreadMode(
  viewer: Person,
  slug: string,
  input: SetMode,
  moment: { at?: Date } = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThread(tx, viewer, { slug }, at);
    must(mayModerate(viewer, thread));
    const { mode } = input;
    const next = input.next ? { mode: input.next.mode, at: new Date(input.next.at).toISOString() } : null;
    if (next) mayBeNext(mayFollow(mode, next, at));
    const set: ModeNow = {
      mode,
      slowSeconds: input.slowSeconds ?? thread.slowSeconds,
      firstPosts: input.firstPosts ?? thread.firstPosts,
      next,
    };
    const told = await setModeIn(tx, thread, set, at);
    if (told) await record(tx, { ...told, actorId: viewer.id });
  }, moment.at);
}

/** Sets it within a transaction that does more, and gives what is to be recorded; null where it holds already. */
export async function setModeIn(
  tx: Tx,
  thread: ReachedThread,
  set: ModeNow,
  at: Date,
): Promise<Omit<Happening, "actorId"> | null> {
  if (same(set, thread)) return null;
  await keepMode(tx, thread.id, set);
  const { mode, next } = set;
  if (next) {
    const job = { thread: thread.id, at: next.at };
    await enqueueOnce(tx, "modes", job, { name: `${job.thread} ${job.at}`, at: new Date(next.at) });
  }
  const subjects = { mode, ...(next && { next: next.mode, nextAt: next.at }) };
  return { stream: thread.id, classId: thread.classId, kind: "thread.mode_set", subjects, at };
}

function mayBeNext(verdict: Verdict): void {
  if (!verdict.ok) throw new Refused(verdict.code, { details: { field: "nextAt" } });
}

const same = (a: ModeNow, b: ModeNow) =>
  a.mode === b.mode &&
  a.slowSeconds === b.slowSeconds &&
  a.firstPosts === b.firstPosts &&
  a.next?.mode === b.next?.mode &&
  a.next?.at === b.next?.at;

const keepMode = (tx: Tx, id: string, { mode, slowSeconds, firstPosts, next }: ModeNow) =>
  tx.thread.update({
    where: { id },
    data: { mode, slowSeconds, firstPosts, nextMode: next?.mode ?? null, nextAt: next?.at ?? null },
    select: { id: true },
  });

/**
 * Writes down that a mode has followed another, so that pages tell of it. It held already: verbs go by the hour. Where
 * somebody has said otherwise meanwhile, nothing is written.
 */
export async function turnMode({ thread: id, at: due }: Jobs["modes"], moment: { at?: Date } = {}): Promise<void> {
  await transact(async (tx, at) => {
    const row = await tx.thread.findUnique({ where: { id }, select: { classId: true, ...MODE } });
    if (row?.nextAt?.toISOString() !== due) return;
    const thread = await reachThread(tx, insiderOf(row.classId), { id }, at);
    if (thread.next !== null) return;
    await keepMode(tx, id, thread);
    const subjects = { mode: thread.mode };
    await record(tx, { stream: id, classId: thread.classId, kind: "thread.mode_set", actorId: null, subjects, at });
  }, moment.at);
}

/** Lets somebody moderate one thread, from their next request on. Naming them again changes nothing. */
export async function nameModerator(viewer: Person, slug: string, handle: string): Promise<void> {
  await transact(async (tx, at) => {
    const { thread, userId, standing } = await reachModerator(tx, viewer, slug, handle);
    if (standing) return;
    const id = newId();
    await tx.threadModerator.create({ data: { id, threadId: thread.id, userId, namedById: viewer.id, namedAt: at } });
    const subjects = { moderator: id, user: userId };
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "moderator.named",
      actorId: viewer.id,
      subjects,
      at,
    });
  });
}

/** Ends that. Dismissing who moderates no more changes nothing. */
export async function dismissModerator(viewer: Person, slug: string, handle: string): Promise<void> {
  await transact(async (tx, at) => {
    const { thread, userId, standing } = await reachModerator(tx, viewer, slug, handle);
    if (!standing) return;
    const { id } = standing;
    await tx.threadModerator.update({
      where: { id },
      data: { liftedById: viewer.id, liftedAt: at },
      select: { id: true },
    });
    const subjects = { moderator: id, user: userId };
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "moderator.dismissed",
      actorId: viewer.id,
      subjects,
      at,
    });
  });
}

async function reachModerator(tx: Tx, viewer: Person, slug: string, handle: string) {
  const thread = await reachThread(tx, viewer, { slug });
  must(mayNameModerators(viewer));
  const person = await tx.user.findFirst({ where: { handle, erasedAt: null }, select: { id: true } });
  if (!person) throw new Refused("person-unknown", { details: { field: "handle" } });
  const standing = await tx.threadModerator.findFirst({
    where: { threadId: thread.id, userId: person.id, liftedAt: null },
    select: { id: true },
  });
  return { thread, userId: person.id, standing };
}
