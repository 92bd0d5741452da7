/** Writing letters. A letter is a row in the transaction of the act, and leaves when that is committed. */
import type { Tx } from "#lib/db";
import { env } from "#lib/env";
import { mailIsOn } from "#lib/mail/way";
import { enqueue } from "#lib/queue/enqueue";
import { newId } from "#lib/text/id";
import type { Prisma } from "../../prisma/generated/client.ts";

export interface Letter {
  /** One address, as `users.email` holds it. */
  to: string;
  /** One line; line breaks are taken out. What people wrote in it has been through `quiet`. */
  subject: string;
  /** Plain text. Every address in it is made by `absolute`. */
  text: string;
  /** What it is about, for whoever looks after the forum: `password-reset`. */
  purpose: string;
  /** The path where one click stops letters of this kind; letters that were asked for have none. */
  unsubscribe?: string;
  /** The same key twice is one letter. */
  key?: string;
}

/** A path of ours as it stands in a letter: from APP_URL, never from what a request says. */
export const absolute = (path: string): string => env().APP_URL + path;

/** One address and nothing else: no list, no name, no line break, nothing that a header could take for its end. */
const ONE_ADDRESS = /^[^\s<>()[\]",;:\\@]+@[^\s<>()[\]",;:\\@]+$/;

/**
 * Writes a letter. It is tried again while the mail server is away, and sent once. Where mail is off nothing is
 * written: ask `mailIsOn` before promising one.
 */
export async function sendMail(tx: Tx, letter: Letter): Promise<void> {
  const { to, subject, text, purpose, unsubscribe = null, key = null } = letter;
  if (!ONE_ADDRESS.test(to)) throw new Error("a letter goes to one address");
  await write(tx, [{ purpose, key, toAddress: to, subject: oneHeader(subject), text, unsubscribe }]);
}

/** What is put into words only when it is sent, because it may have changed by then; `compose` in the works does it. */
export interface LaterLetter {
  purpose: string;
  key: string;
  about: Record<string, string | string[]>;
}

/** Writes letters whose words are found when they are sent. */
export async function sendMailLater(tx: Tx, letters: LaterLetter[]): Promise<void> {
  await write(tx, letters);
}

type Row = Omit<Prisma.MailCreateManyInput, "id">;

async function write(tx: Tx, rows: Row[]): Promise<void> {
  if (!mailIsOn() || rows.length === 0) return;
  const data = rows.map((row) => ({ id: newId(), ...row }));
  const written = await tx.mail.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } });
  await enqueue(
    tx,
    "mail",
    written.map(({ id }) => ({ mail: id })),
  );
}

const oneHeader = (text: string) => text.replace(/\p{Cc}+/gu, " ").trim();
