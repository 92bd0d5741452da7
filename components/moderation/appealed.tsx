import { useTranslations } from "next-intl";
import { Quotation } from "#components/arguments/quotation";
import { Day } from "#components/ui/day";
import { Rail } from "#components/ui/rail";
import type { OpenCase } from "#lib/moderation/queries/case";
import { paths } from "#lib/paths";

interface Props {
  appeal: NonNullable<OpenCase["appeal"]>;
  tookIn: OpenCase["tookIn"];
}

/** Why an author appeals, against what; of a merge, what took theirs in stands beside it, to be compared. */
export function Appealed({ appeal: { plea, code, at, into }, tookIn }: Props) {
  const t = useTranslations("moderation.queue");
  return (
    <section className="mt-6" aria-labelledby="plea">
      <h3 className="section-title" id="plea">
        <span>{t("plea")}</span>
        <span>
          {into ? t("mergedInto", { number: into.number }) : code}, <Day at={at} />
        </span>
      </h3>
      <p className="read whitespace-pre-line">{plea}</p>
      {tookIn && (
        <div className="mt-4">
          <Rail stance={tookIn.links[0]?.stance ?? "PRO"} state={tookIn.claim === null ? "gone" : undefined}>
            <p className="meta">{t("says", { number: tookIn.number, name: tookIn.author.name })}</p>
            <p className="claim claim-small">
              <a href={paths.argument(tookIn.id)}>{tookIn.claim ?? t("parentGone")}</a>
            </p>
            {tookIn.citations.map((citation) => (
              <Quotation key={citation.id} citation={citation} />
            ))}
          </Rail>
        </div>
      )}
      {into?.note && (
        <p className="read mt-3">
          {t("mergedWhy")}: “{into.note}”
        </p>
      )}
      {into?.undone && <p className="meta mt-3">{t("mergedBack")}</p>}
    </section>
  );
}
