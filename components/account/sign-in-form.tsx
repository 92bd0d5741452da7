import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { signIn } from "#lib/users/actions";

export function SignInForm({ back }: { back?: string }) {
  const t = useTranslations("account.signIn");
  return (
    <AccountForm
      act={signIn}
      hidden={{ back }}
      fields={[
        { name: "handle", label: t("handle"), autoComplete: "username", autoCapitalize: "none", spellCheck: false },
        { name: "password", label: t("password"), type: "password", autoComplete: "current-password" },
      ]}
      submit={t("submit")}
    />
  );
}
