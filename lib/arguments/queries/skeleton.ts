/** A thread's bones: of every argument and link as much as the shape, the counts and the sides need, and no words. */
import type { Debate, Edge, Node } from "#lib/arguments/tree";
import type { ThreadTop } from "#lib/arguments/view";
import { pool } from "#lib/db";
import { RAISED_IN_TEXT, type RaisedInText, raisedOf } from "#lib/sources/cited";
import { maySee } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** `postedAt` and `startedAt` in milliseconds since 1970. */
export type Bone = Node & { postedAt: number };
export type Joint = Edge & { startedAt: number };

export interface Bones extends Debate<Bone, Joint> {
  thread: ThreadTop & { dropped: { afterHours: number; laterArguments: number } };
}

interface HeadRow extends Omit<Bones["thread"], "raisedBy" | "dropped" | "counts"> {
  classId: string | null;
  raisedBy: RaisedInText;
  afterHours: number;
  laterArguments: number;
}

const HEAD = `
  SELECT t.id, t.slug, t.question, t.background, t.class_id AS "classId",
    t.dropped_after_hours AS "afterHours", t.dropped_later_arguments AS "laterArguments",
    EXISTS (SELECT FROM locks WHERE thread_id = t.id AND lifted_at IS NULL) AS locked,
    ${RAISED_IN_TEXT} AS "raisedBy"
  FROM threads t JOIN passages p ON p.id = t.raised_by`;

/** The rule of `state.ts`, for a whole thread at once. */
const BONES = `
  SELECT a.id, a.number, extract(epoch FROM a.posted_at)::float8 * 1000 AS "postedAt",
    CASE WHEN m.argument_id IS NOT NULL THEN 'REMOVED' WHEN w.argument_id IS NOT NULL THEN 'WITHDRAWN' ELSE 'VISIBLE' END AS state
  FROM arguments a
    LEFT JOIN removals m ON m.argument_id = a.id AND m.lifted_at IS NULL
    LEFT JOIN withdrawals w ON w.argument_id = a.id
  WHERE a.thread_id = $1
    AND NOT EXISTS (SELECT FROM reviews v WHERE v.argument_id = a.id AND v.cause = 'MODE' AND v.verdict IS DISTINCT FROM 'APPROVED')
  ORDER BY a.number`;

const JOINTS = `
  SELECT id, child_id AS child, parent_id AS parent, stance, extract(epoch FROM started_at)::float8 * 1000 AS "startedAt"
  FROM links WHERE thread_id = $1 AND ended_at IS NULL`;

const COUNTS = `
  SELECT count(DISTINCT (v.source_id, p.start_at, p.end_at))::int AS passages, count(DISTINCT v.source_id)::int AS sources
  FROM visible_arguments a
    JOIN citations c ON c.revision_id = a.current_revision_id
    JOIN source_versions v ON v.id = c.version_id
    JOIN spans s ON s.citation_id = c.id
    JOIN passages p ON p.id = s.passage_id
  WHERE a.thread_id = $1`;

/**
 * The bones of a thread, by its slug or by one of its arguments. Four queries; what waits for a review is no part of them.
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
  const { classId: _, raisedBy, afterHours, laterArguments, ...thread } = row;
  const [bones, joints, counts] = await Promise.all([
    pool().query<Bone>(BONES, [thread.id]),
    pool().query<Joint>(JOINTS, [thread.id]),
    pool().query<{ passages: number; sources: number }>(COUNTS, [thread.id]),
  ]);
  const visible = bones.rows.filter(({ state }) => state === "VISIBLE").length;
  const { passages, sources } = counts.rows[0] ?? { passages: 0, sources: 0 };
  return {
    thread: {
      ...thread,
      raisedBy: raisedOf(raisedBy),
      dropped: { afterHours, laterArguments },
      counts: { arguments: visible, passages, sources },
    },
    arguments: bones.rows,
    links: joints.rows,
  };
}
