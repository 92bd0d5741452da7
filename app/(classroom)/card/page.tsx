import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "#components/account/account-form";
import { CodeFromAddress } from "#components/classes/code-from-address";
import { openByCard } from "#lib/classes/actions";
import { paths } from "#lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.card"))("title"), robots: { index: false } };
}

/** Looking at it does nothing and says nothing of the card: only its button does. */
export default async function CardPage() {
  const t = await getTranslations("classes.card");
  return (
    <div className="max-w-md grid gap-6">
      <h1 className="title">{t("title")}</h1>
      <p className="read">{t("how")}</p>
      <CodeFromAddress field="secret" />
      <AccountForm
        act={openByCard}
        fields={[
          {
            name: "secret",
            label: t("secret"),
            hint: t("secretHint"),
            autoComplete: "off",
            autoCapitalize: "characters",
            spellCheck: false,
          },
          {
            name: "newPassword",
            label: t("password"),
            hint: t("passwordHint"),
            type: "password",
            autoComplete: "new-password",
          },
        ]}
        submit={t("submit")}
      />
      <p>{t.rich("again", { a: (words) => <a href={paths.signIn(paths.classes())}>{words}</a> })}</p>
    </div>
  );
}
