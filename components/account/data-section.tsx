import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { paths } from "#lib/paths";

/** In which language one reads, what one may take along, and the way out. */
export function DataSection() {
  const t = useTranslations("account");
  return (
    <>
      <section aria-labelledby="language">
        <h2 className="section-title" id="language">
          {t("language.title")}
        </h2>
        <p>{t("language.only")}</p>
      </section>
      <section aria-labelledby="data">
        <h2 className="section-title" id="data">
          {t("data.title")}
        </h2>
        <p className="mb-4">{t("data.note")}</p>
        <p className="button-row">
          <Button href={paths.api.ownData()} download>
            {t("data.download")}
          </Button>
          <Button kind="quiet" href={paths.closeAccount()}>
            {t("data.close")}
          </Button>
        </p>
      </section>
    </>
  );
}
