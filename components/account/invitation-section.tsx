import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { invite } from "#lib/users/actions";

/** Making the code with which one more person joins. */
export function InvitationSection() {
  const t = useTranslations("account.invitations");
  return (
    <section aria-labelledby="invitations">
      <h2 className="section-title" id="invitations">
        {t("title")}
      </h2>
      <p className="mb-4">{t("note")}</p>
      <AccountForm act={invite} kind="outline" submit={t("submit")} shown={t("shown")} />
    </section>
  );
}
