import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { ImpactCounts } from "#components/weighing/impact-counts";
import { ImpactMean } from "#components/weighing/impact-mean";
import type { Act } from "#components/weighing/rate-form";
import { RateHere } from "#components/weighing/rate-here";
import type { FocusView } from "#lib/arguments/screens";
import { paths } from "#lib/paths";
import { impactOf } from "#lib/weighing/impact";
import type { RatedBefore } from "#lib/weighing/queries";

interface Props {
  view: FocusView;
  before: RatedBefore[];
  acts: { rate: Act; retract: Act };
}

const IMPACTS = [0, 1, 2, 3, 4] as const;

/** What an argument weighs where it is shown, what it weighed before it was moved there, and the way to say so. */
export function FocalImpact({ view: { thread, above, argument, link }, before, acts }: Props) {
  const t = useTranslations("weighing");
  const impact = impactOf(link.ratings);
  const parent = above.at(-1)?.argument;
  if (argument.state !== "VISIBLE") return null;
  return (
    <section className="focal-impact" aria-label={t("title.section")}>
      {impact ? (
        <>
          <p className="meta">
            <ImpactMean ratings={link.ratings} />
          </p>
          <ImpactCounts impact={impact} />
        </>
      ) : (
        <p className="meta">{t("few")}</p>
      )}
      {before.map(({ link: left, ratings, until }) => (
        <p className="meta mt-2" key={left}>
          {t.rich("before", { at: () => <Day at={until} /> })} <ImpactMean ratings={ratings} />
        </p>
      ))}
      {!thread.locked && (
        <RateHere
          link={link.id}
          acts={acts}
          href={paths.rate(argument.id, link.id)}
          words={{
            legend: parent ? t("short", { number: parent.number }) : t("shortQuestion"),
            open: t("open"),
            steps: IMPACTS.map((step) => t(`steps.${step}`)),
            retract: t("undo"),
            kept: t("kept"),
          }}
        />
      )}
    </section>
  );
}
