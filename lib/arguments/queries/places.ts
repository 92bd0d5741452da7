/** The places of an argument in its thread, and those that it might have. */
import { getArgument } from "#lib/arguments/queries/arguments";
import { linkView, PERSON } from "#lib/arguments/shown";
import { JUDGED, stateOf } from "#lib/arguments/state";
import type { ArgumentState, LinkView, PersonRef } from "#lib/arguments/view";
import { db } from "#lib/db";
import { namesOf } from "#lib/threads/names";
import { heardBy, seenBy } from "#lib/users/seen";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import { Prisma } from "../../../prisma/generated/client.ts";

/** What a link answers, as much as names it. */
export interface Answered {
  id: string;
  number: number;
  state: ArgumentState;
  /** null where the words are gone. */
  claim: string | null;
  author: PersonRef;
}

export interface PlaceView {
  link: LinkView;
  /** null: the thread's question. */
  answered: Answered | null;
}

/** What links of a thread answer, in their order. */
export async function listPlaces(viewer: Viewer, threadId: string, links: readonly LinkView[]): Promise<PlaceView[]> {
  const rows = await db().argument.findMany({
    where: { id: { in: links.flatMap(({ parent }) => parent ?? []) } },
    select: { id: true, number: true, author: PERSON, ...JUDGED, currentRevision: { select: { claim: true } } },
  });
  const names = await namesOf(viewer, threadId);
  const known = new Map(
    rows.map((row): [string, Answered] => {
      const { id, number, author, currentRevision } = row;
      const state = stateOf(row);
      return [
        id,
        { id, number, author: names.of(author), state, claim: state === "VISIBLE" ? currentRevision.claim : null },
      ];
    }),
  );
  return links.map((link) => ({ link, answered: (link.parent && known.get(link.parent)) || null }));
}

/**
 * A living link, through its argument.
 * @throws Missing
 */
export async function getLinked(viewer: Viewer, id: string): Promise<LinkView> {
  const { link, ended } = await getPast(viewer, id);
  if (ended) throw new Missing();
  return link;
}

export interface Past {
  link: LinkView;
  ended: boolean;
  /** The place that was left for this one. */
  before: LinkView | null;
}

/**
 * A link that lives or has ended, as far as its argument may be seen.
 * @throws Missing
 */
export async function getPast(viewer: Viewer, id: string): Promise<Past> {
  const row = await db().link.findUnique({ where: { id }, include: { movedFrom: true } });
  if (!row) throw new Missing();
  const { thread } = await getArgument(viewer, row.childId);
  const names = await namesOf(viewer, thread.id);
  const before = row.movedFrom && linkView(row.movedFrom, names);
  return { link: linkView(row, names), ended: row.endedAt !== null, before };
}

/** Why an argument cannot stand under another: it is itself, or below it, or stands there already, or is elsewhere. */
export type Obstacle = "itself" | "below" | "already" | "elsewhere";

export interface Candidate {
  id: string;
  number: number;
  claim: string;
  obstacle: Obstacle | null;
}

/** As many as one looks through; more words find fewer. */
const CANDIDATES = 12;
const ADDRESS = /\/a\/([a-z0-9]{1,32})\/?$/;

/**
 * Visible arguments under which an argument might stand: by number ("12", "#12"), by words that their claims hold all
 * of, or by the address of one, which may be of another thread. Without anything asked, the first by number. A link
 * that is to be moved from is no obstacle.
 */
export async function listCandidates(
  viewer: Viewer,
  argument: { id: string; thread: { id: string } },
  asked: string,
  moving?: string,
): Promise<Candidate[]> {
  const text = asked.normalize().trim();
  const address = ADDRESS.exec(text)?.[1] ?? "";
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  const words = number || address ? [] : text.split(/\s+/).filter(Boolean);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const named = number
    ? Prisma.sql`a.number = ${Number(number)}`
    : Prisma.sql`unaccent(r.claim) ILIKE ALL (SELECT unaccent(unnest(${patterns}::text[])))`;
  return db().$queryRaw<Candidate[]>`
    WITH RECURSIVE below(id) AS (
      SELECT child_id FROM links WHERE parent_id = ${argument.id} AND ended_at IS NULL
      UNION
      SELECT l.child_id FROM links l JOIN below ON l.parent_id = below.id WHERE l.ended_at IS NULL),
    asked AS (
      SELECT a.id, a.number, r.claim,
        CASE WHEN a.thread_id <> ${argument.thread.id} THEN 'elsewhere'
          WHEN a.id = ${argument.id} THEN 'itself'
          WHEN a.id IN (SELECT id FROM below) THEN 'below'
          WHEN EXISTS (SELECT FROM links l WHERE l.child_id = ${argument.id} AND l.parent_id = a.id
            AND l.ended_at IS NULL AND l.id IS DISTINCT FROM ${moving ?? null}) THEN 'already' END AS obstacle
      FROM visible_arguments a JOIN revisions r ON r.id = a.current_revision_id JOIN threads t ON t.id = a.thread_id
      WHERE ${seenBy(viewer, "t.class_id")} AND ${heardBy(viewer)}
        AND (a.id = ${address} OR (${address} = '' AND a.thread_id = ${argument.thread.id} AND ${named})))
    SELECT * FROM asked WHERE ${text !== ""} OR obstacle IS NULL
    ORDER BY obstacle IS NOT NULL, number LIMIT ${CANDIDATES}`;
}
