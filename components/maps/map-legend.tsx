import { useTranslations } from "next-intl";
import { StanceLabel } from "#components/ui/sign";
import { Tag } from "#components/ui/tag";

/** What the lines and signs of a map mean, and, with script, its keys. */
export function MapLegend() {
  const t = useTranslations("maps.map");
  return (
    <section className="map-part" aria-labelledby="legend-title">
      <h2 className="section-title" id="legend-title">
        {t("legend")}
      </h2>
      <ul className="map-legend">
        <li>
          <StanceLabel stance="PRO">{t("PRO")}</StanceLabel> {t("solid")}
        </li>
        <li>
          <StanceLabel stance="CON">{t("CON")}</StanceLabel> {t("double")}
        </li>
        <li>
          <svg className="map-sample" viewBox="0 0 24 14" aria-hidden="true">
            <path className="line" d="M2 7h20" />
            <path className="line" d="M12 2v10" />
          </svg>
          {t("bar")}
        </li>
        <li>
          <svg className="map-sample" viewBox="0 0 24 14" aria-hidden="true">
            <path className="line" d="M2 7h20" />
            <path className="full" d="M8 3h8v8H8z" />
          </svg>
          {t("square")}
        </li>
        <li>
          <svg className="map-sample" viewBox="0 0 24 14" aria-hidden="true">
            <path className="again" d="M2 2c10 0 10 10 20 10" />
          </svg>
          {t("curve")}
        </li>
        <li>
          <Tag kind="dropped">{t("dropped")}</Tag> {t("droppedMeans")}
        </li>
        <li>{t("dotted")}</li>
      </ul>
    </section>
  );
}
