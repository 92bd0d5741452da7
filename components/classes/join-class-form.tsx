import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { CodeFromAddress } from "#components/classes/code-from-address";
import { joinWithCode } from "#lib/classes/actions";

/** Joining a class as who one is; `name` is who is signed in. */
export function JoinClassForm({ name }: { name: string }) {
  const t = useTranslations("classes.join");
  return (
    <div className="max-w-md grid gap-6">
      <h1 className="title">{t("title")}</h1>
      <p className="read">{t("as", { name })}</p>
      <CodeFromAddress field="code" />
      <AccountForm
        act={joinWithCode}
        fields={[
          {
            name: "code",
            label: t("code"),
            hint: t("codeHint"),
            autoComplete: "off",
            autoCapitalize: "characters",
            spellCheck: false,
          },
        ]}
        submit={t("submit")}
      />
    </div>
  );
}
