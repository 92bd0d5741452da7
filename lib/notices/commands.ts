/**
 * Following, and having read. Each is one statement and no event: what a person follows and reads is nobody else's
 * business. Twice is as once.
 */
import { maySee } from "#lib/arguments/policy";
import { isLetIn, JUDGED } from "#lib/arguments/state";
import { db } from "#lib/db";
import { mayFollow } from "#lib/notices/policy";
import type { NoticeKind, NoticeWishes } from "#lib/notices/schema";
import { STILL_TOLD } from "#lib/notices/still-told";
import { refusalOf } from "#lib/refusal";
import { newId } from "#lib/text/id";
import { visibleTo } from "#lib/threads/policy";
import type { Person } from "#lib/users/viewer";
import { Missing, must } from "#lib/verdict";
import type { ClassNoticeKind } from "../../prisma/generated/enums.ts";

/** @throws Missing */
async function reachThread(viewer: Person, slug: string): Promise<{ threadId: string; argumentId: null }> {
  must(mayFollow(viewer));
  const thread = await db().thread.findFirst({ where: { slug, ...visibleTo(viewer) }, select: { id: true } });
  if (!thread) throw new Missing();
  return { threadId: thread.id, argumentId: null };
}

/** @throws Missing */
async function reachArgument(viewer: Person, id: string): Promise<{ threadId: string; argumentId: string }> {
  must(mayFollow(viewer));
  const row = await db().argument.findFirst({
    where: { id, thread: visibleTo(viewer) },
    select: { threadId: true, authorId: true, ...JUDGED },
  });
  if (!row || !maySee(viewer, { ...row, letIn: isLetIn(row) })) throw new Missing();
  return { threadId: row.threadId, argumentId: id };
}

/** One statement; what the database refuses has its sentence. */
const run = (statement: Promise<unknown>): Promise<void> =>
  statement.then(
    () => undefined,
    (error: unknown) => {
      throw refusalOf(error) ?? error;
    },
  );

type Place = { threadId: string; argumentId: string | null };

const begin = (viewer: Person, { threadId, argumentId }: Place) =>
  run(db().$executeRaw`
    INSERT INTO watches (user_id, thread_id, argument_id) VALUES (${viewer.id}, ${threadId}, ${argumentId})
    ON CONFLICT (user_id, place) DO UPDATE SET since = now(), ended_at = NULL WHERE watches.ended_at IS NOT NULL`);

/** Also what was never begun: so that posting there does not begin it. */
const end = (viewer: Person, { threadId, argumentId }: Place) =>
  run(db().$executeRaw`
    INSERT INTO watches (user_id, thread_id, argument_id, ended_at) VALUES (${viewer.id}, ${threadId}, ${argumentId}, now())
    ON CONFLICT (user_id, place) DO UPDATE SET ended_at = now() WHERE watches.ended_at IS NULL`);

/** From now on one is told of everything posted in the thread. */
export async function watchThread(viewer: Person, slug: string): Promise<void> {
  await begin(viewer, await reachThread(viewer, slug));
}

export async function unwatchThread(viewer: Person, slug: string): Promise<void> {
  await end(viewer, await reachThread(viewer, slug));
}

/** From now on one is told of everything posted below the argument, wherever it stands. */
export async function watchBranch(viewer: Person, id: string): Promise<void> {
  await begin(viewer, await reachArgument(viewer, id));
}

export async function unwatchBranch(viewer: Person, id: string): Promise<void> {
  await end(viewer, await reachArgument(viewer, id));
}

/** Keeps an argument to come back to. */
export async function bookmarkArgument(viewer: Person, id: string): Promise<void> {
  await reachArgument(viewer, id);
  await run(db().$executeRaw`
    INSERT INTO bookmarks (user_id, argument_id) VALUES (${viewer.id}, ${id}) ON CONFLICT DO NOTHING`);
}

export async function unbookmarkArgument(viewer: Person, id: string): Promise<void> {
  await reachArgument(viewer, id);
  await run(db().$executeRaw`DELETE FROM bookmarks WHERE user_id = ${viewer.id} AND argument_id = ${id}`);
}

/** Two ids: nobody guesses 160 bits. */
const newKey = () => newId() + newId();

/** How one wants to be told. Turning letters on makes old letters' way to stop them void. */
export async function wishNotices(viewer: Person, { mail, watchOwn, answers }: NoticeWishes): Promise<void> {
  must(mayFollow(viewer));
  await run(db().$executeRaw`
    INSERT INTO notice_settings (user_id, mail, watch_own, answers, unsubscribe_key)
      VALUES (${viewer.id}, ${mail}::"NoticeMail", ${watchOwn}, ${answers}, ${newKey()})
    ON CONFLICT (user_id) DO UPDATE SET mail = excluded.mail, watch_own = excluded.watch_own, answers = excluded.answers,
      unsubscribe_key = CASE WHEN notice_settings.mail = 'NONE' AND excluded.mail <> 'NONE'
        THEN excluded.unsubscribe_key ELSE notice_settings.unsubscribe_key END`);
}

/**
 * Stops the letters of whoever the key was sent to; it can do nothing else.
 * @throws Missing where there is no such key, or none any more
 */
export async function stopLetters(key: string): Promise<void> {
  const { count } = await db().noticeSettings.updateMany({ where: { unsubscribeKey: key }, data: { mail: "NONE" } });
  if (count === 0) throw new Missing();
}

/** @throws Missing where one was told nothing of the kind */
export async function readNotice(
  viewer: Person,
  { kind, subject }: { kind: NoticeKind; subject: string },
): Promise<void> {
  const mine = { readerId: viewer.id, kind, subjectId: subject };
  if (!(await db().notice.count({ where: mine }))) throw new Missing();
  await run(db().$executeRaw`
    UPDATE notices SET read_at = now() WHERE reader_id = ${viewer.id} AND kind = ${kind}::"NoticeKind"
      AND subject_id = ${subject} AND read_at IS NULL`);
}

/** The same of what happened in a class. @throws Missing where one was told nothing of the kind */
export async function readClassNotice(
  viewer: Person,
  { kind, subject }: { kind: ClassNoticeKind; subject: string },
): Promise<void> {
  const mine = { readerId: viewer.id, kind, subjectId: subject };
  if (!(await db().classNotice.count({ where: mine }))) throw new Missing();
  await db().classNotice.updateMany({ where: { ...mine, readAt: null }, data: { readAt: new Date() } });
}

/** Marks as read everything that one could see, and answers the moment by which that is undone; null where there was nothing. */
export async function readAllNotices(viewer: Person): Promise<string | null> {
  const rows = await db().$queryRaw<{ at: Date }[]>`
    UPDATE notices n SET read_at = now() FROM threads t
    WHERE n.reader_id = ${viewer.id} AND n.read_at IS NULL AND t.id = n.thread_id AND ${STILL_TOLD} RETURNING n.read_at AS at`;
  const ofClasses = await db().$queryRaw<{ at: Date }[]>`
    UPDATE class_notices SET read_at = coalesce(${rows[0]?.at ?? null}::timestamptz, now())
    WHERE reader_id = ${viewer.id} AND read_at IS NULL RETURNING read_at AS at`;
  return (rows[0] ?? ofClasses[0])?.at.toISOString() ?? null;
}

/** Undoes the marking of that moment. */
export async function unreadNotices(viewer: Person, at: string): Promise<void> {
  const marked = { where: { readerId: viewer.id, readAt: new Date(at) }, data: { readAt: null } };
  await db().notice.updateMany(marked);
  await db().classNotice.updateMany(marked);
}
