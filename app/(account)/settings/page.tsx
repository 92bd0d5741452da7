import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationSection } from "#components/account/invitation-section";
import { NoticeSection } from "#components/account/notice-settings";
import { OwnSections } from "#components/account/own-sections";
import { PasswordSection } from "#components/account/password-section";
import { SessionList } from "#components/account/session-list";
import { SettingsHead } from "#components/account/settings-head";
import { TokenList } from "#components/account/token-list";
import { getSession } from "#lib/auth";
import { mailIsOn } from "#lib/mail/way";
import { getNoticeSettings } from "#lib/notices/queries";
import { paths } from "#lib/paths";
import { mayInvite } from "#lib/users/policy";
import { findPasswordHash, getAccount, listSessions, listTokens } from "#lib/users/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.settings");
  return { title: t("title"), robots: { index: false } };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SettingsPage({ searchParams }: Props) {
  const session = await getSession();
  if (!session) redirect(paths.signIn(paths.settings()));
  const { id, person } = session;
  const { saved } = await searchParams;
  const [account, sessions, tokens, passwordHash, notices] = await Promise.all([
    getAccount(person),
    listSessions(person),
    listTokens(person),
    findPasswordHash(person),
    getNoticeSettings(person),
  ]);
  return (
    <div className="max-w-2xl grid gap-12">
      <SettingsHead person={person} />
      <PasswordSection handle={person.handle} first={passwordHash === null} />
      <NoticeSection settings={notices} mailIsOn={mailIsOn()} saved={saved === "notices"} />
      <OwnSections account={account} locked={passwordHash !== null} mailOn={mailIsOn()} />
      <SessionList sessions={sessions} here={id} />
      <TokenList tokens={tokens} />
      {mayInvite(person).ok && <InvitationSection />}
    </div>
  );
}
