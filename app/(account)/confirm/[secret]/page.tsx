import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "#components/account/account-form";
import { MayNot } from "#components/site/may-not";
import { getViewer } from "#lib/auth";
import { paths } from "#lib/paths";
import { confirmAddress } from "#lib/users/actions";
import { no } from "#lib/verdict";

interface Props {
  params: Promise<{ secret: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.confirm");
  return { title: t("title"), robots: { index: false } };
}

/** Programs that look at every link in a letter look at this page and change nothing: only its button does. */
export default async function ConfirmPage({ params }: Props) {
  const { secret } = await params;
  const t = await getTranslations("account.confirm");
  const viewer = await getViewer();
  return (
    <div className="max-w-2xl grid gap-6">
      <h1 className="title">{t("title")}</h1>
      {viewer ? (
        <>
          <p className="read">
            {t.rich("what", { b: (words) => <b>{words}</b>, name: viewer.name, handle: viewer.handle })}
          </p>
          <AccountForm act={confirmAddress} hidden={{ token: secret }} submit={t("submit")} />
        </>
      ) : (
        <MayNot verdict={no("sign-in-first")} back={paths.confirmAddress(secret)} />
      )}
    </div>
  );
}
