import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { signInAsCast } from "#lib/users/actions";
import type { CastMember } from "#lib/users/queries";

/** The people of the sample debate, each a click away. */
export function CastList({ cast, back }: { cast: CastMember[]; back?: string }) {
  const t = useTranslations("account");
  return (
    <section aria-labelledby="cast">
      <h2 className="section-title" id="cast">
        {t("signIn.cast")}
      </h2>
      <p className="mb-4">{t("signIn.castNote")}</p>
      <ul className="rows">
        {cast.map(({ handle, name, role, about }) => (
          <li key={handle} className="flex gap-4 items-baseline justify-between *:last:whitespace-nowrap">
            <div>
              <p>
                <b>{name}</b> <span className="meta">{t(`roles.${role}`)}</span>
              </p>
              <p className="meta">{about}</p>
            </div>
            <AccountForm
              act={signInAsCast}
              hidden={{ handle, back }}
              kind="outline"
              submit={t("signIn.submit")}
              submitLabel={t("signIn.castSubmit", { name })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
