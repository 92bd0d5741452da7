import { useTranslations } from "next-intl";
import { type Counts, impactOf } from "#lib/weighing/impact";

/** One box for each step above 0, 7 wide with its gap. */
const STEPS = [0, 1, 2, 3];
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
        {STEPS.map((step) => (
          <rect key={step} className="step" x={step * PITCH + 0.5} y="0.5" width={WIDTH - 1} height="7" />
        ))}
        {STEPS.filter((step) => mean > step).map((step) => (
          <rect key={step} className="filled" x={step * PITCH} width={Math.min(1, mean - step) * WIDTH} height="8" />
        ))}
      </svg>
      {t("by", { ratings })}
    </span>
  );
}
