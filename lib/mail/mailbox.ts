/** What was sent, for whoever tries the forum on their own machine. */
import { db } from "#lib/db";
import { mailWay } from "#lib/mail/way";
import { Missing } from "#lib/verdict";

export interface KeptMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  /** Where one click stops such letters, or null. */
  unsubscribe: string | null;
  sentAt: string;
}

/** More would be looked for, not read. */
const SHOWN = 50;

/**
 * The letters kept here, the latest first.
 * @throws Missing wherever letters are really sent, or not at all
 */
export async function listMailbox(): Promise<KeptMail[]> {
  if (mailWay() !== "mailbox") throw new Missing();
  const rows = await db().mail.findMany({
    where: { sentAt: { not: null }, toAddress: { not: null } },
    orderBy: [{ sentAt: "desc" }, { id: "asc" }],
    take: SHOWN,
  });
  return rows.map(({ id, toAddress, subject, text, unsubscribe, sentAt }) => ({
    id,
    to: toAddress ?? "",
    subject: subject ?? "",
    text: text ?? "",
    unsubscribe,
    sentAt: sentAt?.toISOString() ?? "",
  }));
}
