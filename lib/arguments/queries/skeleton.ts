/** A thread's bones: of every argument and link as much as the shape, the counts and the sides need, and no words. */
import type { ThreadNow } from "#lib/arguments/screens";
import { type Branch, countBySide, type Debate, type Edge, type Node, outline } from "#lib/arguments/tree";
import type { Stance, ThreadCounts } from "#lib/arguments/view";
import { pool } from "#lib/db";
import { RAISED_IN_TEXT, type RaisedInText, raisedOf } from "#lib/sources/cited";
import { isClosed, type ModeRow, modeAt } from "#lib/threads/mode";
import { NAMES, type Names, namesOf } from "#lib/threads/names";
import { maySee } from "#lib/threads/policy";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** `postedAt` and `startedAt` in milliseconds since 1970. */
export type Bone = Node & { postedAt: number };
export type Joint = Edge & { startedAt: number };

/** What follows from a thread's arguments and links alone. */
interface Shape extends Debate<Bone, Joint> {
  top: Branch<Bone, Joint>[];
  sides: Record<Stance, number>;
  counts: ThreadCounts;
}

export interface Bones extends Omit<Shape, "counts"> {
  /** What whoever asked reads beside what is said; all else is everybody's. */
  names: Names;
  thread: ThreadNow & { dropped: { afterHours: number; laterArguments: number } };
}

/** Of the threads that were read last; ten thousand arguments take some ten megabytes. */
const KEPT = 6;
/** By thread. Every act that changes a shape is an event of its thread, so a shape holds until there is another event. */
const kept = new Map<string, { edition: number; shape: Promise<Shape> }>();

interface HeadRow extends Omit<Bones["thread"], "raisedBy" | "dropped" | "counts" | "locked" | "letsIn">, ModeRow {
  classId: string | null;
  raisedBy: RaisedInText;
  afterHours: number;
  laterArguments: number;
}

// The latest event is asked before the rest: what happens meanwhile is told to the page as new, never left out.
const HEAD = `
  SELECT t.id, t.slug, t.question, t.background, t.class_id AS "classId",
    t.dropped_after_hours AS "afterHours", t.dropped_later_arguments AS "laterArguments",
    (SELECT max(number) FROM events WHERE stream = t.id) AS latest,
    t.mode, t.slow_seconds AS "slowSeconds", t.first_posts AS "firstPosts", t.next_mode AS "nextMode", t.next_at AS "nextAt",
    ${RAISED_IN_TEXT} AS "raisedBy"
  FROM threads t JOIN passages p ON p.id = t.raised_by`;

/** The rule of `state.ts`, for whole threads at once. */
const BONES = `
  SELECT a.thread_id AS "threadId", a.id, a.number, extract(epoch FROM a.posted_at)::float8 * 1000 AS "postedAt",
    CASE WHEN m.kind = 'REMOVED' THEN 'REMOVED' WHEN w.argument_id IS NOT NULL THEN 'WITHDRAWN'
      WHEN m.kind = 'HIDDEN' THEN 'HIDDEN' WHEN g.id IS NOT NULL THEN 'MERGED'
      WHEN s.id IS NOT NULL THEN 'SPLIT' ELSE 'VISIBLE' END AS state
  FROM arguments a
    LEFT JOIN removals m ON m.argument_id = a.id AND m.lifted_at IS NULL
    LEFT JOIN withdrawals w ON w.argument_id = a.id
    LEFT JOIN merges g ON g.argument_id = a.id AND g.undone_at IS NULL
    LEFT JOIN splits s ON s.argument_id = a.id AND s.taken AND s.undone_at IS NULL
  WHERE a.thread_id = ANY($1) AND (a.thread_id <> ALL($2) OR a.author_id = $3)
    AND NOT EXISTS (SELECT FROM reviews v WHERE v.argument_id = a.id AND v.cause = 'MODE' AND v.verdict IS DISTINCT FROM 'APPROVED')
  ORDER BY a.number`;

const JOINTS = `
  SELECT thread_id AS "threadId", id, child_id AS child, parent_id AS parent, stance, extract(epoch FROM started_at)::float8 * 1000 AS "startedAt"
  FROM links WHERE thread_id = ANY($1) AND ended_at IS NULL`;

/** Passages are told apart first: they are few beside their uses. */
const COUNTS = `
  WITH cited AS (
    SELECT DISTINCT s.passage_id
    FROM visible_arguments a JOIN citations c ON c.revision_id = a.current_revision_id JOIN spans s ON s.citation_id = c.id
    WHERE a.thread_id = $1 AND (a.thread_id <> ALL($2) OR a.author_id = $3))
  SELECT count(DISTINCT (v.source_id, p.start_at, p.end_at))::int AS passages, count(DISTINCT v.source_id)::int AS sources
  FROM cited JOIN passages p ON p.id = cited.passage_id JOIN source_versions v ON v.id = p.version_id`;

/** Where somebody sees nothing but what is their own, and who they are. */
const gate = (viewer: Viewer) => [viewer?.postsFirst ?? [], viewer?.id ?? null];

/** Arguments and living links of some threads, by thread. Two queries, however many threads. */
export async function readDebates(
  viewer: Viewer,
  threadIds: readonly string[],
): Promise<(threadId: string) => Debate<Bone, Joint>> {
  const [bones, joints] = await Promise.all([
    pool().query<Bone & { threadId: string }>(BONES, [threadIds, ...gate(viewer)]),
    pool().query<Joint & { threadId: string }>(JOINTS, [threadIds]),
  ]);
  const nodes = Map.groupBy(bones.rows, ({ threadId }) => threadId);
  const edges = Map.groupBy(joints.rows, ({ threadId }) => threadId);
  return (threadId) => ({ arguments: nodes.get(threadId) ?? [], links: edges.get(threadId) ?? [] });
}

async function readShape(viewer: Viewer, threadId: string): Promise<Shape> {
  const [debates, counts] = await Promise.all([
    readDebates(viewer, [threadId]),
    pool().query<{ passages: number; sources: number }>(COUNTS, [threadId, ...gate(viewer)]),
  ]);
  const debate = debates(threadId);
  const visible = debate.arguments.filter(({ state }) => state === "VISIBLE").length;
  const { passages, sources } = counts.rows[0] ?? { passages: 0, sources: 0 };
  return {
    ...debate,
    top: outline(debate),
    sides: countBySide(debate),
    counts: { arguments: visible, passages, sources },
  };
}

function shapeOf(threadId: string, edition: number): Promise<Shape> {
  const known = kept.get(threadId);
  kept.delete(threadId);
  const entry = known?.edition === edition ? known : { edition, shape: readShape(null, threadId) };
  kept.set(threadId, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  entry.shape.catch(() => kept.get(threadId) === entry && kept.delete(threadId));
  return entry.shape;
}

/**
 * The bones of a thread, by its slug or by one of its arguments: one query while nothing happens in the thread, else four.
 * What waits for a review is no part of them. They are everybody's but for who must post first, and nobody changes them.
 * @throws Missing
 */
export async function readBones(viewer: Viewer, by: { slug: string } | { argument: string }): Promise<Bones> {
  const head =
    "slug" in by
      ? await pool().query<HeadRow>(`${HEAD} WHERE t.slug = $1`, [by.slug])
      : await pool().query<HeadRow>(`${HEAD} WHERE t.id = (SELECT thread_id FROM arguments WHERE id = $1)`, [
          by.argument,
        ]);
  const row = head.rows[0];
  if (!row || !maySee(viewer, row)) throw new Missing();
  const { id, slug, question, background, latest, raisedBy, afterHours, laterArguments } = row;
  const letsIn = modeAt(row, new Date());
  const owned = row.classId === null ? {} : { owned: true as const };
  const thread = { id, slug, question, background, latest, letsIn, locked: isClosed(letsIn.mode), ...owned };
  const own = mustPostFirst(viewer, id);
  const { counts, ...shape } = await (own ? readShape(viewer, id) : shapeOf(id, thread.latest));
  return {
    ...shape,
    names: row.classId === null ? NAMES : await namesOf(viewer, id),
    thread: { ...thread, raisedBy: raisedOf(raisedBy), dropped: { afterHours, laterArguments }, counts },
  };
}
