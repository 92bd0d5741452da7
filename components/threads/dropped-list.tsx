import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { StanceLabel } from "#components/ui/sign";
import type { LeadView } from "#lib/arguments/queries/front";
import { paths } from "#lib/paths";

/** Arguments that the other side passed over; nothing where there are none. */
export function DroppedList({ dropped: { count, first } }: Pick<LeadView, "dropped">) {
  const t = useTranslations("threads");
  const words = useTranslations("arguments");
  if (count === 0) return null;
  return (
    <section aria-labelledby="dropped-title">
      <h2 className="section-title" id="dropped-title">
        <span>{t("dropped")}</span>
        <span>{count}</span>
      </h2>
      <ol className="rows">
        {first.map(({ id, claim, postedAt, side }) => (
          <li key={id}>
            <p className="meta">
              <StanceLabel stance={side}>{words(side)}</StanceLabel>{" "}
              {t.rich("unopposed", { at: () => <Day at={postedAt} /> })}
            </p>
            <p className="claim claim-small">
              <a href={paths.argument(id)}>{claim}</a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
