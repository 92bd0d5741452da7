import { useTranslations } from "next-intl";
import { RaisingPassage } from "#components/threads/raising-passage";
import { BalanceBar } from "#components/ui/bar";
import { Day } from "#components/ui/day";
import { StanceLabel } from "#components/ui/sign";
import type { PersonRef, Stance } from "#lib/arguments/view";
import { paths } from "#lib/paths";
import type { RaisedView } from "#lib/sources/view";

export interface Brief {
  slug: string;
  question: string;
  raisedBy: RaisedView;
  counts: Record<Stance, number>;
  last: { id: string; claim: string; stance: Stance; author: PersonRef; postedAt: string } | null;
}

/** A thread on the front page: its question, the words that raised it, the balance, what was said last. */
export function ThreadBrief({ thread }: { thread: Brief }) {
  const t = useTranslations("ui");
  const { slug, question, raisedBy, counts, last } = thread;
  return (
    <article>
      <h2 className="head">
        <a href={paths.thread(slug)}>{question}</a>
      </h2>
      <div className="mt-3">
        <RaisingPassage passage={raisedBy} />
      </div>
      <div className="mt-4">
        <BalanceBar counts={counts} />
      </div>
      {last && (
        <>
          <p className="claim claim-small mt-3">
            <a href={paths.argument(last.id)}>{last.claim}</a>
          </p>
          <p className="meta mt-1">
            <StanceLabel stance={last.stance}>{t(last.stance === "PRO" ? "pro" : "con")}</StanceLabel>{" "}
            {last.author.name}, <Day at={last.postedAt} />
          </p>
        </>
      )}
    </article>
  );
}
