/** What is new in a thread for one reader. */
import { db } from "#lib/db";
import { visibleTo } from "#lib/threads/policy";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import type { NewsItem, NewsView } from "#lib/visits/news";

/** As many as somebody steps through in a long sitting; the others follow when these are seen. */
const ITEMS_MAX = 1_000;

/**
 * What is new to this viewer, oldest first. `known`: up to where a browser says that its reader has seen everything;
 * a visit that is kept here counts before it.
 * @throws Missing
 */
export async function getNews(viewer: Viewer, slug: string, known: number | null): Promise<NewsView> {
  const thread = await db().thread.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: { id: true, visits: { where: { personId: viewer?.id ?? "" } } },
  });
  if (!thread) throw new Missing();
  const [visit] = thread.visits;
  const latest = await db().event.findFirst({
    where: { stream: thread.id },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const seen = visit?.seen ?? known;
  const rows = seen === null || mustPostFirst(viewer, thread.id) ? [] : await listNews(viewer, thread.id, seen);
  return {
    kept: viewer !== null,
    latest: latest?.number ?? 0,
    seen,
    singly: visit?.singly ?? [],
    at: visit?.at.toISOString() ?? null,
    items: rows.slice(0, ITEMS_MAX),
    more: rows.length > ITEMS_MAX,
  };
}

/** What was let in since, and what became of the rest; of one's own acts nothing, nor of what came and went meanwhile. */
async function listNews(viewer: Viewer, thread: string, seen: number): Promise<NewsItem[]> {
  const rows = await db().$queryRaw<(Omit<NewsItem, "kind"> & { fresh: boolean })[]>`
    SELECT a.id AS argument, a.number, min(e.number) AS first, max(e.number) AS last,
      bool_or(e.kind IN ('argument.posted', 'review.decided')) AS fresh
    FROM events e JOIN arguments a ON a.id = e.subjects ->> 'argument'
    LEFT JOIN reviews v ON e.kind = 'review.decided' AND v.id = e.subjects ->> 'review'
    WHERE e.stream = ${thread} AND e.number > ${seen} AND e.actor_id IS DISTINCT FROM ${viewer?.id ?? null}
      AND (e.kind IN ('argument.posted', 'argument.revised', 'argument.withdrawn', 'argument.removed', 'argument.hidden', 'argument.restored', 'argument.merged', 'argument.unmerged', 'argument.split', 'argument.rejoined')
        OR (v.cause = 'MODE' AND v.verdict = 'APPROVED'))
      AND NOT EXISTS (SELECT FROM reviews w
        WHERE w.argument_id = a.id AND w.cause = 'MODE' AND w.verdict IS DISTINCT FROM 'APPROVED')
    GROUP BY a.id
    HAVING NOT bool_or(e.kind IN ('argument.posted', 'review.decided'))
      OR (a.author_id IS DISTINCT FROM ${viewer?.id ?? null} AND a.id IN (SELECT id FROM visible_arguments))
    ORDER BY min(e.number) LIMIT ${ITEMS_MAX + 1}`;
  return rows.map(({ fresh, ...item }) => ({ ...item, kind: fresh ? "new" : "changed" }));
}
