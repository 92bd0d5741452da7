/** The arguments of a thread that somebody may want to answer with words of a source: found by number or by words. */
import type { Answerable as Asked } from "#lib/arguments/schema";
import type { PersonRef, Stance } from "#lib/arguments/view";
import { db } from "#lib/db";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
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

type Row = Omit<Answerable, "author"> & { handle: string; name: string };

/**
 * Visible arguments: those on the same words first, then those whose claims are nearest to what is sought. As long as
 * nothing is sought, those on the same words alone. The words are of the source's newest version.
 * @throws Missing
 */
export async function listAnswerable(viewer: Viewer, asked: Asked): Promise<Answerable[]> {
  const { thread: slug, source, from, to, q } = asked;
  const thread = await db().thread.findFirst({ where: { slug, ...visibleTo(viewer) }, select: { id: true } });
  if (!thread) throw new Missing();
  const number = /^#?(\d{1,7})$/.exec(q)?.[1];
  const holding = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db().$queryRaw<Row[]>`
    WITH standing AS MATERIALIZED (
      SELECT DISTINCT c.revision_id AS id
      FROM passages p JOIN spans s ON s.passage_id = p.id JOIN citations c ON c.id = s.citation_id
      WHERE int4range(p.start_at, p.end_at) && int4range(${from}::int, ${to}::int) AND p.version_id = (
        SELECT v.id FROM source_versions v JOIN sources s ON s.id = v.source_id
        WHERE s.slug = ${source} ORDER BY v.number DESC LIMIT 1)
    ), sought AS MATERIALIZED (
      SELECT id FROM standing WHERE ${q} = ''
      UNION
      SELECT id FROM revisions WHERE ${q} <> '' AND (claim ILIKE ${holding} OR ${q} <% claim)
      UNION
      SELECT current_revision_id FROM arguments WHERE thread_id = ${thread.id} AND number = ${Number(number ?? 0)}
    )
    SELECT a.id, a.number, r.claim, u.handle, u.name, place.stance, standing.id IS NOT NULL AS standing
    FROM sought
    JOIN visible_arguments a ON a.current_revision_id = sought.id
    JOIN revisions r ON r.id = sought.id
    JOIN users u ON u.id = a.author_id
    LEFT JOIN standing ON standing.id = sought.id
    CROSS JOIN LATERAL (
      SELECT l.stance FROM links l WHERE l.child_id = a.id AND l.ended_at IS NULL ORDER BY l.started_at, l.id LIMIT 1
    ) AS place
    WHERE a.thread_id = ${thread.id}
    ORDER BY a.number = ${Number(number ?? 0)} DESC, standing DESC, word_similarity(${q}, r.claim) DESC, a.number
    LIMIT ${SHOWN}`;
  return rows.map(({ handle, name, ...row }) => ({ ...row, author: { handle, name } }));
}
