/** Weighing a thread one argument at a time: what comes next for somebody, and how far they are. */

import { getArgument } from "#lib/arguments/queries/arguments";
import { type Answered, listPlaces } from "#lib/arguments/queries/places";
import type { ArgumentView, LinkView } from "#lib/arguments/view";
import { db } from "#lib/db";
import { MODE, modeAt } from "#lib/threads/mode";
import { mayWriteIn, visibleTo } from "#lib/threads/policy";
import { heardBy, seenBy } from "#lib/users/seen";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";
import { mayRate } from "#lib/weighing/policy";
import { Prisma } from "../../prisma/generated/client.ts";

/** An argument where it is to be weighed. */
export interface Weighed {
  argument: ArgumentView & { thread: { slug: string; question: string } };
  link: LinkView;
  /** null: the thread's question. */
  answered: Answered | null;
  /** What the viewer said of it. */
  own: number | null;
}

export interface Through {
  thread: { slug: string; question: string };
  verdict: Verdict;
  /** How many there are to weigh for this viewer, and how many of them they have weighed. */
  progress: { all: number; rated: number };
  /** null at the end. */
  next: Weighed | null;
  /** What they rated a moment ago, so that it can be taken back. */
  before: { link: string; number: number; impact: number } | null;
}

/**
 * What somebody can weigh in a thread: others' visible arguments at each place where what they answer can be read. In
 * the order of their posting, so that each comes after what it answers.
 */
const weighable = (threadId: string, personId: string) => Prisma.sql`
  FROM links l JOIN visible_arguments a ON a.id = l.child_id
    LEFT JOIN visible_arguments p ON p.id = l.parent_id
    LEFT JOIN ratings r ON r.link_id = l.id AND r.person_id = ${personId}
  WHERE l.thread_id = ${threadId} AND l.ended_at IS NULL AND a.author_id <> ${personId}
    AND (l.parent_id IS NULL OR p.id IS NOT NULL)`;

/**
 * The next unrated one; `after` is the link from which on one looks, `link` one that is asked for.
 * @throws Missing
 */
export async function getThrough(
  viewer: Viewer,
  slug: string,
  { after, link }: { after?: string; link?: string },
): Promise<Through> {
  const row = await db().thread.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: { id: true, slug: true, question: true, ...MODE },
  });
  if (!row || mustPostFirst(viewer, row.id)) throw new Missing();
  const thread = { slug: row.slug, question: row.question };
  const verdict = mayWriteIn(viewer, modeAt(row, new Date()));
  if (!viewer || !verdict.ok) return { thread, verdict, progress: { all: 0, rated: 0 }, next: null, before: null };

  const own = weighable(row.id, viewer.id);
  const [progress] = await db().$queryRaw<Through["progress"][]>`
    SELECT count(*)::int AS all, count(r.link_id)::int AS rated ${own}`;
  const [found] = await db().$queryRaw<{ id: string }[]>`
    SELECT l.id ${own} AND ${
      link
        ? Prisma.sql`l.id = ${link}`
        : Prisma.sql`r.link_id IS NULL AND (a.number, l.id) > (
            coalesce((SELECT c.number FROM links n JOIN arguments c ON c.id = n.child_id WHERE n.id = ${after ?? ""}), 0),
            ${after ?? ""})`
    } ORDER BY a.number, l.id LIMIT 1`;
  const [before] = await db().$queryRaw<NonNullable<Through["before"]>[]>`
    SELECT l.id AS link, a.number, r.impact ${own} AND r.link_id = ${after ?? ""}`;
  return {
    thread,
    verdict,
    progress: progress ?? { all: 0, rated: 0 },
    next: found ? (await getWeighed(viewer, found.id)).weighed : null,
    before: before ?? null,
  };
}

/**
 * One link and what one must read to weigh it; the verdict says whether this viewer may.
 * @throws Missing
 */
export async function getWeighed(viewer: Viewer, id: string): Promise<{ weighed: Weighed; verdict: Verdict }> {
  const row = await db().link.findUnique({
    where: { id },
    select: {
      childId: true,
      child: { select: { authorId: true } },
      thread: { select: MODE },
      ratings: { where: { personId: viewer?.id ?? "" }, select: { impact: true } },
    },
  });
  if (!row) throw new Missing();
  const argument = await getArgument(viewer, row.childId);
  const link = argument.links.find((living) => living.id === id);
  if (!link) throw new Missing();
  const [place] = await listPlaces(viewer, argument.thread.id, [link]);
  const facts = { authorId: row.child.authorId, state: argument.state, living: true };
  return {
    weighed: { argument, link, answered: place?.answered ?? null, own: row.ratings[0]?.impact ?? null },
    verdict: mayRate(viewer, facts, modeAt(row.thread, new Date())),
  };
}

export interface OwnRating {
  link: string;
  impact: number;
  argument: { id: string; number: number; claim: string };
}

/** What somebody has said in a thread, the weightiest first: the debate in one's own perspective. */
export async function listWeighed(viewer: Viewer, slug: string): Promise<OwnRating[]> {
  if (!viewer) return [];
  const rows = await db().$queryRaw<{ link: string; impact: number; id: string; number: number; claim: string }[]>`
    SELECT r.link_id AS link, r.impact, a.id, a.number, v.claim
    FROM ratings r JOIN links l ON l.id = r.link_id JOIN threads t ON t.id = l.thread_id
      JOIN visible_arguments a ON a.id = l.child_id JOIN revisions v ON v.id = a.current_revision_id
    WHERE r.person_id = ${viewer.id} AND t.slug = ${slug} AND ${seenBy(viewer, "t.class_id")} AND ${heardBy(viewer)} AND l.ended_at IS NULL
    ORDER BY r.impact DESC, a.number`;
  return rows.map(({ link, impact, ...argument }) => ({ link, impact, argument }));
}
