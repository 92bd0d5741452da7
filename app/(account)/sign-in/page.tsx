import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CastList } from "#components/account/cast-list";
import { SignInForm } from "#components/account/sign-in-form";
import { Notice } from "#components/ui/notice";
import { getViewer } from "#lib/auth";
import { env } from "#lib/env";
import { paths } from "#lib/paths";
import { pathWithin } from "#lib/users/back";
import { listCast } from "#lib/users/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return { title: t("title"), robots: { index: false } };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { back: sent, error } = await searchParams;
  const back = typeof sent === "string" ? sent : undefined;
  const t = await getTranslations("account.signIn");
  const viewer = await getViewer();
  const { SIGN_UP, DEMO_SIGN_IN } = env();
  const cast = DEMO_SIGN_IN ? await listCast() : [];
  const here = pathWithin(back);
  return (
    <>
      <h1 className="title mb-6">{t("title")}</h1>
      {viewer && (
        <Notice title={t("already", { name: viewer.name })}>
          <p>{t.rich("goOn", { a: (text) => <a href={here}>{text}</a> })}</p>
        </Notice>
      )}
      {error !== undefined && <Notice kind="refused" title={t("failed")} />}
      <div className="grid gap-12 mt-6 lg:grid-cols-2">
        <div className="max-w-md">
          <SignInForm back={back} />
          <p className="mt-6">
            <a href={paths.forgotten()}>{t("forgotten")}</a>
          </p>
          {SIGN_UP !== "closed" && (
            <p className="mt-6">{t.rich("join", { a: (text) => <a href={paths.join()}>{text}</a> })}</p>
          )}
        </div>
        {cast.length > 0 && <CastList cast={cast} back={back} />}
      </div>
    </>
  );
}
