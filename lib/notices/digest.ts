/** The daily letters: asked for a day ahead, written in the morning. */
import { db } from "#lib/db";
import { forgetSettled } from "#lib/mail/deliver";
import { sendMailLater } from "#lib/mail/send";
import { digestOf } from "#lib/notices/letters";
import { dayBefore, nextMorning } from "#lib/notices/morning";
import { STILL_TOLD } from "#lib/notices/still-told";
import { enqueueOnce } from "#lib/queue/enqueue";
import type { Jobs } from "#lib/queue/queues";

/** Asks for the next morning's letters; asked ever so often, they are written once. */
export async function planDigest(): Promise<void> {
  await db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT now()`;
    const { day, at } = nextMorning(row?.now ?? new Date());
    await enqueueOnce(tx, "digest", { day }, { name: day, at });
  });
}

/** Writes a letter for everybody who wants them daily and was told something on the day before, and tidies up. */
export async function writeDigests({ day }: Jobs["digest"]): Promise<void> {
  const { from, to } = dayBefore(day);
  await db().$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ reader: string; classId: string | null }[]>`
      SELECT DISTINCT n.reader_id AS reader, t.class_id AS "classId"
      FROM notices n JOIN threads t ON t.id = n.thread_id
        JOIN users u ON u.id = n.reader_id AND u.email IS NOT NULL AND u.email_confirmed_at IS NOT NULL AND u.erased_at IS NULL
        LEFT JOIN notice_settings s ON s.user_id = n.reader_id
      WHERE n.at > ${from} AND n.at <= ${to} AND n.read_at IS NULL AND coalesce(s.mail, 'DAILY') = 'DAILY' AND ${STILL_TOLD}`;
    // Whoever has the defaults gets the key that stops them with their first letter.
    await tx.$executeRaw`
      INSERT INTO notice_settings (user_id, unsubscribe_key)
      SELECT reader, replace(gen_random_uuid()::text, '-', '') FROM unnest(${due.map(({ reader }) => reader)}::text[]) AS reader
      ON CONFLICT DO NOTHING`;
    await sendMailLater(
      tx,
      due.map(({ reader, classId }) => digestOf(reader, day, classId)),
    );
  });
  await forgetSettled();
}
