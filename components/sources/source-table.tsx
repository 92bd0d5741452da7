import { useTranslations } from "next-intl";
import { paths } from "#lib/paths";
import type { Rights, SourceKind } from "#lib/sources/view";

interface Row {
  slug: string;
  title: string;
  kind: SourceKind;
  rights: Rights;
  version: number;
  paragraphs: number;
  cited: number;
  arguments: number;
}

/** The sources and how much stands on each; its caption is the section's title. */
export function SourceTable({ sources }: { sources: Row[] }) {
  const t = useTranslations("sources");
  return (
    <section id="sources" className="mt-12" aria-labelledby="sources-title">
      <h2 className="section-title" id="sources-title">
        {t("title")} <a href={paths.bringSource()}>{t("bring")}</a>
      </h2>
      <table className="figures" aria-labelledby="sources-title">
        <thead>
          <tr>
            <th scope="col">{t("text")}</th>
            <th scope="col">{t("keptAs")}</th>
            <th scope="col" className="number">
              {t("paragraphs")}
            </th>
            <th scope="col" className="number">
              {t("citedPassages")}
            </th>
            <th scope="col" className="number">
              {t("arguments")}
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.slug}>
              <th scope="row">
                <a href={paths.source(source.slug)}>{source.title}</a>
              </th>
              <td className="wide">
                {t(source.kind === "DIGEST" ? "keptDigest" : `kept.${source.rights}`, { version: source.version })}
              </td>
              <td className="number" data-label={t("paragraphs")}>
                {source.paragraphs}
              </td>
              <td className="number" data-label={t("citedPassages")}>
                {source.cited}
              </td>
              <td className="number" data-label={t("arguments")}>
                {source.arguments}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
