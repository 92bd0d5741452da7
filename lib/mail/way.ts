/** Whether letters go anywhere, and where. */
import { env } from "#lib/env";
import { isLoopback } from "#lib/pages/loopback";

/** Handed to a mail server, kept to be read on one's own machine, or not written at all. */
export type MailWay = "smtp" | "mailbox" | "off";

export function mailWay(): MailWay {
  const { SMTP_URL, MAILBOX, APP_URL } = env();
  if (SMTP_URL) return "smtp";
  // Whoever reads the mailbox could take over any account: never at an address that others reach.
  return MAILBOX && isLoopback(new URL(APP_URL).hostname) ? "mailbox" : "off";
}

/** Whether one may promise a letter. */
export const mailIsOn = (): boolean => mailWay() !== "off";
