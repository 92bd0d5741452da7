/** Handing a letter over. */
import nodemailer from "nodemailer";
import { env } from "#lib/env";
import { absolute } from "#lib/mail/send";
import { mailWay } from "#lib/mail/way";
import en from "#messages/en" with { type: "json" };

/** A server that has not answered by now is away; together less than a job may take. */
const TIMEOUTS = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export interface Envelope {
  id: string;
  to: string;
  subject: string;
  text: string;
  unsubscribe: string | null;
}

/** Throws where the letter was not taken. In the mailbox a letter has arrived as soon as it is written. */
export async function handOver({ id, to, subject, text, unsubscribe }: Envelope): Promise<void> {
  const { SMTP_URL, APP_URL, MAIL_FROM } = env();
  if (mailWay() !== "smtp" || !SMTP_URL) return;
  const { hostname } = new URL(APP_URL);
  const transport = nodemailer.createTransport({
    url: SMTP_URL,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: { name: en.site.name, address: MAIL_FROM ?? `no-reply@${hostname}` },
      // As an object: a string could be read as several addresses.
      to: { name: "", address: to },
      subject,
      text,
      // The same at every try, so that a copy sent twice can be told from two letters.
      messageId: `<${id}@${hostname}>`,
      headers: { "Auto-Submitted": "auto-generated", ...(unsubscribe === null ? {} : oneClick(unsubscribe)) },
    });
  } finally {
    transport.close();
  }
}

/** RFC 8058: the reader's own mail program stops such letters with one POST; looking at the address does nothing. */
const oneClick = (path: string) => ({
  "List-Unsubscribe": `<${absolute(path)}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** Whether the server has refused the letter itself, for good. A refused login is the operator's to mend. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return (code === "EENVELOPE" || code === "EMESSAGE") && responseCode >= 500;
}
