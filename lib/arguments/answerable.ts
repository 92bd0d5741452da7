/** The arguments of a thread that somebody may want to answer with words of a source: found by number or by words. */
import type { Answerable as Asked } from "#lib/arguments/schema";
import type { PersonRef, Stance } from "#lib/arguments/view";
import { db, pool } from "#lib/db";
import { namesOf } from "#lib/threads/names";
import { visibleTo } from "#lib/threads/policy";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface Answerable {
  id: string;
  number: number;
  claim: string;
  author: PersonRef;
  /** Toward what it answers first. */
  stance: Stance;
  /** Whether it stands on some of these words. */
  standing: boolean;
}

/** As many as are looked through in a small bar; whoever wants others says more of them. */
const SHOWN = 6;

type Row = Omit<Answerable, "author"> & { authorId: string; handle: string; name: string };

/** Prepared once for each connection, since planning it takes longer than doing it. */
const ANSWERABLE = {
  name: "answerable",
  text: `
    WITH standing AS MATERIALIZED (
      SELECT DISTINCT c.revision_id AS id
      FROM passages p JOIN spans s ON s.passage_id = p.id JOIN citations c ON c.id = s.citation_id
      WHERE int4range(p.start_at, p.end_at) && int4range($2, $3) AND p.version_id = (
        SELECT v.id FROM source_versions v JOIN sources s ON s.id = v.source_id
        WHERE s.slug = $1 ORDER BY v.number DESC LIMIT 1)
    ), sought AS MATERIALIZED (
      SELECT id FROM standing WHERE $4 = ''
      UNION
      SELECT id FROM holding($4) AS id WHERE $4 <> ''
      UNION
      SELECT current_revision_id FROM arguments WHERE thread_id = $5 AND number = $6
    )
    SELECT a.id, a.number, r.claim, u.id AS "authorId", u.handle, u.name, place.stance, standing.id IS NOT NULL AS standing
    FROM sought
    JOIN visible_arguments a ON a.current_revision_id = sought.id
    JOIN revisions r ON r.id = sought.id
    JOIN users u ON u.id = a.author_id
    LEFT JOIN standing ON standing.id = sought.id
    CROSS JOIN LATERAL (
      SELECT l.stance FROM links l WHERE l.child_id = a.id AND l.ended_at IS NULL ORDER BY l.started_at, l.id LIMIT 1
    ) AS place
    WHERE a.thread_id = $5
    ORDER BY a.number = $6 DESC, standing DESC, strpos(lower(r.claim), lower($4)) > 0 DESC, a.number
    LIMIT $7`,
};

/**
 * Visible arguments: the one of this number, those on the same words, those that hold what is sought, and those that
 * hold something like it. As long as nothing is sought, those on the same words alone. The words are of the source's
 * newest version.
 * @throws Missing
 */
export async function listAnswerable(viewer: Viewer, asked: Asked): Promise<Answerable[]> {
  const { thread: slug, source, from, to, q } = asked;
  const thread = await db().thread.findFirst({ where: { slug, ...visibleTo(viewer) }, select: { id: true } });
  if (!thread) throw new Missing();
  if (mustPostFirst(viewer, thread.id)) return [];
  // No argument has the number 0.
  const number = Number(/^#?(\d{1,7})$/.exec(q)?.[1] ?? 0);
  const { rows } = await pool().query<Row>(ANSWERABLE, [source, from, to, q, thread.id, number, SHOWN]);
  const names = await namesOf(viewer, thread.id);
  return rows.map(({ authorId: id, handle, name, ...row }) => ({ ...row, author: names.of({ id, handle, name }) }));
}
