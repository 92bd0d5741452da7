import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Mailbox } from "#components/notices/mailbox";
import { listMailbox } from "#lib/mail/mailbox";
import { found } from "#lib/pages/found";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mail.mailbox");
  return { title: t("title"), robots: { index: false } };
}

export default async function MailboxPage() {
  return <Mailbox mails={await found(listMailbox())} />;
}
