import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { ForgettingDrafts } from "#components/ui/draft";
import { paths } from "#lib/paths";
import { signOut } from "#lib/users/actions";
import type { Person } from "#lib/users/viewer";

/** Who one is here, and the way out. */
export function SettingsHead({ person: { name, handle, role } }: { person: Person }) {
  const t = useTranslations("account");
  return (
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
  );
}
