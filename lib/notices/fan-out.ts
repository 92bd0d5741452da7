/**
 * Telling people what happened, after it was committed: one statement for many events and however many readers. Nobody
 * is told of their own act, nobody twice of one thing, and of what was posted quietly nothing before a moderator has looked.
 */
import { db, type Tx } from "#lib/db";
import { type LaterLetter, sendMailLater } from "#lib/mail/send";
import { letterOf } from "#lib/notices/letters";
import type { NoticeCause, NoticeKind } from "#lib/notices/schema";
import type { Jobs } from "#lib/queue/queues";
import { heardByWhom, seenByWhom } from "#lib/users/seen";

/** What happened earlier came in with an import or the demonstration, and is nobody's news; a queue is never so late. */
const NEWS_DAYS = 2;

/** Tells whoever is to be told of these events. Twice is as once. */
export async function tell(events: Jobs["notices"][]): Promise<void> {
  await db().$transaction(async (tx) => {
    const told = JSON.stringify(events);
    await watchOwn(tx, told);
    await sendMailLater(tx, await writeNotices(tx, told));
  });
}

/** Whoever opens a thread or posts in it watches it, unless they said otherwise or stopped. */
const watchOwn = (tx: Tx, told: string) => tx.$executeRaw`
  INSERT INTO watches (user_id, thread_id, since)
  SELECT e.actor_id, e.stream, min(e.at)
  FROM jsonb_to_recordset(${told}::jsonb) AS j(stream text, number int)
    JOIN events e USING (stream, number)
    LEFT JOIN notice_settings s ON s.user_id = e.actor_id
  WHERE e.kind IN ('thread.opened', 'argument.posted') AND e.actor_id IS NOT NULL AND coalesce(s.watch_own, true)
  GROUP BY e.actor_id, e.stream
  ON CONFLICT DO NOTHING`;

/** Writes the notices, and answers the letters for those who want theirs at once. */
async function writeNotices(tx: Tx, told: string): Promise<LaterLetter[]> {
  const rows = await tx.$queryRaw<{ reader: string; kind: NoticeKind; subject: string; cause: NoticeCause }[]>`
    WITH RECURSIVE told AS (
      SELECT e.stream AS thread_id, e.kind, e.actor_id, e.at, e.subjects, e.subjects ->> 'argument' AS argument_id
      FROM jsonb_to_recordset(${told}::jsonb) AS j(stream text, number int)
        JOIN events e USING (stream, number)
        JOIN threads t ON t.id = e.stream
      WHERE e.at > now() - ${NEWS_DAYS} * interval '1 day'),
    -- What has come to stand in a thread where it can be seen, by its post or by the review that let it in.
    posted AS (
      SELECT e.thread_id, a.id AS argument_id, a.author_id AS actor_id, e.at
      FROM told e JOIN visible_arguments a ON a.id = e.argument_id
      WHERE (e.kind = 'argument.posted' AND NOT EXISTS (
          SELECT FROM reviews q WHERE q.argument_id = a.id AND q.cause = 'QUIET' AND q.verdict IS DISTINCT FROM 'APPROVED'))
        OR (e.kind = 'review.decided' AND EXISTS (
          SELECT FROM reviews r WHERE r.id = e.subjects ->> 'review' AND r.verdict = 'APPROVED'
            AND r.cause IN ('MODE', 'QUIET')))),
    -- All that is answered by it, directly (near) or through others; a union meets nothing twice.
    above(child_id, argument_id, near) AS (
      SELECT p.argument_id, l.parent_id, true FROM posted p
        JOIN links l ON l.child_id = p.argument_id AND l.ended_at IS NULL AND l.parent_id IS NOT NULL
      UNION
      SELECT b.child_id, l.parent_id, false FROM above b
        JOIN links l ON l.child_id = b.argument_id AND l.ended_at IS NULL AND l.parent_id IS NOT NULL),
    due(reader_id, kind, subject_id, cause, thread_id, argument_id, actor_id, at) AS (
      SELECT a.author_id, 'POSTED', p.argument_id, 'ANSWER', p.thread_id, p.argument_id, p.actor_id, p.at
      FROM posted p JOIN above b ON b.child_id = p.argument_id AND b.near JOIN arguments a ON a.id = b.argument_id
        LEFT JOIN notice_settings s ON s.user_id = a.author_id
      WHERE coalesce(s.answers, true)
      UNION ALL
      SELECT w.user_id, 'POSTED', p.argument_id, 'BRANCH', p.thread_id, p.argument_id, p.actor_id, p.at
      FROM posted p JOIN above b ON b.child_id = p.argument_id JOIN watches w ON w.argument_id = b.argument_id
      WHERE w.ended_at IS NULL
      UNION ALL
      SELECT w.user_id, 'POSTED', p.argument_id, 'THREAD', p.thread_id, p.argument_id, p.actor_id, p.at
      FROM posted p JOIN watches w ON w.thread_id = p.thread_id AND w.argument_id IS NULL
      WHERE w.ended_at IS NULL
      UNION ALL
      -- Somebody's argument is now used under mine.
      SELECT above_it.author_id, 'LINKED', l.id, 'ANSWER', e.thread_id, l.child_id, e.actor_id, e.at
      FROM told e JOIN links l ON l.id = e.subjects ->> 'link' AND l.moved_from IS NULL
        JOIN arguments above_it ON above_it.id = l.parent_id
        JOIN visible_arguments child ON child.id = l.child_id AND child.author_id <> above_it.author_id
        LEFT JOIN notice_settings s ON s.user_id = above_it.author_id
      WHERE e.kind = 'link.started' AND coalesce(s.answers, true)
      UNION ALL
      SELECT a.author_id, CASE e.kind WHEN 'argument.removed' THEN 'REMOVED' WHEN 'argument.marked' THEN 'MARKED'
          WHEN 'argument.hidden' THEN 'HIDDEN' WHEN 'argument.restored' THEN 'RESTORED' WHEN 'changes.asked' THEN 'CHANGES'
          WHEN 'challenge.raised' THEN 'CHALLENGED' WHEN 'challenge.ruled' THEN 'RULED'
          WHEN 'citation.moved' THEN 'MOVED' WHEN 'citation.orphaned' THEN 'ORPHANED'
          ELSE CASE WHEN r.cause = 'APPEAL' THEN 'APPEAL_REFUSED' WHEN r.verdict = 'APPROVED' THEN 'APPROVED' ELSE 'REFUSED' END END,
        -- A post may be sent back more than once in one review.
        coalesce(r.id, e.subjects ->> 'removal', e.subjects ->> 'mark', e.subjects ->> 'challenge',
          (e.subjects ->> 'review') || ':' || (e.subjects ->> 'edition'), a.id || ':' || (e.subjects ->> 'version')),
        'OWN', e.thread_id, a.id, e.actor_id, e.at
      FROM told e JOIN arguments a ON a.id = e.argument_id
        LEFT JOIN reviews r ON e.kind = 'review.decided' AND r.id = e.subjects ->> 'review'
        LEFT JOIN reviews o ON o.id = r.overturned_by
      WHERE e.kind IN ('argument.removed', 'argument.marked', 'argument.hidden', 'argument.restored', 'changes.asked',
          'challenge.raised', 'challenge.ruled', 'citation.moved', 'citation.orphaned')
        -- What was decided and taken back at once is no news.
        OR (r.cause = 'MODE' AND r.verdict IS NOT NULL AND (o.id IS NULL OR o.verdict = 'APPROVED'))
        OR (r.cause = 'APPEAL' AND r.verdict = 'REFUSED')
      UNION ALL
      -- Who doubted hears of the answer and of the ruling.
      SELECT c.raised_by, CASE e.kind WHEN 'challenge.answered' THEN 'ANSWERED' ELSE 'RULED' END, c.id, 'OWN', e.thread_id,
        c.argument_id, e.actor_id, e.at
      FROM told e JOIN challenges c ON c.id = e.subjects ->> 'challenge'
      WHERE e.kind IN ('challenge.answered', 'challenge.ruled')
      UNION ALL
      -- Whose argument was merged, or took another in, or stands by itself again.
      SELECT a.author_id, CASE WHEN e.kind = 'argument.unmerged' THEN 'UNMERGED' WHEN a.id = m.argument_id THEN 'MERGED' ELSE 'TOOK_IN' END,
        m.id, 'OWN', e.thread_id, a.id, e.actor_id, e.at
      FROM told e JOIN merges m ON m.id = e.subjects ->> 'merge' AND (e.kind = 'argument.unmerged') = (m.undone_at IS NOT NULL)
        JOIN arguments a ON a.id = m.argument_id OR (a.id = m.into_id AND m.undone_at IS NULL)
      UNION ALL
      -- Whose answer goes on under what took in what it answered.
      SELECT a.author_id, 'CARRIED', k.onto_id, 'OWN', e.thread_id, a.id, e.actor_id, e.at
      FROM told e JOIN merges m ON m.id = e.subjects ->> 'merge' AND m.undone_at IS NULL
        JOIN merged_links k ON k.merge_id = m.id AND k.started
        JOIN links l ON l.id = k.link_id AND l.parent_id = m.argument_id JOIN arguments a ON a.id = l.child_id
      UNION ALL
      -- Who weighed what was merged, or what answers it, may weigh it where it stands now, unless they have.
      SELECT r.person_id, 'RATE_AGAIN', o.id, 'THREAD', e.thread_id, o.child_id, e.actor_id, e.at
      FROM told e JOIN merges m ON m.id = e.subjects ->> 'merge' AND m.undone_at IS NULL
        JOIN merged_links k ON k.merge_id = m.id JOIN ratings r ON r.link_id = k.link_id
        JOIN links o ON o.id = k.onto_id AND o.ended_at IS NULL
        JOIN visible_arguments v ON v.id = o.child_id AND v.author_id <> r.person_id
      WHERE NOT EXISTS (SELECT FROM ratings g WHERE g.link_id = o.id AND g.person_id = r.person_id)
      UNION ALL
      -- A wording is offered to the author, and its answer told to who offered it.
      SELECT CASE e.kind WHEN 'wording.offered' THEN a.author_id ELSE w.offered_by END,
        CASE e.kind WHEN 'wording.offered' THEN 'WORDING_OFFERED' WHEN 'wording.taken' THEN 'WORDING_TAKEN' ELSE 'WORDING_DECLINED' END,
        w.id, 'THREAD', e.thread_id, a.id, e.actor_id, e.at
      FROM told e JOIN wordings w ON w.id = e.subjects ->> 'wording' JOIN arguments a ON a.id = w.argument_id
      UNION ALL
      -- A split is shown to the author, and its answer told to who drew it.
      SELECT CASE e.kind WHEN 'split.drawn' THEN a.author_id ELSE s.drawn_by END,
        CASE e.kind WHEN 'split.drawn' THEN 'SPLIT_OFFERED' WHEN 'argument.split' THEN 'SPLIT_TAKEN' ELSE 'SPLIT_DECLINED' END,
        s.id, 'OWN', e.thread_id, a.id, e.actor_id, e.at
      FROM told e JOIN splits s ON s.id = e.subjects ->> 'split' JOIN arguments a ON a.id = s.argument_id
      WHERE e.kind IN ('split.drawn', 'argument.split', 'split.declined')
      UNION ALL
      -- Whose answer goes on under a part of what it answered; who weighed may weigh it there.
      SELECT a.author_id, 'CARRIED', k.onto_id, 'OWN', e.thread_id, a.id, e.actor_id, e.at
      FROM told e JOIN splits s ON s.id = e.subjects ->> 'split' AND s.taken AND s.undone_at IS NULL
        JOIN split_links k ON k.split_id = s.id
        JOIN links l ON l.id = k.link_id AND l.parent_id = s.argument_id JOIN arguments a ON a.id = l.child_id
      WHERE e.kind = 'argument.split'
      UNION ALL
      SELECT r.person_id, 'RATE_AGAIN', o.id, 'THREAD', e.thread_id, o.child_id, e.actor_id, e.at
      FROM told e JOIN splits s ON s.id = e.subjects ->> 'split' AND s.taken AND s.undone_at IS NULL
        JOIN split_links k ON k.split_id = s.id JOIN ratings r ON r.link_id = k.link_id
        JOIN links o ON o.id = k.onto_id AND o.ended_at IS NULL
        JOIN visible_arguments v ON v.id = o.child_id AND v.author_id <> r.person_id
      WHERE e.kind = 'argument.split' AND NOT EXISTS (SELECT FROM ratings g WHERE g.link_id = o.id AND g.person_id = r.person_id)
      UNION ALL
      -- Who marked hears that it was mended, and may say so.
      SELECT m.marked_by, 'MENDED', m.id, 'OWN', e.thread_id, m.argument_id, e.actor_id, e.at
      FROM told e JOIN marks m ON m.argument_id = e.argument_id AND m.resolved_at IS NULL
        AND m.revision_id <> e.subjects ->> 'revision'
      WHERE e.kind = 'argument.revised'),
    written AS (
      INSERT INTO notices (reader_id, kind, subject_id, cause, thread_id, argument_id, actor_id, at)
      SELECT DISTINCT ON (d.reader_id, d.kind, d.subject_id) d.reader_id, d.kind::"NoticeKind", d.subject_id,
        d.cause::"NoticeCause", d.thread_id, d.argument_id, d.actor_id, d.at
      FROM due d JOIN users u ON u.id = d.reader_id AND u.erased_at IS NULL JOIN threads t ON t.id = d.thread_id
      WHERE d.reader_id IS DISTINCT FROM d.actor_id AND ${seenByWhom("u.id")} AND (d.cause = 'OWN' OR ${heardByWhom("u.id")})
      ORDER BY d.reader_id, d.kind, d.subject_id, d.cause::"NoticeCause"
      ON CONFLICT DO NOTHING
      RETURNING reader_id, kind, subject_id, cause)
    SELECT n.reader_id AS reader, n.kind::text AS kind, n.subject_id AS subject, n.cause::text AS cause FROM written n
      JOIN users u ON u.id = n.reader_id AND u.email IS NOT NULL AND u.email_confirmed_at IS NOT NULL
      JOIN notice_settings s ON s.user_id = n.reader_id AND s.mail = 'AT_ONCE'`;
  return rows.map(({ reader, kind, subject }) => letterOf(reader, kind, subject));
}
