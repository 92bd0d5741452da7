import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "#components/account/account-form";
import { mailIsOn } from "#lib/mail/way";
import { paths } from "#lib/paths";
import { forgetPassword } from "#lib/users/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.forgotten");
  return { title: t("title"), robots: { index: false } };
}

export default async function ForgottenPage() {
  const t = await getTranslations("account.forgotten");
  const on = mailIsOn();
  return (
    <div className="max-w-md grid gap-6">
      <h1 className="title">{t("title")}</h1>
      <p className="read">{t(on ? "what" : "off")}</p>
      {on && (
        <AccountForm
          act={forgetPassword}
          fields={[{ name: "email", label: t("email"), type: "email", autoComplete: "email" }]}
          submit={t("submit")}
          shown={t("sent")}
        />
      )}
      <p>{t.rich("back", { a: (words) => <a href={paths.signIn()}>{words}</a> })}</p>
    </div>
  );
}
