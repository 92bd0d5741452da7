import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JoinForm } from "#components/account/join-form";
import { CodeFromAddress } from "#components/classes/code-from-address";
import { JoinClassForm } from "#components/classes/join-class-form";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import { getViewer } from "#lib/auth";
import { env } from "#lib/env";
import { mailIsOn } from "#lib/mail/way";
import { paths } from "#lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.join");
  return { title: t("title"), robots: { index: false } };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function JoinPage({ searchParams }: Props) {
  const { back: sent } = await searchParams;
  const back = typeof sent === "string" ? sent : undefined;
  const t = await getTranslations("account.join");
  const viewer = await getViewer();
  if (viewer) return <JoinClassForm name={viewer.name} />;
  const { SIGN_UP } = env();
  const byInvitation = SIGN_UP === "invitation";
  return (
    <>
      <h1 className="title mb-6">{t("title")}</h1>
      {SIGN_UP === "closed" ? (
        <Empty action={<Button href={paths.home()}>{t("read")}</Button>}>{t("closed")}</Empty>
      ) : (
        <div className="max-w-md">
          <p className="read mb-6">{t(byInvitation ? "byInvitation" : "open")}</p>
          <CodeFromAddress field="code" />
          <JoinForm byInvitation={byInvitation} mailOn={mailIsOn()} back={back} />
        </div>
      )}
      <p className="mt-6">
        {t.rich("signIn", { a: (text) => <a href={paths.signIn(back ?? paths.join())}>{text}</a> })}
      </p>
    </>
  );
}
