/** What stands already near an argument that somebody is writing: on the same words, or saying nearly the same. */
import { mayRevise } from "#lib/arguments/policy";
import { reachArgument } from "#lib/arguments/reach";
import { CITATIONS_MAX } from "#lib/arguments/schema";
import type { PersonRef, Stance } from "#lib/arguments/view";
import { db } from "#lib/db";
import { env } from "#lib/env";
import type { Cited } from "#lib/sources/citing";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface NearArgument {
  id: string;
  number: number;
  claim: string;
  author: PersonRef;
  stance: Stance;
  /** Whether its claim says nearly the same. */
  saying: boolean;
  /** Whether it stands on some of the same words. */
  words: boolean;
  /** Whether it answers the same, on the same side. */
  same: boolean;
  /** How many passages more this viewer may add to it; null where it is not theirs to revise. */
  room: number | null;
}

export interface Writing {
  claim: string;
  /** The argument that is answered; without it, the question. */
  parent?: string;
  stance?: Stance;
  /** The argument that is revised, which is not near itself. */
  revised?: string;
  /** The citations that may stand so far. */
  found: readonly Cited[];
}

/**
 * The share of three-letter groups that two claims have in common. Among the 1,864 pairs of arguments that share a
 * thread of the demonstration debate the nearest two come to 0.45 and say different things; a claim put in other
 * words, with its nouns kept, comes to between 0.55 and 0.8.
 */
const NEARLY = 0.5;
/** As many as somebody looks at while writing; the texts to argue from stand below them. */
const SHOWN = 4;

/**
 * The thread's visible arguments that are near: those that answer the same on the same side first, then those that
 * say nearly the same, then by number.
 * @throws Missing
 */
export async function listNearby(viewer: Viewer, slug: string, writing: Writing): Promise<NearArgument[]> {
  const thread = await db().thread.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: { id: true, mode: true, locks: { where: { liftedAt: null }, select: { id: true } } },
  });
  if (!thread) throw new Missing();
  const rows = await near(thread.id, writing);
  const facts = { mode: thread.mode, locked: thread.locks.length > 0 };
  return Promise.all(
    rows.map(async ({ authorId, handle, name, ...row }) => {
      const room = authorId === viewer?.id ? await roomIn(viewer, row.id, facts) : null;
      return { ...row, author: { handle, name }, room };
    }),
  );
}

async function roomIn(viewer: Viewer, id: string, thread: Parameters<typeof mayRevise>[2]): Promise<number | null> {
  const argument = await reachArgument(db(), viewer, id);
  const verdict = mayRevise(viewer, argument, thread, new Date(), env().EDIT_MINUTES);
  return verdict.ok ? CITATIONS_MAX - argument.revision.citations.length : null;
}

type Row = Omit<NearArgument, "author" | "room"> & { authorId: string; handle: string; name: string };

/**
 * By the current revisions: those whose claims are alike (`%` asks the index, at a lower bar than ours), and those
 * with spans that overlap the found ones of a version.
 */
function near(threadId: string, { claim, parent, stance, revised = "", found }: Writing): Promise<Row[]> {
  const spans = found.flatMap(({ versionId, spans }) => spans.map(({ start, end }) => ({ versionId, start, end })));
  const [versions, starts, ends] = [spans.map((s) => s.versionId), spans.map((s) => s.start), spans.map((s) => s.end)];
  return db().$queryRaw<Row[]>`
    WITH saying AS MATERIALIZED (
      SELECT id FROM revisions WHERE claim % ${claim} AND similarity(claim, ${claim}) >= ${NEARLY}
    ), standing AS MATERIALIZED (
      SELECT DISTINCT c.revision_id AS id
      FROM unnest(${versions}::text[], ${starts}::int[], ${ends}::int[]) AS found (version, start_at, end_at)
      JOIN passages p ON p.version_id = version AND int4range(p.start_at, p.end_at) && int4range(found.start_at, found.end_at)
      JOIN spans s ON s.passage_id = p.id
      JOIN citations c ON c.id = s.citation_id
    ), near AS (
      SELECT id, bool_or(saying) AS saying, bool_or(words) AS words
      FROM (SELECT id, true, false FROM saying UNION ALL SELECT id, false, true FROM standing) AS way (id, saying, words)
      GROUP BY id
    )
    SELECT a.id, a.number, r.claim, near.saying, near.words, place.stance, place.same,
      a.author_id AS "authorId", u.handle, u.name
    FROM near
    JOIN visible_arguments a ON a.current_revision_id = near.id
    JOIN revisions r ON r.id = near.id
    JOIN users u ON u.id = a.author_id
    CROSS JOIN LATERAL (
      SELECT l.stance, l.parent_id IS NOT DISTINCT FROM ${parent ?? null} AND l.stance::text IS NOT DISTINCT FROM ${stance ?? null} AS same
      FROM links l WHERE l.child_id = a.id AND l.ended_at IS NULL
      ORDER BY same DESC, l.started_at, l.id LIMIT 1
    ) AS place
    WHERE a.thread_id = ${threadId} AND a.id <> ${revised}
    ORDER BY place.same DESC, near.saying DESC, a.number
    LIMIT ${SHOWN}`;
}
