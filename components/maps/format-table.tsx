import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon";
import type { Format, FormatName } from "#lib/maps/formats";
import { paths } from "#lib/paths";

/** The formats in which a thread can be taken along: what each is for, and what does not survive it. */
export function FormatTable({ slug, formats }: { slug: string; formats: Record<FormatName, Format> }) {
  const t = useTranslations("pages.exports");
  const names = Object.keys(formats) as FormatName[];
  return (
    <section className="mt-6" aria-labelledby="formats-title">
      <h2 className="section-title" id="formats-title">
        {t("formats")}
      </h2>
      <table className="figures" aria-labelledby="formats-title">
        <thead>
          <tr>
            <th scope="col">{t("format")}</th>
            <th scope="col">{t("carries")}</th>
            <th scope="col">{t("loses")}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                <a href={paths.api.exported(slug, name)} download>
                  <Icon name="download" /> {t(`of.${name}.name`)}
                </a>{" "}
                <span className="meta">.{formats[name].extension}</span>
              </th>
              <td className="wide">{t(`of.${name}.carries`)}</td>
              <td className="wide" data-label={t("losesLabel")}>
                {t(`of.${name}.loses`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
