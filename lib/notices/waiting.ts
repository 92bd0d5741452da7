/** Reminding moderators of what waits: after a day, and after two. */
import { db } from "#lib/db";
import { sendMailLater } from "#lib/mail/send";
import { letterOf } from "#lib/notices/letters";

/** Everybody who may judge it (of a class, those who teach it), once for each of the two; what was sent back waits for its author. Twice is as once. */
export async function remindModerators(): Promise<void> {
  await db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ reader: string; subject: string }[]>`
      WITH written AS (
        INSERT INTO notices (reader_id, kind, subject_id, cause, thread_id, argument_id, at)
        SELECT u.id, 'WAITING', v.id || ':' || due.hours, 'OWN', a.thread_id, a.id, now()
        FROM reviews v
          JOIN arguments a ON a.id = v.argument_id
          JOIN threads t ON t.id = a.thread_id
          CROSS JOIN (VALUES (24), (48)) AS due(hours)
          LEFT JOIN removals first_removal ON first_removal.id = v.appealed_removal
          LEFT JOIN reviews first_review ON first_review.id = v.appealed_review
          LEFT JOIN merges first_merge ON first_merge.id = v.appealed_merge
          LEFT JOIN arguments took_in ON took_in.id = first_merge.into_id
          JOIN users u ON u.erased_at IS NULL AND u.id <> a.author_id AND CASE WHEN t.class_id IS NULL THEN u.role IN ('MODERATOR', 'ADMIN')
                OR EXISTS (SELECT FROM thread_moderators k WHERE k.user_id = u.id AND k.thread_id = t.id AND k.lifted_at IS NULL)
              ELSE EXISTS (SELECT FROM enrolments e WHERE e.class_id = t.class_id AND e.user_id = u.id AND e.role = 'TEACHER' AND e.removed_at IS NULL) END
            AND u.id IS DISTINCT FROM coalesce(first_removal.removed_by, first_review.decided_by, first_merge.merged_by)
            AND u.id IS DISTINCT FROM took_in.author_id
        WHERE v.decided_at IS NULL AND v.asked_at IS NULL
          -- Older by far is what came in with an import or the demonstration, and nobody's news.
          AND v.opened_at BETWEEN now() - interval '4 days' AND now() - due.hours * interval '1 hour'
        ON CONFLICT DO NOTHING
        RETURNING reader_id, subject_id)
      SELECT w.reader_id AS reader, w.subject_id AS subject FROM written w
        JOIN users u ON u.id = w.reader_id AND u.email IS NOT NULL AND u.email_confirmed_at IS NOT NULL
        JOIN notice_settings s ON s.user_id = w.reader_id AND s.mail = 'AT_ONCE'`;
    await sendMailLater(
      tx,
      rows.map(({ reader, subject }) => letterOf(reader, "WAITING", subject)),
    );
  });
}
