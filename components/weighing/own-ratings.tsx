import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { paths } from "#lib/paths";
import type { OwnRating } from "#lib/weighing/through";

/** The debate as one weighs it oneself: what weighs most first, each to be changed. Nobody else sees this. */
export function OwnRatings({ slug, own }: { slug: string; own: OwnRating[] }) {
  const t = useTranslations("weighing");
  return (
    <>
      <h2 className="section-title">{t("own.title")}</h2>
      {own.length === 0 && <p className="read mb-4">{t("own.none")}</p>}
      <ol className="own-ratings">
        {own.map(({ link, impact, argument }) => (
          <li key={link}>
            <span className="numeral" title={t(`steps.${impact as 0}`)}>
              {impact}
            </span>
            <span>
              <a className="claim" href={paths.argument(argument.id)}>
                {argument.claim}
              </a>{" "}
              <span className="ref">#{argument.number}</span>
            </span>
            <a className="quiet" href={paths.rate(argument.id, link)}>
              {t("own.change")}
              <span className="sr-only"> #{argument.number}</span>
            </a>
          </li>
        ))}
      </ol>
      <p className="button-row mt-6">
        <Button kind="solid" href={paths.weigh(slug)}>
          {t("own.goOn")}
        </Button>
        <Button href={paths.thread(slug)}>{t("toThread")}</Button>
      </p>
    </>
  );
}
