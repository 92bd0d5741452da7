import { useTranslations } from "next-intl";
import { type Counts, impactOf } from "#lib/weighing/impact";

/** One box for each step above 0, and how far they are apart; the sprite draws their edges and gaps. */
const WIDTH = 6;
const PITCH = 7.5;

/** "Impact 2.7 ▮▮▮▯ by 9": the mean of the ratings, drawn as boxes, and how many there are; nothing while they are few. */
export function ImpactMean({ ratings: counts }: { ratings: Counts }) {
  const t = useTranslations("weighing");
  const impact = impactOf(counts);
  if (impact === null) return null;
  const { mean, ratings } = impact;
  return (
    <span className="impact">
      {t("impact", { mean })}
      <svg viewBox="0 0 29 8" aria-hidden="true">
        <rect className="filled" width={Math.floor(mean) * PITCH + (mean % 1) * WIDTH} height="8" />
        <use href="#impact-steps" />
      </svg>
      {t("by", { ratings })}
    </span>
  );
}
