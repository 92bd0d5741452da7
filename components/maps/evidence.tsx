import { useTranslations } from "next-intl";
import { Balance, Reliance, Standing, Turns } from "#components/maps/evidence-figures";
import { Challenged, Dropped, People } from "#components/maps/evidence-lists";
import { ContestedPassages, PassageTable } from "#components/maps/evidence-passages";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import type { Evidence } from "#lib/maps/evidence";
import { paths } from "#lib/paths";

/** What a thread stands on. Every figure leads to what it counts. */
export function EvidenceBody({ evidence }: { evidence: Evidence }) {
  const t = useTranslations("evidence");
  const { slug } = evidence.thread;
  if (evidence.arguments === 0) {
    return (
      <div className="mt-6">
        <Empty action={<Button href={paths.argue(slug)}>{t("argue")}</Button>}>{t("empty")}</Empty>
      </div>
    );
  }
  return (
    <div className="evidence">
      <div className="three">
        <Standing evidence={evidence} />
        <Reliance evidence={evidence} />
        <Balance evidence={evidence} />
      </div>
      <Challenged slug={slug} challenged={evidence.challenged} />
      <ContestedPassages slug={slug} passages={evidence.contested} />
      <PassageTable slug={slug} passages={evidence.passages} />
      <div className="two">
        <Turns slug={slug} turns={evidence.turns} />
        <Dropped slug={slug} dropped={evidence.dropped} unanswered={evidence.unanswered} />
      </div>
      <People slug={slug} people={evidence.people} of={evidence.arguments} />
    </div>
  );
}
