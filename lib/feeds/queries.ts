/** What programs outside may follow and find: what a thread says last, and the addresses of public pages. */

import { readBones } from "#lib/arguments/queries/skeleton";
import type { Stance, ThreadCounts } from "#lib/arguments/view";
import { db, pool } from "#lib/db";
import type { FeedView } from "#lib/feeds/atom";
import type { Opening } from "#lib/feeds/linked-data";
import type { Address } from "#lib/feeds/sitemap";
import { paths } from "#lib/paths";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** As many as a busy class writes in a day; who asks daily misses none. */
const ENTRIES = 50;

/** The living link that an argument had first is the one that its stance is told by. */
const LAST_SAID = `
  SELECT a.id, a.number, r.claim, r.body_text AS body, a.posted_at AS "postedAt", r.created_at AS "revisedAt", u.name AS author,
    (SELECT l.stance FROM links l WHERE l.child_id = a.id AND l.ended_at IS NULL ORDER BY l.started_at, l.id LIMIT 1) AS stance,
    (SELECT json_agg(json_build_object('quote', p.quote, 'title', s.title, 'kind', s.kind) ORDER BY c.ordinal, n.ordinal)
      FROM citations c JOIN spans n ON n.citation_id = c.id JOIN passages p ON p.id = n.passage_id
        JOIN source_versions v ON v.id = c.version_id JOIN sources s ON s.id = v.source_id
      WHERE c.revision_id = r.id) AS quotations
  FROM visible_arguments a JOIN revisions r ON r.id = a.current_revision_id JOIN users u ON u.id = a.author_id
  WHERE a.thread_id = $1 ORDER BY r.created_at DESC, a.number DESC LIMIT ${ENTRIES}`;

/** @throws Missing */
export async function getFeed(viewer: Viewer, slug: string): Promise<FeedView> {
  const thread = await db().thread.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: { id: true, slug: true, question: true, background: true, openedAt: true },
  });
  if (!thread) throw new Missing();
  const { rows } = await pool().query<FeedView["entries"][number]>(LAST_SAID, [thread.id]);
  return { ...thread, entries: rows };
}

/** Who opened a thread, and when. */
export async function getOpening(thread: string): Promise<Opening> {
  const { openedAt, openedBy } = await db().thread.findUniqueOrThrow({
    where: { id: thread },
    select: { openedAt: true, openedBy: { select: { handle: true, name: true } } },
  });
  return { openedAt: openedAt.toISOString(), openedBy };
}

/** A thread in the fewest words, for a preview. */
export interface ThreadCard {
  id: string;
  slug: string;
  question: string;
  counts: ThreadCounts;
  /** Visible arguments by side. */
  sides: Record<Stance, number>;
}

/** @throws Missing */
export async function getCard(viewer: Viewer, slug: string): Promise<ThreadCard> {
  const { thread, sides } = await readBones(viewer, { slug });
  const { id, question, counts } = thread;
  return { id, slug: thread.slug, question, counts, sides };
}

/** What everybody may see, with the moment of its last words: threads, then texts, then arguments. */
const PUBLIC = `
  SELECT 1 AS kind, t.slug AS name, greatest(t.opened_at, (
    SELECT max(r.created_at) FROM visible_arguments a JOIN revisions r ON r.id = a.current_revision_id WHERE a.thread_id = t.id)) AS at
    FROM threads t WHERE t.class_id IS NULL
  UNION ALL SELECT 2, s.slug, (SELECT max(v.created_at) FROM source_versions v WHERE v.source_id = s.id)
    FROM sources s WHERE s.class_id IS NULL
  UNION ALL SELECT 3, a.id, r.created_at
    FROM visible_arguments a JOIN revisions r ON r.id = a.current_revision_id JOIN threads t ON t.id = a.thread_id
    WHERE t.class_id IS NULL`;

const COUNTED = `
  SELECT (SELECT count(*) FROM threads WHERE class_id IS NULL)::int + (SELECT count(*) FROM sources WHERE class_id IS NULL)::int
    + (SELECT count(*) FROM visible_arguments a JOIN threads t ON t.id = a.thread_id WHERE t.class_id IS NULL)::int AS count`;

const PATHS: Record<number, (name: string) => string> = {
  1: paths.thread,
  2: (name) => paths.source(name),
  3: paths.argument,
};

/** How many pages everybody may see. */
export async function countAddresses(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(COUNTED);
  return rows[0]?.count ?? 0;
}

/** Some of them, always in the same order. */
export async function listAddresses(from: number, most: number): Promise<Address[]> {
  const { rows } = await pool().query<{ kind: number; name: string; at: Date }>(
    `${PUBLIC} ORDER BY kind, name LIMIT $1 OFFSET $2`,
    [most, from],
  );
  return rows.map(({ kind, name, at }) => ({ path: PATHS[kind]?.(name) ?? paths.home(), at }));
}
