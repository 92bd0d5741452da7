import { useTranslations } from "next-intl";
import { StanceLine } from "#components/arguments/card-head";
import { Quotation } from "#components/arguments/quotation";
import { Question } from "#components/threads/question";
import { RaisingPassage } from "#components/threads/raising-passage";
import { BalanceBar } from "#components/ui/bar";
import { Day } from "#components/ui/day";
import { Rail } from "#components/ui/rail";
import { StanceLabel, stanceClass } from "#components/ui/sign";
import type { Exchange } from "#lib/arguments/latest";
import type { LeadView } from "#lib/arguments/queries/front";
import type { ArgumentView, LinkView, Stance } from "#lib/arguments/view";
import { paths } from "#lib/paths";

const STANCES: Stance[] = ["PRO", "CON"];

/** The thread that leads the front page: what raised it, where either side is most answered, and the latest exchange. */
export function ThreadLead({ lead: { thread, sides, most, exchange } }: { lead: LeadView }) {
  return (
    <article>
      <Question question={thread.question} slug={thread.slug} />
      <div className="mt-4">
        <RaisingPassage passage={thread.raisedBy} />
      </div>
      <div className="mt-6">
        <BalanceBar counts={sides} />
      </div>
      <div className="duo">
        {STANCES.map((stance) => {
          const found = most[stance];
          return found && <MostAnswered key={stance} stance={stance} {...found} />;
        })}
      </div>
      {exchange && <LatestExchange exchange={exchange} />}
    </article>
  );
}

function MostAnswered({ stance, argument, answers }: { stance: Stance; argument: ArgumentView; answers: number }) {
  const t = useTranslations("threads");
  const [citation] = argument.citations;
  return (
    <section className={stanceClass(stance)}>
      <StanceLabel stance={stance}>{t(`mostAnswered.${stance}`)}</StanceLabel>
      <h2 className="claim mt-1">
        <a href={paths.argument(argument.id)}>{argument.claim}</a>
      </h2>
      {citation && <Quotation citation={citation} />}
      <p className="meta mt-2 dots">
        <span>{argument.author.name}</span>
        <span>{t("answers", { count: answers })}</span>
      </p>
    </section>
  );
}

function LatestExchange({ exchange: { answered, answer, link } }: { exchange: Exchange<ArgumentView, LinkView> }) {
  const t = useTranslations("threads");
  return (
    <section className="exchange" aria-labelledby="exchange-title">
      <h2 className="label" id="exchange-title">
        {t("latestExchange")}
      </h2>
      <p className="claim mt-2">
        <a href={paths.argument(answered.id)}>{answered.claim}</a>
      </p>
      <p className="meta mt-1">{answered.author.name}</p>
      <div className="mt-3">
        <Rail stance={link.stance}>
          <p className="meta">
            <StanceLine link={link} />
          </p>
          <p className="claim">
            <a href={paths.argument(answer.id)}>{answer.claim}</a>
          </p>
          {answer.citations.map((citation) => (
            <Quotation key={citation.id} citation={citation} />
          ))}
          <p className="meta mt-1">
            {answer.author.name}, <Day at={answer.postedAt} />
          </p>
        </Rail>
      </div>
    </section>
  );
}
