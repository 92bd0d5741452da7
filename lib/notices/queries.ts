/** What one is told and what one follows. */
import type { PersonRef, Stance } from "#lib/arguments/view";
import { db } from "#lib/db";
import { STILL_IN_CLASS } from "#lib/notices/of-classes";
import type { NoticeCause, NoticeKind, NoticeMail, NoticePlace } from "#lib/notices/schema";
import { STILL_TOLD } from "#lib/notices/still-told";
import type { Followed, NoticeView } from "#lib/notices/view";
import { namesFor, namesIn } from "#lib/threads/names";
import { visibleTo } from "#lib/threads/policy";
import { seenBy } from "#lib/users/seen";
import type { Person, Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import { Prisma } from "../../prisma/generated/client.ts";

/** More than anybody reads through in a letter, or keeps. */
const SHOWN = 200;
/** What one looks through at a time. */
const PAGE = 50;
/** Beyond this the header says "99+". */
const UNREAD_MAX = 100;

interface Row {
  kind: NoticeKind;
  subject: string;
  cause: NoticeCause;
  at: Date;
  read: boolean;
  slug: string;
  question: string;
  classId: string | null;
  argument: string;
  number: number;
  claim: string | null;
  stance: Stance;
  threadId: string;
  actorId: string | null;
  handle: string | null;
  name: string | null;
  mine: number | null;
  code: string | null;
}

/** In which notices (`n`) stand: unread first, then the latest first; kind and subject are a notice's name. */
const PLACE = Prisma.sql`(n.read_at IS NULL)::int, n.at, n.subject_id, n.kind::text`;

/** What a person may still be told, in order; `which` narrows it (`n` is the notice). */
export async function findNotices(reader: string, which: Prisma.Sql, most = SHOWN): Promise<NoticeView[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT n.kind::text AS kind, n.subject_id AS subject, n.cause::text AS cause, n.at, n.read_at IS NOT NULL AS read,
      t.slug, t.question, t.class_id AS "classId", a.id AS argument, a.number,
      CASE WHEN EXISTS (SELECT FROM visible_arguments v WHERE v.id = a.id) THEN r.claim END AS claim,
      link.stance, t.id AS "threadId", u.id AS "actorId", u.handle, u.name, mine.number AS mine, coalesce(m.code, k.kind::text, asked.code, CASE WHEN asked.appealed_merge IS NOT NULL THEN 'merged' END, doubt.kind::text, CASE n.kind WHEN 'WAITING' THEN split_part(n.subject_id, ':', 2) END, merging.code) AS code
    FROM notices n
      JOIN threads t ON t.id = n.thread_id
      JOIN arguments a ON a.id = n.argument_id
      JOIN revisions r ON r.id = a.current_revision_id
      LEFT JOIN users u ON u.id = n.actor_id AND n.kind IN ('POSTED', 'LINKED', 'MARKED', 'MENDED', 'CHALLENGED', 'ANSWERED', 'WORDING_OFFERED', 'WORDING_TAKEN', 'WORDING_DECLINED')
      LEFT JOIN removals m ON n.kind IN ('REMOVED', 'HIDDEN') AND m.id = n.subject_id
      LEFT JOIN marks k ON n.kind IN ('MARKED', 'MENDED') AND k.id = n.subject_id
      LEFT JOIN reviews asked ON n.kind IN ('CHANGES', 'REFUSED', 'APPEAL_REFUSED') AND asked.id = split_part(n.subject_id, ':', 1)
      LEFT JOIN challenges doubt ON n.kind IN ('CHALLENGED', 'ANSWERED', 'RULED') AND doubt.id = n.subject_id
      -- The number of the other of the two; of a rating, what its reader once said.
      LEFT JOIN LATERAL (
        SELECT o.number::text AS code FROM merges g
          JOIN arguments o ON o.id = CASE WHEN g.argument_id = a.id THEN g.into_id ELSE g.argument_id END
        WHERE n.kind IN ('MERGED', 'TOOK_IN') AND g.id = n.subject_id
        UNION ALL
        SELECT p.number::text FROM links l JOIN arguments p ON p.id = l.parent_id WHERE n.kind = 'CARRIED' AND l.id = n.subject_id
        UNION ALL
        (SELECT g.impact::text FROM (SELECT link_id, onto_id FROM merged_links UNION ALL SELECT link_id, onto_id FROM split_links) k JOIN ratings g ON g.link_id = k.link_id AND g.person_id = n.reader_id
        WHERE n.kind = 'RATE_AGAIN' AND k.onto_id = n.subject_id ORDER BY g.rated_at DESC LIMIT 1)) merging ON true
      CROSS JOIN LATERAL (
        SELECT l.stance::text FROM links l WHERE l.child_id = a.id ORDER BY l.ended_at IS NULL DESC, l.started_at, l.id LIMIT 1) link
      LEFT JOIN LATERAL (
        SELECT p.number FROM links l JOIN arguments p ON p.id = l.parent_id
        WHERE l.child_id = a.id AND l.ended_at IS NULL AND p.author_id = n.reader_id
          AND (n.kind <> 'LINKED' OR l.id = n.subject_id)
        ORDER BY l.started_at, l.id LIMIT 1) mine ON n.cause = 'ANSWER'
    WHERE n.reader_id = ${reader} AND ${STILL_TOLD} AND ${which}
    ORDER BY ROW(${PLACE}) DESC LIMIT ${most}`;
  const names = await namesFor(
    reader,
    rows.flatMap(({ classId, threadId }) => (classId === null ? [] : [threadId])),
  );
  return rows.map(
    ({ slug, question, classId, threadId, actorId, argument: id, number, claim, handle, name, at, ...row }) => ({
      ...row,
      at: names(threadId).at(at),
      thread: { slug, question, classId },
      argument: { id, number, claim },
      actor: actorId && handle && name ? names(threadId).of({ id: actorId, handle, name }) : null,
    }),
  );
}

const placeOf = ({ read, at, subject, kind }: NoticeView): NoticePlace => ({ unread: !read, at, subject, kind });

/** A page of what one is told; `after` is the last notice of the page before, as it then stood. */
export async function listNotices(
  viewer: Person,
  after: NoticePlace | null = null,
): Promise<{ items: NoticeView[]; next: NoticePlace | null }> {
  const which = after
    ? Prisma.sql`ROW(${PLACE}) < ROW(${after.unread ? 1 : 0}, ${after.at}::timestamptz, ${after.subject}, ${after.kind})`
    : Prisma.sql`true`;
  const rows = await findNotices(viewer.id, which, PAGE + 1);
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  return { items, next: rows.length > PAGE && last ? placeOf(last) : null };
}

/** How many things one has not read, counted up to `UNREAD_MAX`. */
export async function countUnread(viewer: Viewer): Promise<number> {
  if (!viewer) return 0;
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM class_notices n WHERE n.reader_id = ${viewer.id} AND n.read_at IS NULL AND ${STILL_IN_CLASS}
      UNION ALL
      SELECT FROM notices n JOIN threads t ON t.id = n.thread_id
      WHERE n.reader_id = ${viewer.id} AND n.read_at IS NULL AND ${STILL_TOLD} LIMIT ${UNREAD_MAX}) AS unread`;
  return row?.count ?? 0;
}

export interface NoticeSettings {
  mail: NoticeMail;
  watchOwn: boolean;
  answers: boolean;
  /** The address that letters would go to, and whether it is confirmed. */
  address: string | null;
  confirmed: boolean;
}

export async function getNoticeSettings(viewer: Person): Promise<NoticeSettings> {
  const { email, emailConfirmedAt, noticeSettings } = await db().user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { email: true, emailConfirmedAt: true, noticeSettings: true },
  });
  const { mail, watchOwn, answers } = noticeSettings ?? { mail: "DAILY", watchOwn: true, answers: true };
  return { mail, watchOwn, answers, address: email, confirmed: emailConfirmedAt !== null };
}

/** Whether a key still stops somebody's letters. */
export const isKey = async (key: string): Promise<boolean> =>
  (await db().noticeSettings.count({ where: { unsubscribeKey: key } })) > 0;

/** What somebody follows in a thread. */
export async function getFollowed(viewer: Viewer, slug: string): Promise<Followed> {
  if (!viewer) return { thread: false, branches: [], bookmarks: [] };
  const [row] = await db().$queryRaw<Followed[]>`
    SELECT
      EXISTS (SELECT FROM watches w WHERE w.user_id = ${viewer.id} AND w.place = t.id AND w.ended_at IS NULL) AS thread,
      ARRAY(SELECT w.argument_id FROM watches w WHERE w.user_id = ${viewer.id} AND w.thread_id = t.id
        AND w.argument_id IS NOT NULL AND w.ended_at IS NULL) AS branches,
      ARRAY(SELECT b.argument_id FROM bookmarks b JOIN arguments a ON a.id = b.argument_id
        WHERE b.user_id = ${viewer.id} AND a.thread_id = t.id) AS bookmarks
    FROM threads t WHERE t.slug = ${slug} AND ${seenBy(viewer, "t.class_id")}`;
  return row ?? { thread: false, branches: [], bookmarks: [] };
}

/**
 * A thread and what somebody follows in it.
 * @throws Missing
 */
export async function getFollowedThread(viewer: Viewer, slug: string) {
  const thread = await db().thread.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: { slug: true, question: true },
  });
  if (!thread) throw new Missing();
  return { thread, followed: await getFollowed(viewer, slug) };
}

export interface BookmarkView {
  id: string;
  number: number;
  /** null where its words are gone. */
  claim: string | null;
  author: PersonRef;
  thread: { slug: string; question: string };
  stance: Stance;
}

/** The arguments that somebody keeps, the latest kept first. */
export async function listBookmarks(viewer: Person): Promise<BookmarkView[]> {
  const rows = await db().$queryRaw<
    (Omit<BookmarkView, "author" | "thread"> &
      PersonRef &
      Record<"threadId" | "authorId" | "slug" | "question", string>)[]
  >`
    SELECT a.id, a.number, CASE WHEN v.id IS NOT NULL THEN r.claim END AS claim, t.id AS "threadId", u.id AS "authorId", u.handle, u.name, t.slug, t.question,
      (SELECT l.stance::text FROM links l WHERE l.child_id = a.id
        ORDER BY l.ended_at IS NULL DESC, l.started_at, l.id LIMIT 1) AS stance
    FROM bookmarks b
      JOIN arguments a ON a.id = b.argument_id
      JOIN threads t ON t.id = a.thread_id AND ${seenBy(viewer, "t.class_id")}
      JOIN revisions r ON r.id = a.current_revision_id
      JOIN users u ON u.id = a.author_id
      LEFT JOIN visible_arguments v ON v.id = a.id
    WHERE b.user_id = ${viewer.id}
    ORDER BY b.made_at DESC, a.id LIMIT ${SHOWN}`;
  const names = await namesIn(
    viewer,
    rows.map(({ threadId }) => threadId),
  );
  return rows.map(({ threadId, authorId, handle, name, slug, question, ...row }) => ({
    ...row,
    author: names(threadId).of({ id: authorId, handle, name }),
    thread: { slug, question },
  }));
}

export interface WatchView {
  thread: { slug: string; question: string };
  /** The argument whose branch is watched; null where it is the whole thread. */
  argument: { id: string; number: number; claim: string | null } | null;
}

/** What somebody watches, the latest begun first. */
export async function listWatched(viewer: Person): Promise<WatchView[]> {
  const rows = await db().$queryRaw<
    { slug: string; question: string; id: string | null; number: number; claim: string | null }[]
  >`
    SELECT t.slug, t.question, a.id, a.number, CASE WHEN v.id IS NOT NULL THEN r.claim END AS claim
    FROM watches w
      JOIN threads t ON t.id = w.thread_id AND ${seenBy(viewer, "t.class_id")}
      LEFT JOIN arguments a ON a.id = w.argument_id
      LEFT JOIN revisions r ON r.id = a.current_revision_id
      LEFT JOIN visible_arguments v ON v.id = a.id
    WHERE w.user_id = ${viewer.id} AND w.ended_at IS NULL
    ORDER BY w.since DESC, w.place LIMIT ${SHOWN}`;
  return rows.map(({ slug, question, id, number, claim }) => ({
    thread: { slug, question },
    argument: id === null ? null : { id, number, claim },
  }));
}
