import { useTranslations } from "next-intl";
import { HowItWorks } from "#components/site/how-it-works";
import { DroppedList } from "#components/threads/dropped-list";
import { type Brief, ThreadBrief } from "#components/threads/thread-brief";
import { ThreadLead } from "#components/threads/thread-lead";
import { Button } from "#components/ui/button";
import type { LeadView } from "#lib/arguments/queries/front";
import { paths } from "#lib/paths";

/** As many as stand beside a lead of its length; the others follow below. */
const BESIDE = 2;

/** The front page: one thread leads, the others follow, and the margin says what waits for an answer. */
export function Front({ lead, others }: { lead: LeadView; others: Brief[] }) {
  const t = useTranslations("threads");
  return (
    <>
      <div className="front-top">
        <p className="strap">{t("strap")}</p>
        <Button href={paths.openThread()}>{t("open")}</Button>
      </div>
      <div className="front">
        <ThreadLead lead={lead} />
        <div className="others">
          {others.slice(0, BESIDE).map((thread) => (
            <ThreadBrief key={thread.slug} thread={thread} />
          ))}
        </div>
        <div>
          <DroppedList dropped={lead.dropped} />
          <HowItWorks />
        </div>
      </div>
      {others.length > BESIDE && (
        <section className="mt-12" aria-labelledby="more-title">
          <h2 className="section-title" id="more-title">
            {t("more")}
          </h2>
          <div className="more-threads">
            {others.slice(BESIDE).map((thread) => (
              <ThreadBrief key={thread.slug} thread={thread} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
