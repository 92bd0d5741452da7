import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { paths } from "#lib/paths";
import { dismissSomebody, nameSomebody } from "#lib/threads/actions";

interface Props {
  slug: string;
  moderators: { handle: string; name: string }[];
}

/** Who moderates a thread beside the site's moderators; for whoever names them. */
export function Moderators({ slug, moderators }: Props) {
  const t = useTranslations("threads.moderators");
  return (
    <section className="mt-12" aria-labelledby="moderators">
      <h2 className="section-title" id="moderators">
        {t("title")}
      </h2>
      {moderators.length === 0 && <p className="read mb-4">{t("none")}</p>}
      <ul className="rows mb-6">
        {moderators.map(({ handle, name }) => (
          <li key={handle} className="button-row">
            <a href={paths.person(handle)}>
              <bdi>{name}</bdi>
            </a>
            <AccountForm
              act={dismissSomebody}
              hidden={{ slug, handle }}
              kind="quiet"
              submit={t("dismiss")}
              submitLabel={t("dismissLabel", { name })}
            />
          </li>
        ))}
      </ul>
      <AccountForm
        act={nameSomebody}
        hidden={{ slug }}
        fields={[{ name: "handle", label: t("handle"), autoCapitalize: "none", spellCheck: false }]}
        kind="outline"
        submit={t("name")}
      />
    </section>
  );
}
