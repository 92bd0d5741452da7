import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { joinAnew } from "#lib/classes/actions";

interface Props {
  byInvitation: boolean;
  /** Whether an address can be confirmed; where it cannot, none is asked for. */
  mailOn: boolean;
  back?: string;
}

/** Everything that joining asks for, and nothing else. */
export function JoinForm({ byInvitation, mailOn, back }: Props) {
  const t = useTranslations("account.join");
  const plain = { autoCapitalize: "none", spellCheck: false } as const;
  return (
    <AccountForm
      act={joinAnew}
      hidden={{ back }}
      fields={[
        { name: "code", label: t("code"), hint: t("codeHint"), autoComplete: "off", ...plain },
        ...(byInvitation ? [{ name: "invitation", label: t("invitation"), autoComplete: "off", ...plain }] : []),
        { name: "handle", label: t("handle"), hint: t("handleHint"), autoComplete: "username", ...plain },
        { name: "name", label: t("name"), hint: t("nameHint"), autoComplete: "name" },
        ...(mailOn
          ? [{ name: "email", label: t("email"), hint: t("emailHint"), type: "email", autoComplete: "email" }]
          : []),
        {
          name: "password",
          label: t("password"),
          hint: t("passwordHint"),
          type: "password",
          autoComplete: "new-password",
        },
      ]}
      submit={t("submit")}
    />
  );
}
