import { useTranslations } from "next-intl";
import { StanceLine } from "#components/arguments/card-head";
import { AnsweredClaim } from "#components/arguments/places-list";
import { Quotation } from "#components/arguments/quotation";
import { DocumentText } from "#components/editor/document";
import { Day } from "#components/ui/day";
import { Rail } from "#components/ui/rail";
import { paths } from "#lib/paths";
import type { Weighed } from "#lib/weighing/through";

/** What is to be weighed, below what it is to be weighed against. */
export function WeighedArgument({ weighed: { argument, link, answered } }: { weighed: Weighed }) {
  const t = useTranslations("weighing");
  return (
    <div className="weighed">
      <div className="against">
        <p className="meta">{answered ? t("against", { number: answered.number }) : t("againstQuestion")}</p>
        <AnsweredClaim thread={argument.thread} answered={answered} />
      </div>
      <Rail stance={link.stance}>
        <p className="meta">
          <StanceLine link={link} /> <span className="ref">#{argument.number}</span> <b>{argument.author.name}</b>,{" "}
          <Day at={argument.postedAt} />
        </p>
        <h2 className="claim claim-top" id="weighed-claim">
          <a href={paths.argument(argument.id)}>{argument.claim}</a>
        </h2>
        {argument.citations.map((citation) => (
          <Quotation key={citation.id} citation={citation} full />
        ))}
        {argument.body && (
          <details className="mt-3">
            <summary className="quiet">{t("elaboration")}</summary>
            <DocumentText document={argument.body} />
          </details>
        )}
      </Rail>
    </div>
  );
}
