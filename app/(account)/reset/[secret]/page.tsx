import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "#components/account/account-form";
import { paths } from "#lib/paths";
import { resetForgotten } from "#lib/users/actions";

interface Props {
  params: Promise<{ secret: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.reset");
  return { title: t("title"), robots: { index: false } };
}

/** Looking at it does nothing and says nothing of the link: only its button does. */
export default async function ResetPage({ params }: Props) {
  const { secret } = await params;
  const t = await getTranslations("account.reset");
  return (
    <div className="max-w-md grid gap-6">
      <h1 className="title">{t("title")}</h1>
      <p className="read">{t("what")}</p>
      <AccountForm
        act={resetForgotten}
        hidden={{ token: secret }}
        fields={[
          { name: "newPassword", label: t("new"), hint: t("hint"), type: "password", autoComplete: "new-password" },
        ]}
        submit={t("submit")}
      />
      <p>{t.rich("again", { a: (words) => <a href={paths.forgotten()}>{words}</a> })}</p>
    </div>
  );
}
