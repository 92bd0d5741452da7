/** What there is to see of threads. */
import { readCards } from "#lib/arguments/queries/cards";
import { type Bone, type Joint, readBones, readDebates } from "#lib/arguments/queries/skeleton";
import { PERSON } from "#lib/arguments/shown";
import { countBySide, type Debate, placesOf } from "#lib/arguments/tree";
import type { PersonRef, Stance, ThreadView } from "#lib/arguments/view";
import { db } from "#lib/db";
import { raisedView, readTexts, SHOWN_RAISED } from "#lib/sources/shown";
import type { RaisedView } from "#lib/sources/view";
import { isClosed, modeAt } from "#lib/threads/mode";
import { type Names, namesIn, namesOf } from "#lib/threads/names";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** Under which names a thread is shown. */
export type Naming = (viewer: Viewer, threadId: string) => Promise<Names>;

/**
 * A thread with all that may be seen of it: pending arguments and their links are left out for everybody alike.
 * @throws Missing
 */
export async function getThread(viewer: Viewer, slug: string, naming?: Naming): Promise<ThreadView> {
  const [{ thread, arguments: bones, names: theirs }, row] = await Promise.all([
    readBones(viewer, { slug }),
    db().thread.findFirst({
      where: { slug, ...visibleTo(viewer) },
      select: { thesis: true, topic: true, openedAt: true },
    }),
  ]);
  if (!row) throw new Missing();
  const ids = bones.map(({ id }) => id);
  const names = theirs.hidden || thread.owned ? await (naming ?? namesOf)(viewer, thread.id) : theirs;
  const cards = await readCards({ ids, quoted: ids, whole: ids, names });
  const { latest: _, ...top } = thread;
  const links = cards.links
    .filter(({ child, parent }) => cards.argument(child) && (parent === null || cards.argument(parent)))
    .sort((a, b) => (a.startedAt === b.startedAt ? (a.id < b.id ? -1 : 1) : a.startedAt < b.startedAt ? -1 : 1));
  return {
    ...top,
    ...row,
    openedAt: names.at(row.openedAt),
    arguments: ids.flatMap((id) => {
      const card = cards.argument(id);
      if (!card) return [];
      const { elaborated: _, ...argument } = card;
      return argument;
    }),
    links: links.map(({ ratings: _, ...link }) => link),
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
    include: SHOWN_RAISED,
  });
  const now = new Date();
  const page = rows.slice(0, PAGE);
  const [texts, debates] = await Promise.all([
    readTexts(
      db(),
      page.map((row) => row.raisedBy.versionId),
    ),
    readDebates(
      viewer,
      page.map(({ id }) => id),
    ),
  ]);
  const names = await namesIn(
    viewer,
    page.map(({ id }) => id),
  );
  const said = await readLast(page.map(({ id }) => ({ ...debates(id), names: names(id) })));
  const items = page.map((row) => {
    const debate = { ...debates(row.id), names: names(row.id) };
    return {
      id: row.id,
      slug: row.slug,
      question: row.question,
      thesis: row.thesis,
      topic: row.topic,
      raisedBy: raisedView(row, texts),
      openedAt: row.openedAt.toISOString(),
      locked: isClosed(modeAt(row, now).mode),
      counts: countBySide(debate),
      last: said(debate),
    };
  });
  return { items, next: rows[PAGE]?.slug ?? null };
}

const lastOf = (debate: Debate<Bone, Joint>) => debate.arguments.findLast(({ state }) => state === "VISIBLE");

/** What was said last in each of some debates. One query, however many. */
async function readLast(
  all: (Debate<Bone, Joint> & { names: Names })[],
): Promise<(debate: Debate<Bone, Joint> & { names: Names }) => LastSaid | null> {
  const rows = await db().argument.findMany({
    where: { id: { in: all.flatMap((debate) => lastOf(debate)?.id ?? []) } },
    select: { id: true, author: PERSON, currentRevision: { select: { claim: true } } },
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  return (debate) => {
    const last = lastOf(debate);
    const row = last && known.get(last.id);
    if (!row) return null;
    const { id, number } = last;
    const stance = placesOf(debate).get(id)?.link.stance ?? "PRO";
    const { author, currentRevision } = row;
    return {
      id,
      number,
      claim: currentRevision.claim,
      stance,
      author: debate.names.of(author),
      postedAt: debate.names.at(new Date(last.postedAt)),
    };
  };
}
