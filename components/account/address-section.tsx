import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { giveAddress, removeAddress } from "#lib/users/actions";

interface Props {
  email: string | null;
  /** Where a letter has gone that asks. */
  asked: string | null;
  /** Whether there is a password to be said. */
  locked: boolean;
  /** Whether the forum sends letters. */
  mailOn: boolean;
}

/** Where letters go: an address counts once its owner has said so. */
export function AddressSection({ email, asked, locked, mailOn }: Props) {
  const t = useTranslations("account.address");
  const b = (words: React.ReactNode) => <b>{words}</b>;
  const current = { name: "currentPassword", label: t("current"), type: "password", autoComplete: "current-password" };
  return (
    <section aria-labelledby="address">
      <h2 className="section-title" id="address">
        {t("title")}
      </h2>
      <div className="grid gap-4">
        {email !== null && <p>{t.rich("confirmed", { email, b })}</p>}
        {asked !== null && <p>{t.rich("asked", { email: asked, b })}</p>}
        {email === null && asked === null && <p>{t(mailOn ? "none" : "off")}</p>}
        {mailOn && (
          <AccountForm
            act={giveAddress}
            fields={[
              { name: "email", label: t("email"), hint: t("emailHint"), type: "email", autoComplete: "email" },
              ...(locked ? [current] : []),
            ]}
            kind="outline"
            submit={t("submit")}
            shown={t("sent")}
          />
        )}
        {(email !== null || asked !== null) && <AccountForm act={removeAddress} kind="quiet" submit={t("remove")} />}
      </div>
    </section>
  );
}
