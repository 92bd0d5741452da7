import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "#components/account/account-form";
import { InvitationSection } from "#components/account/invitation-section";
import { NoticeSection } from "#components/account/notice-settings";
import { PasswordSection } from "#components/account/password-section";
import { SessionList } from "#components/account/session-list";
import { TokenList } from "#components/account/token-list";
import { ForgettingDrafts } from "#components/ui/draft";
import { getSession } from "#lib/auth";
import { mailIsOn } from "#lib/mail/way";
import { getNoticeSettings } from "#lib/notices/queries";
import { paths } from "#lib/paths";
import { signOut } from "#lib/users/actions";
import { mayInvite } from "#lib/users/policy";
import { findPasswordHash, listSessions, listTokens } from "#lib/users/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.settings");
  return { title: t("title"), robots: { index: false } };
}

export default async function SettingsPage({ searchParams }: { searchParams: Promise<{ saved?: unknown }> }) {
  const session = await getSession();
  if (!session) redirect(paths.signIn(paths.settings()));
  const { id, person } = session;
  const t = await getTranslations("account");
  const { saved } = await searchParams;
  const [sessions, tokens, passwordHash, notices] = await Promise.all([
    listSessions(person),
    listTokens(person),
    findPasswordHash(person),
    getNoticeSettings(person),
  ]);
  const { name, handle, role } = person;
  return (
    <div className="max-w-2xl grid gap-12">
      <header>
        <h1 className="title">{t("settings.title")}</h1>
        <p className="mt-2">
          {t.rich("settings.you", { b: (text) => <b>{text}</b>, name, handle, role: t(`roles.${role}`) })}
        </p>
        <p className="meta mb-4">
          <a href={paths.person(handle)}>{t("settings.page")}</a>
        </p>
        <ForgettingDrafts>
          <AccountForm act={signOut} kind="outline" submit={t("settings.signOut")} />
        </ForgettingDrafts>
      </header>
      <PasswordSection handle={handle} first={passwordHash === null} />
      <NoticeSection settings={notices} mailIsOn={mailIsOn()} saved={saved === "notices"} />
      <SessionList sessions={sessions} here={id} />
      <TokenList tokens={tokens} />
      {mayInvite(person).ok && <InvitationSection />}
    </div>
  );
}
