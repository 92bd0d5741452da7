import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { StanceLabel } from "#components/ui/sign";
import type { Act, ActivityView } from "#lib/arguments/queries/activity";
import { paths } from "#lib/paths";
import { MODES } from "#lib/threads/mode";

/** What happened in a thread, newest first, a day at a time. */
export function Activity({ view: { thread, acts, page, more } }: { view: ActivityView }) {
  const t = useTranslations("activity");
  const days = [...Map.groupBy(acts, ({ at }) => at.slice(0, 10)).values()];
  return (
    <section aria-labelledby="activity">
      <h2 className="section-title" id="activity">
        <span>{t("title")}</span>
        {!thread.owned && (
          <a href={paths.feed(thread.slug)} type="application/atom+xml">
            {t("feed")}
          </a>
        )}
      </h2>
      {acts.length === 0 && <Empty>{t("none")}</Empty>}
      {days.map((day) => (
        <section className="activity-day" key={day[0]?.number} aria-labelledby={`act-${day[0]?.number}`}>
          <h3 className="label" id={`act-${day[0]?.number}`}>
            <Day at={day[0]?.at ?? ""} />
          </h3>
          <ol reversed>
            {day.map((act) => (
              <ActLine key={act.number} act={act} thread={thread.slug} />
            ))}
          </ol>
        </section>
      ))}
      {(page > 1 || more) && (
        <nav className="siblings" aria-label={t("pages")}>
          {page > 1 && (
            <a href={paths.activity(thread.slug, page - 1)} rel="prev">
              {t("later")}
            </a>
          )}
          {more && (
            <a href={paths.activity(thread.slug, page + 1)} rel="next">
              {t("earlier")}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

const TIME = { hour: "2-digit", minute: "2-digit", hour12: false } as const;

function ActLine({ act, thread }: { act: Act; thread: string }) {
  const { kind, at, by, argument, answer, into, source, mark, mode, snapshot } = act;
  const t = useTranslations("activity");
  const format = useFormatter();
  const marks = useTranslations("arguments.marks");
  const stances = useTranslations("arguments");
  const known = mark && marks.has(mark as "UNCLEAR") ? (mark as "UNCLEAR") : null;
  const modes = useTranslations("modes.names");
  const set = MODES.find((one) => one === mode);
  const parts: Record<string, string | (() => ReactNode)> = {
    by: () => <b>{by?.name}</b>,
    what: () => argument && <a href={paths.argument(argument.id)}>#{argument.number}</a>,
    stance: () => answer && <StanceLabel stance={answer.stance}>{stances(answer.stance)}</StanceLabel>,
    parent: answer?.parent ? "argument" : "question",
    to: () => answer?.parent && <a href={paths.argument(answer.parent.id)}>#{answer.parent.number}</a>,
    into: () => into && <a href={paths.argument(into.id)}>#{into.number}</a>,
    source: () => source && <a href={paths.versions(source.slug)}>{source.title}</a>,
    snapshot: () => snapshot && <a href={paths.snapshot(thread, snapshot)}>{t("snapshot")}</a>,
    mark: known ? marks(known) : "",
    mode: set ? modes(set) : "",
    history: () => argument && <a href={paths.history(argument.id)}>{t("history")}</a>,
  };
  return (
    <li>
      <time dateTime={at} className="meta">
        {format.dateTime(new Date(at), TIME)}
      </time>
      <div>
        <p>{t.rich(`kinds.${kind}`, parts)}</p>
        {argument?.claim && (
          <p className="claim claim-small">
            <a href={paths.argument(argument.id)}>{argument.claim}</a>
          </p>
        )}
      </div>
    </li>
  );
}
