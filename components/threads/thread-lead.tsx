import { useTranslations } from "next-intl";
import { Quotation } from "#components/arguments/quotation";
import { Question } from "#components/threads/question";
import { RaisingPassage } from "#components/threads/raising-passage";
import { BalanceBar } from "#components/ui/bar";
import { Day } from "#components/ui/day";
import { StanceLabel, stanceClass } from "#components/ui/sign";
import { latestBySide, type Said } from "#lib/arguments/latest";
import { countBySide } from "#lib/arguments/tree";
import type { Stance } from "#lib/arguments/view";
import { paths } from "#lib/paths";
import type { ThreadView } from "#lib/threads/view";

const STANCES: Stance[] = ["PRO", "CON"];

/** The thread that leads the front page: its question, the words that raised it, and what either side said last. */
export function ThreadLead({ thread }: { thread: ThreadView }) {
  const latest = latestBySide(thread);
  return (
    <article>
      <Question question={thread.question} slug={thread.slug} />
      <div className="mt-4">
        <RaisingPassage passage={thread.raisedBy} />
      </div>
      <div className="mt-6">
        <BalanceBar counts={countBySide(thread)} />
      </div>
      <div className="duo">
        {STANCES.map((side) => {
          const said = latest[side];
          return said && <LastSaid key={side} side={side} said={said} />;
        })}
      </div>
    </article>
  );
}

/** The latest word of one side. */
function LastSaid({ side, said: { argument } }: { side: Stance; said: Said }) {
  const t = useTranslations("threads");
  const [citation] = argument.citations;
  return (
    <section className={stanceClass(side)}>
      <StanceLabel stance={side}>{t(`lastSaid.${side}`)}</StanceLabel>
      <h2 className="claim mt-1">
        <a href={paths.argument(argument.id)}>{argument.claim}</a>
      </h2>
      {citation && <Quotation citation={citation} />}
      <p className="meta mt-2">
        {argument.author.name}, <Day at={argument.postedAt} />
      </p>
    </section>
  );
}
