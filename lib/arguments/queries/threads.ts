/** What there is to see of threads. */
import { countsOf } from "#lib/arguments/counts";
import { argumentView, linkView, SHOWN_ARGUMENT } from "#lib/arguments/shown";
import { isLetIn, JUDGED, stateOf } from "#lib/arguments/state";
import { countBySide } from "#lib/arguments/tree";
import type { ArgumentState, PersonRef, Stance, ThreadView } from "#lib/arguments/view";
import { db } from "#lib/db";
import { raisedView, readTexts, SHOWN_RAISED } from "#lib/sources/shown";
import type { RaisedView } from "#lib/sources/view";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import type { Prisma } from "../../../prisma/generated/client.ts";

const LIVING = {
  where: { endedAt: null },
  orderBy: [{ startedAt: "asc" }, { id: "asc" }],
} as const satisfies Prisma.Thread$linksArgs;
const LOCKS = { where: { liftedAt: null }, select: { id: true } } as const;

/**
 * A thread with all that may be seen of it: pending arguments and their links are left out for everybody alike.
 * @throws Missing
 */
export async function getThread(viewer: Viewer, slug: string): Promise<ThreadView> {
  const row = await db().thread.findFirst({
    where: { slug, ...visibleTo(viewer) },
    include: {
      ...SHOWN_RAISED,
      locks: LOCKS,
      links: LIVING,
      arguments: { select: SHOWN_ARGUMENT, orderBy: { number: "asc" } },
    },
  });
  if (!row) throw new Missing();
  const shown = row.arguments.filter(isLetIn);
  const ids = new Set(shown.map(({ id }) => id));
  const versions = shown.flatMap((argument) => argument.currentRevision.citations.map(({ versionId }) => versionId));
  const texts = await readTexts(db(), [row.raisedBy.versionId, ...versions]);
  const views = shown.map((argument) => argumentView(argument, texts));
  return {
    id: row.id,
    slug: row.slug,
    question: row.question,
    thesis: row.thesis,
    topic: row.topic,
    background: row.background,
    raisedBy: raisedView(row, texts),
    openedAt: row.openedAt.toISOString(),
    locked: row.locks.length > 0,
    dropped: { afterHours: row.droppedAfterHours, laterArguments: row.droppedLaterArguments },
    counts: countsOf(views),
    arguments: views,
    links: row.links
      .map(linkView)
      .filter(({ child, parent }) => ids.has(child) && (parent === null || ids.has(parent))),
  };
}

/** What was said last, for a list of threads. */
export interface LastSaid {
  id: string;
  number: number;
  claim: string;
  stance: Stance;
  author: PersonRef;
  postedAt: string;
}

export interface ThreadSummary {
  id: string;
  slug: string;
  question: string;
  thesis: string | null;
  topic: string | null;
  raisedBy: RaisedView;
  openedAt: string;
  locked: boolean;
  /** Visible arguments by side. */
  counts: Record<Stance, number>;
  last: LastSaid | null;
}

export interface Listed<Item> {
  items: Item[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

/** As many as fit a front page twice over. */
const PAGE = 20;

/** Threads, newest first; `after` is the `next` of the page before. */
export async function listThreads(viewer: Viewer, after?: string): Promise<Listed<ThreadSummary>> {
  const from = after
    ? await db().thread.findFirst({ where: { slug: after, ...visibleTo(viewer) }, select: { slug: true } })
    : null;
  // What one may not see is as unknown here as what is not there.
  if (after && !from) return { items: [], next: null };
  const rows = await db().thread.findMany({
    where: visibleTo(viewer),
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    ...(from ? { cursor: from } : {}),
    include: {
      ...SHOWN_RAISED,
      locks: LOCKS,
      links: LIVING,
      arguments: {
        select: { id: true, number: true, postedAt: true, ...JUDGED, author: { select: { handle: true, name: true } } },
        orderBy: { number: "asc" },
      },
    },
  });
  const page = rows.slice(0, PAGE);
  const texts = await readTexts(
    db(),
    page.map((row) => row.raisedBy.versionId),
  );
  const lastIds = page.flatMap(
    (row) => row.arguments.findLast((argument) => stateOf(argument) === "VISIBLE")?.id ?? [],
  );
  const claims = await db().argument.findMany({
    where: { id: { in: lastIds } },
    select: { id: true, currentRevision: { select: { claim: true } } },
  });
  const claimOf = new Map(claims.map(({ id, currentRevision }) => [id, currentRevision.claim]));
  const items = page.map((row) => {
    const states = row.arguments.map((argument) => ({ ...argument, state: stateOf(argument) as ArgumentState }));
    const last = states.findLast(({ state }) => state === "VISIBLE");
    const stance = row.links.find(({ childId }) => childId === last?.id)?.stance ?? "PRO";
    return {
      id: row.id,
      slug: row.slug,
      question: row.question,
      thesis: row.thesis,
      topic: row.topic,
      raisedBy: raisedView(row, texts),
      openedAt: row.openedAt.toISOString(),
      locked: row.locks.length > 0,
      counts: countBySide({
        arguments: states.filter(isLetIn),
        links: row.links.map(linkView),
      }),
      last: last
        ? {
            id: last.id,
            number: last.number,
            claim: claimOf.get(last.id) ?? "",
            stance,
            author: last.author,
            postedAt: last.postedAt.toISOString(),
          }
        : null,
    };
  });
  return { items, next: rows[PAGE]?.slug ?? null };
}
