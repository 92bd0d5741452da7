/** What stands already near an argument that somebody is writing: on the same words, or saying nearly the same. */
import { mayRevise } from "#lib/arguments/policy";
import { reachArgument } from "#lib/arguments/reach";
import { CITATIONS_MAX } from "#lib/arguments/schema";
import type { PersonRef, Stance } from "#lib/arguments/view";
import { db, pool } from "#lib/db";
import { env } from "#lib/env";
import type { Cited } from "#lib/sources/citing";
import { type ModeRow, modeAt } from "#lib/threads/mode";
import { namesOf } from "#lib/threads/names";
import { maySee } from "#lib/threads/policy";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
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

/** As many as somebody looks at while writing; the texts to argue from stand below them. */
const SHOWN = 4;

/** What the rule of revising asks of a thread, in one query with what decides who sees it. */
const THREAD = {
  name: "nearby-thread",
  text: `SELECT id, class_id AS "classId", opened_by AS "openedById", mode, slow_seconds AS "slowSeconds", first_posts AS "firstPosts",
      next_mode AS "nextMode", next_at AS "nextAt"
    FROM threads WHERE slug = $1`,
};

interface ThreadRow extends ModeRow {
  id: string;
  classId: string | null;
  openedById: string;
}

/**
 * The thread's visible arguments that are near: those that answer the same on the same side first, then those that
 * say nearly the same, then by number.
 * @throws Missing
 */
export async function listNearby(viewer: Viewer, slug: string, writing: Writing): Promise<NearArgument[]> {
  const [thread] = (await pool().query<ThreadRow>(THREAD, [slug])).rows;
  if (!thread || !maySee(viewer, thread)) throw new Missing();
  const all = await near(thread.id, writing);
  const rows = mustPostFirst(viewer, thread.id) ? all.filter(({ authorId }) => authorId === viewer?.id) : all;
  const names = await namesOf(viewer, thread.id);
  return Promise.all(
    rows.map(async ({ authorId, handle, name, ...row }) => {
      const room = authorId === viewer?.id ? await roomIn(viewer, row.id, thread) : null;
      return { ...row, author: names.of({ id: authorId, handle, name }), room };
    }),
  );
}

async function roomIn(viewer: Viewer, id: string, thread: ThreadRow): Promise<number | null> {
  const argument = await reachArgument(db(), viewer, id);
  const now = new Date();
  const verdict = mayRevise(viewer, argument, { ...thread, ...modeAt(thread, now) }, now, env().EDIT_MINUTES);
  return verdict.ok ? CITATIONS_MAX - argument.revision.citations.length : null;
}

type Row = Omit<NearArgument, "author" | "room"> & { authorId: string; handle: string; name: string };

/**
 * By the current revisions: those whose claims are alike, and those with spans that overlap the found ones of a
 * version. Prepared once for each connection, since planning it takes longer than doing it.
 */
const NEAR = {
  name: "nearby",
  text: `
    WITH saying AS MATERIALIZED (
      SELECT id FROM alike($1) AS id
    ), standing AS MATERIALIZED (
      SELECT DISTINCT c.revision_id AS id
      FROM unnest($2::text[], $3::int[], $4::int[]) AS found (version, start_at, end_at)
      JOIN passages p ON p.version_id = version AND int4range(p.start_at, p.end_at) && int4range(found.start_at, found.end_at)
      JOIN spans s ON s.passage_id = p.id
      JOIN citations c ON c.id = s.citation_id
    ), near AS (
      SELECT id, bool_or(saying) AS saying, bool_or(words) AS words
      FROM (SELECT id, true, false FROM saying UNION ALL SELECT id, false, true FROM standing) AS way (id, saying, words)
      GROUP BY id
    ), nearest AS (
      SELECT a.id, a.number, a.author_id, a.current_revision_id, near.saying, near.words, EXISTS (
        SELECT FROM links l WHERE l.child_id = a.id AND l.ended_at IS NULL
          AND l.parent_id IS NOT DISTINCT FROM $5 AND l.stance::text = $6
      ) AS same
      FROM near JOIN visible_arguments a ON a.current_revision_id = near.id
      WHERE a.thread_id = $7 AND a.id <> $8
      ORDER BY same DESC, near.saying DESC, a.number
      LIMIT $9
    )
    SELECT n.id, n.number, r.claim, n.saying, n.words, n.same, n.author_id AS "authorId", u.handle, u.name,
      CASE WHEN n.same THEN $6 ELSE (
        SELECT l.stance::text FROM links l WHERE l.child_id = n.id AND l.ended_at IS NULL ORDER BY l.started_at, l.id LIMIT 1
      ) END AS stance
    FROM nearest n JOIN revisions r ON r.id = n.current_revision_id JOIN users u ON u.id = n.author_id
    ORDER BY n.same DESC, n.saying DESC, n.number`,
};

async function near(threadId: string, { claim, parent, stance, revised, found }: Writing): Promise<Row[]> {
  const spans = found.flatMap(({ versionId, spans }) => spans.map(({ start, end }) => ({ versionId, start, end })));
  return nearOf(threadId, { claim, parent, stance, except: revised, places: spans });
}

interface Place {
  versionId: string;
  start: number;
  end: number;
}

interface Near {
  claim: string;
  parent?: string;
  stance?: Stance;
  except?: string;
  places: readonly Place[];
}

async function nearOf(threadId: string, { claim, parent, stance, except, places }: Near): Promise<Row[]> {
  const [versions, starts, ends] = [
    places.map((s) => s.versionId),
    places.map((s) => s.start),
    places.map((s) => s.end),
  ];
  const values = [claim, versions, starts, ends, parent ?? null, stance ?? null, threadId, except ?? "", SHOWN];
  return (await pool().query<Row>(NEAR, values)).rows;
}

/** What says nearly the same in a thread, or stands on some of the same words; one query. Only who judges there may ask: they read names. */
export async function listSaying(
  threadId: string,
  argument: Pick<Near, "claim" | "places"> & { except: string },
): Promise<Omit<NearArgument, "room">[]> {
  const rows = await nearOf(threadId, argument);
  return rows.map(({ authorId: _a, handle, name, ...row }) => ({ ...row, author: { handle, name } }));
}
