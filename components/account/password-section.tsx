import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { giveNewPassword } from "#lib/users/actions";

/** Changing one's password, or setting a first one. The handle stands there for whoever keeps passwords. */
export function PasswordSection({ handle, first }: { handle: string; first: boolean }) {
  const t = useTranslations("account.password");
  const current = { name: "currentPassword", label: t("current"), type: "password", autoComplete: "current-password" };
  return (
    <section aria-labelledby="password">
      <h2 className="section-title" id="password">
        {t("title")}
      </h2>
      {first && <p className="mb-4">{t("first")}</p>}
      <AccountForm
        act={giveNewPassword}
        fields={[
          { name: "username", label: t("handle"), value: handle, readOnly: true, autoComplete: "username" },
          ...(first ? [] : [current]),
          { name: "newPassword", label: t("new"), hint: t("hint"), type: "password", autoComplete: "new-password" },
        ]}
        kind="outline"
        submit={t(first ? "submitFirst" : "submit")}
        shown={t("changed")}
      />
    </section>
  );
}
