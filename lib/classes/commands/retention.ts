/** Keeping what classes wrote no longer than was said. */

import { classEndsLetter } from "#lib/classes/letters";
import { WARN_DAYS } from "#lib/classes/schema";
import { db, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { log } from "#lib/log";
import { sendMail } from "#lib/mail/send";
import { mailIsOn } from "#lib/mail/way";
import { eraseIn } from "#lib/users/commands/close";

/** Five hundred accounts and ten thousand arguments. */
const PURGE_MS = 300_000;

async function purge(id: string): Promise<number> {
  return transact(
    async (tx, at) => {
      const people = await tx.user.findMany({
        where: { made: { classId: id }, erasedAt: null },
        select: { id: true, handle: true },
      });
      // One after the other: each takes the next number of those who are gone.
      for (const person of people) await eraseIn(tx, person, at);
      const [done] = await tx.$queryRaw<{ rows: number }[]>`SELECT purge_class(${id}) AS rows`;
      const subjects = { class: id, users: people.map((one) => one.id) };
      await record(tx, { stream: "site", classId: id, actorId: null, kind: "class.purged", subjects, at });
      return done?.rows ?? 0;
    },
    undefined,
    { timeoutMs: PURGE_MS },
  );
}

/** Deletes every class whose day is over, and erases the accounts that were made for it. Twice is as once. */
export async function purgeClasses(): Promise<number> {
  const over = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM classes WHERE keep_until < (now() AT TIME ZONE 'UTC')::date ORDER BY keep_until, id`;
  for (const { id } of over) {
    const rows = await purge(id);
    log.info("a class was deleted after its day", { class: id, rows });
  }
  return over.length;
}

/** Tells the teachers of a class, each once for each of the days, that its end is near. */
async function warnTeachers(): Promise<void> {
  if (!mailIsOn()) return;
  await db().$transaction(async (tx) => {
    const due = await tx.$queryRaw<
      { to: string; userId: string; id: string; slug: string; name: string; day: Date; days: number }[]
    >`
      SELECT u.email AS to, u.id AS "userId", c.id, c.slug, c.name, c.keep_until AS day, w.days
      FROM classes c JOIN unnest(${[...WARN_DAYS]}::int[]) AS w(days) ON c.keep_until = (now() AT TIME ZONE 'UTC')::date + w.days
        JOIN enrolments e ON e.class_id = c.id AND e.role = 'TEACHER' AND e.removed_at IS NULL
        JOIN users u ON u.id = e.user_id AND u.email IS NOT NULL AND u.email_confirmed_at IS NOT NULL AND u.erased_at IS NULL
      WHERE NOT EXISTS (SELECT FROM mails m WHERE m.key = 'class-ends:' || c.id || ':' || w.days || ':' || u.id)`;
    for (const { to, userId, id, days, ...words } of due)
      await sendMail(tx, {
        ...classEndsLetter(words),
        to,
        purpose: "class-ends",
        key: `class-ends:${id}:${days}:${userId}`,
      });
  });
}

/** Once an hour. */
export async function seeToClasses(): Promise<void> {
  await warnTeachers();
  await purgeClasses();
}
