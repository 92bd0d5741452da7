import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Day } from "#components/ui/day";
import { makeToken, revokeToken } from "#lib/users/actions";
import type { TokenView } from "#lib/users/queries";

/** The bearer tokens one has made, and the way to another. */
export function TokenList({ tokens }: { tokens: TokenView[] }) {
  const t = useTranslations("account.tokens");
  return (
    <section aria-labelledby="tokens">
      <h2 className="section-title" id="tokens">
        {t("title")}
      </h2>
      <p className="mb-4">{t("note")}</p>
      <ul className="rows mb-4">
        {tokens.length === 0 && <li className="meta">{t("none")}</li>}
        {tokens.map(({ id, name, madeAt, usedAt }) => (
          <li key={id} className="flex gap-4 items-baseline justify-between *:last:whitespace-nowrap">
            <p>
              <bdi>{name}</bdi>{" "}
              <span className="meta dots">
                <span>{t.rich("made", { at: () => <Day at={madeAt} /> })}</span>
                <span>{usedAt ? t.rich("used", { at: () => <Day at={usedAt} /> }) : t("unused")}</span>
              </span>
            </p>
            <AccountForm
              act={revokeToken}
              hidden={{ id }}
              kind="quiet"
              submit={t("revoke")}
              submitLabel={t("revokeThis", { name })}
            />
          </li>
        ))}
      </ul>
      <AccountForm
        act={makeToken}
        fields={[{ name: "name", label: t("name"), autoComplete: "off" }]}
        kind="outline"
        submit={t("submit")}
        shown={t("shown")}
      />
    </section>
  );
}
