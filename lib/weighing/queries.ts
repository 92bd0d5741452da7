/** What there is to see of ratings: sums for everybody, and one's own for oneself. */
import { maySee } from "#lib/arguments/policy";
import { isLetIn, JUDGED } from "#lib/arguments/state";
import { db } from "#lib/db";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import { type Counts, type Impact, impactOf, NO_RATINGS } from "#lib/weighing/impact";
import type { Prisma } from "../../prisma/generated/client.ts";

/** Sums of the ratings that `where` finds, by link, in one query whatever the number of links. */
async function sum(where: Prisma.RatingWhereInput): Promise<Map<string, Counts>> {
  const rows = await db().rating.groupBy({ by: ["linkId", "impact"], where, _count: true });
  const sums = new Map<string, number[]>();
  for (const { linkId, impact, _count } of rows) {
    const counts = sums.get(linkId) ?? [...NO_RATINGS];
    counts[impact] = _count;
    sums.set(linkId, counts);
  }
  return sums;
}

/** The sums for links that are shown, as far as enough people rated them. */
export async function listImpacts(links: readonly string[]): Promise<ReadonlyMap<string, Impact>> {
  const impacts = new Map<string, Impact>();
  for (const [link, counts] of await sum({ linkId: { in: [...links] } })) {
    const impact = impactOf(counts);
    if (impact) impacts.set(link, impact);
  }
  return impacts;
}

/**
 * The sums of a whole thread's living links, as far as enough people rated them: whatever is worked out of fewer tells
 * what somebody said. By certain people alone where they are named.
 */
export async function listCounts(threadId: string, people?: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  const by = people ? { personId: { in: [...people] } } : {};
  const sums = await sum({ link: { threadId, endedAt: null }, ...by });
  return new Map([...sums].filter(([, counts]) => impactOf(counts) !== null));
}

/** What one person has said of the living links of a thread. */
export async function listOwn(viewer: Viewer, slug: string): Promise<{ link: string; impact: number }[]> {
  if (!viewer) return [];
  const rows = await db().rating.findMany({
    where: { personId: viewer.id, link: { endedAt: null, thread: { slug, ...visibleTo(viewer) } } },
    select: { linkId: true, impact: true },
    orderBy: { ratedAt: "asc" },
  });
  return rows.map(({ linkId, impact }) => ({ link: linkId, impact }));
}

/** What somebody rated, by link. */
export type OwnRatings = Record<string, number>;

/** More cards than these nobody has open; the latest ratings are the likeliest to be looked for. */
const OWN_MAX = 2_000;

/** What a page's reader has rated in its thread, as much of it as cards may say. */
export async function getOwnRatings(viewer: Viewer, slug: string): Promise<OwnRatings> {
  const own = await listOwn(viewer, slug);
  return Object.fromEntries(own.slice(-OWN_MAX).map(({ link, impact }) => [link, impact]));
}

export interface RatedLink {
  link: string;
  /** null as long as too few have rated it. */
  impact: Impact | null;
  /** What the viewer said. */
  own: number | null;
}

/** @throws Missing */
export async function getRated(viewer: Viewer, link: string): Promise<RatedLink> {
  const row = await db().link.findFirst({
    where: { id: link, thread: visibleTo(viewer) },
    select: { child: { select: { authorId: true, threadId: true, ...JUDGED } } },
  });
  if (!row || !maySee(viewer, { ...row.child, letIn: isLetIn(row.child) })) throw new Missing();
  const impacts = await listImpacts([link]);
  const own = viewer
    ? await db().rating.findUnique({ where: { linkId_personId: { linkId: link, personId: viewer.id } } })
    : null;
  return { link, impact: impacts.get(link) ?? null, own: own?.impact ?? null };
}

export interface RatedBefore {
  /** The link that a move ended. */
  link: string;
  ratings: Counts;
  /** When it ended, ISO 8601. */
  until: string;
}

/** How an argument was rated at the places that it left by moving until it came to this link, the latest first. */
export async function listRatedBefore(link: string): Promise<RatedBefore[]> {
  const rows = await db().$queryRaw<{ link: string; until: Date; impact: number; count: number }[]>`
    WITH RECURSIVE left_for(id, step) AS (
      SELECT moved_from, 1 FROM links WHERE id = ${link} AND moved_from IS NOT NULL
      UNION ALL
      SELECT l.moved_from, step + 1 FROM links l JOIN left_for ON l.id = left_for.id WHERE l.moved_from IS NOT NULL)
    SELECT l.id AS link, l.ended_at AS until, r.impact, count(*)::int AS count
    FROM left_for JOIN links l ON l.id = left_for.id JOIN ratings r ON r.link_id = l.id
    GROUP BY l.id, l.ended_at, step, r.impact ORDER BY step`;
  return Array.from(
    Map.groupBy(rows, (row) => row.link),
    ([left, of]) => ({
      link: left,
      ratings: NO_RATINGS.map((_, impact) => of.find((row) => row.impact === impact)?.count ?? 0),
      until: of[0]?.until.toISOString() ?? "",
    }),
  ).filter(({ ratings }) => impactOf(ratings) !== null);
}
