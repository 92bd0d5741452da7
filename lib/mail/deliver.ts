/**
 * Sending what was written. At least once: a letter is marked as sent after the server has taken it, because one that
 * were marked before would be lost with a process that dies between; dying in those few milliseconds sends it twice,
 * with the same Message-ID. A letter that is settled is not sent again, however often its job comes.
 */
import { db } from "#lib/db";
import { log } from "#lib/log";
import { handOver, isRefusedForGood } from "#lib/mail/transport";
import { mailWay } from "#lib/mail/way";
import type { Jobs } from "#lib/queue/queues";
import type { Mail } from "../../prisma/generated/client.ts";

/** With an hour between the later ones, a server may be away for most of a day. */
export const TRIES = 24;
/** Enough to look back at what a walk through the forum has caused. */
const MAILBOX_KEPT = 200;

export interface Words {
  to: string;
  subject: string;
  text: string;
  unsubscribe: string | null;
}

type About = Record<string, string | string[]>;

/** Puts a letter of one purpose into words, now; null where there is nothing to say, or nobody to say it to. */
export type Compose = (about: About) => Promise<Words | null>;

/** Sends one letter, unless it is settled. Throws where it must be tried again. */
export async function deliver({ mail: id }: Jobs["mail"], composers: Record<string, Compose>): Promise<void> {
  // Counted before it is tried: a letter that ends the process each time is given up as well.
  const [mail] = await db().mail.updateManyAndReturn({
    where: { id, sentAt: null, parkedAt: null, droppedAt: null },
    data: { attempts: { increment: 1 } },
  });
  if (!mail) return;
  if (mail.attempts > TRIES) return giveUp(mail, new Error("it was tried too often"));
  const letter = await wordsOf(mail, composers);
  if (letter === null) return settle(id, "dropped_at");
  try {
    await handOver({ id, ...letter });
  } catch (error) {
    if (isRefusedForGood(error)) return giveUp(mail, error);
    throw error;
  }
  await (mailWay() === "mailbox" ? keep(id, letter) : settle(id, "sent_at"));
}

async function wordsOf(mail: Mail, composers: Record<string, Compose>): Promise<Words | null> {
  if (mail.about === null) {
    const { toAddress: to, subject, text, unsubscribe } = mail;
    return to && subject && text ? { to, subject, text, unsubscribe } : null;
  }
  const compose = composers[mail.purpose];
  if (!compose) throw new Error(`nobody writes letters of ${mail.purpose}`);
  return compose(mail.about as About);
}

async function giveUp({ id, purpose }: Mail, error: unknown): Promise<void> {
  log.error("a letter is given up", { mail: id, purpose, error });
  await settle(id, "parked_at");
}

/** Nothing of what it said is kept, and not to whom. */
async function settle(id: string, how: "sent_at" | "parked_at" | "dropped_at"): Promise<void> {
  await db().$executeRaw`
    UPDATE mails SET to_address = NULL, subject = NULL, text = NULL, unsubscribe = NULL,
      sent_at = CASE ${how} WHEN 'sent_at' THEN now() END, parked_at = CASE ${how} WHEN 'parked_at' THEN now() END,
      dropped_at = CASE ${how} WHEN 'dropped_at' THEN now() END
    WHERE id = ${id}`;
}

/** In the mailbox the words stay, until newer letters push them out. */
async function keep(id: string, { to, subject, text, unsubscribe }: Words): Promise<void> {
  await db().$executeRaw`
    UPDATE mails SET to_address = ${to}, subject = ${subject}, text = ${text}, unsubscribe = ${unsubscribe}, sent_at = now()
    WHERE id = ${id}`;
  await db().$executeRaw`
    DELETE FROM mails WHERE id IN (SELECT id FROM mails WHERE sent_at IS NOT NULL ORDER BY sent_at DESC OFFSET ${MAILBOX_KEPT})`;
}

/** So long a key is remembered; what is asked for twice is asked for within hours. */
const SETTLED_DAYS = 30;

/** Forgets what was settled long ago. */
export async function forgetSettled(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM mails WHERE coalesce(sent_at, parked_at, dropped_at) < now() - ${SETTLED_DAYS} * interval '1 day'`;
}
