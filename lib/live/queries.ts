/** What the streams of one process ask the database: once a thread, however many listen to it. */
import { maySee } from "#lib/arguments/policy";
import { db } from "#lib/db";
import type { LiveEvent } from "#lib/live/codec";
import { maySee as maySeeThread } from "#lib/threads/policy";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface LiveThread {
  id: string;
  classId: string | null;
}

/** The thread, and the number of its latest event. @throws Missing */
export async function findLiveThread(viewer: Viewer, slug: string): Promise<LiveThread & { latest: number }> {
  const [thread] = await db().$queryRaw<(LiveThread & { latest: number })[]>`
    SELECT id, class_id AS "classId",
      coalesce((SELECT number FROM events WHERE stream = threads.id ORDER BY number DESC LIMIT 1), 0) AS latest
    FROM threads WHERE slug = ${slug}`;
  if (!thread || !maySeeThread(viewer, thread)) throw new Missing();
  return thread;
}

/** Those of the threads that are there, as they are now. */
export async function listLiveThreads(ids: string[]): Promise<Map<string, LiveThread>> {
  const rows = await db().thread.findMany({ where: { id: { in: ids } }, select: { id: true, classId: true } });
  return new Map(rows.map((thread) => [thread.id, thread]));
}

/** An event as it is stored, with what decides who is told of it. */
export interface Happened {
  number: number;
  kind: string;
  actorId: string | null;
  argument: string | null;
  link: string | null;
  parent: string | null;
  authorId: string | null;
  letIn: boolean;
  /** It let a post in that had been waiting. */
  admits: boolean;
}

/** At most this many at a time, so that no answer is larger than a page. */
export const PORTION = 500;

/** What happened in a thread after an event, in order. */
export async function listHappened(thread: string, after: number): Promise<Happened[]> {
  return db().$queryRaw<Happened[]>`
    SELECT e.number, e.kind, e.actor_id AS "actorId", a.id AS argument, l.id AS link, l.parent_id AS parent,
      a.author_id AS "authorId", v.id IS NOT NULL AS admits,
      NOT EXISTS (SELECT FROM reviews w
        WHERE w.argument_id = a.id AND w.cause = 'MODE' AND w.verdict IS DISTINCT FROM 'APPROVED') AS "letIn"
    FROM events e LEFT JOIN arguments a ON a.id = e.subjects ->> 'argument'
    LEFT JOIN links l ON l.id = e.subjects ->> 'link'
    LEFT JOIN reviews v ON e.kind = 'review.decided' AND v.id = e.subjects ->> 'review'
      AND v.cause = 'MODE' AND v.verdict = 'APPROVED'
    WHERE e.stream = ${thread} AND e.number > ${after} ORDER BY e.number LIMIT ${PORTION}`;
}

/** What changes a page that its readers have open. */
const TOLD = new Set([
  "argument.posted",
  "argument.revised",
  "argument.withdrawn",
  "argument.removed",
  "argument.hidden",
  "argument.restored",
  "argument.marked",
  "mark.resolved",
  "challenge.raised",
  "challenge.ruled",
  "argument.split",
  "argument.rejoined",
  "argument.merged",
  "argument.unmerged",
  "argument.moved",
  "link.started",
  "link.ended",
  "thread.mode_set",
  "round.clock_run",
  "note.written",
  "note.taken_back",
]);

/** Of these, what somebody is told who may not read yet what others say. */
const WORDLESS = new Set(["thread.mode_set", "round.clock_run"]);

/** What this viewer is told of it, or null. A page shows to nobody what was not let in, so a stranger's rights decide. */
export function told(viewer: Viewer, thread: string, happened: Happened): LiveEvent | null {
  const { number, argument, link, parent, authorId, letIn, actorId } = happened;
  const kind = happened.admits ? "argument.posted" : happened.kind;
  if (!TOLD.has(kind)) return null;
  if (mustPostFirst(viewer, thread) && authorId !== viewer?.id && !WORDLESS.has(kind)) return null;
  if (authorId !== null && !maySee(null, { authorId, threadId: thread, letIn })) return null;
  return {
    id: number,
    kind,
    ...(argument && { argument }),
    ...(link && { link }),
    ...(parent && { parent }),
    ...(viewer !== null && actorId === viewer.id && { own: true as const }),
  };
}
