import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { block, unblock } from "#lib/users/actions";

/** The people of whose acts one is not told, and the way to add one. */
export function BlockList({ blocked }: { blocked: { handle: string; name: string }[] }) {
  const t = useTranslations("account.blocks");
  return (
    <section aria-labelledby="blocks">
      <h2 className="section-title" id="blocks">
        {t("title")}
      </h2>
      <p className="mb-4">{t("note")}</p>
      <ul className="rows mb-4">
        {blocked.length === 0 && <li className="meta">{t("none")}</li>}
        {blocked.map(({ handle, name }) => (
          <li key={handle} className="flex gap-4 items-baseline justify-between *:last:whitespace-nowrap">
            <p>
              <bdi>{name}</bdi> <span className="meta">{handle}</span>
            </p>
            <AccountForm
              act={unblock}
              hidden={{ handle }}
              kind="quiet"
              submit={t("end")}
              submitLabel={t("endThis", { name })}
            />
          </li>
        ))}
      </ul>
      <AccountForm
        act={block}
        fields={[
          { name: "handle", label: t("handle"), autoComplete: "off", autoCapitalize: "none", spellCheck: false },
        ]}
        kind="outline"
        submit={t("submit")}
      />
    </section>
  );
}
