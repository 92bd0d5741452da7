import { useFormatter, useTranslations } from "next-intl";
import type { AssignmentView } from "#lib/classes/assignment-queries";
import { paths } from "#lib/paths";

/** A moment as people plan by it, and how far away it is; times are UTC and say so. */
export function Due({ at, now }: { at: number; now: string }) {
  const t = useTranslations("assignments");
  const format = useFormatter();
  const date = new Date(at);
  const day = format.dateTime(date, { weekday: "long", day: "numeric", month: "short" });
  const time = format.dateTime(date, { hour: "2-digit", minute: "2-digit" });
  return (
    <>
      <time dateTime={date.toISOString()}>
        <b>{t("moment", { day, time })}</b>
      </time>
      , {format.relativeTime(date, new Date(now))}
    </>
  );
}

/** What it is, who set it, where it is done and by when. */
export function AssignmentHead({ assignment }: { assignment: AssignmentView }) {
  const t = useTranslations("assignments");
  const { class: room, title, setBy, threads, rounds, round, phase, now } = assignment;
  const open = rounds.find(({ ordinal }) => ordinal === round);
  const next = rounds.find(({ opensAt }) => opensAt > Date.parse(now));
  return (
    <header>
      <p className="kicker">
        <a href={paths.class(room.slug)}>{room.name}</a>
      </p>
      <h1 className="title">{title}</h1>
      <p className="meta dots mt-2">
        <span>
          {t("setBy")} <bdi>{setBy.name}</bdi>
        </span>
        {threads.length === 1 && threads[0] && (
          <span>
            {t("thread")} <a href={paths.thread(threads[0].slug)}>{threads[0].question}</a>
          </span>
        )}
        {phase === "OPEN" && open && (
          <span>
            {t("due")} <Due at={open.dueAt} now={now} />
          </span>
        )}
        {phase !== "OPEN" && next && (
          <span>
            {t("opens")} <Due at={next.opensAt} now={now} />
          </span>
        )}
        {phase === "OVER" && open && (
          <span>
            {t("wasDue")} <Due at={open.dueAt} now={now} />
          </span>
        )}
      </p>
    </header>
  );
}

/** The way through it: its rounds, and the frozen state at its end. */
export function AssignmentSteps({ assignment }: { assignment: AssignmentView }) {
  const t = useTranslations("assignments.steps");
  const format = useFormatter();
  const { rounds, snapshots, now, sides } = assignment;
  const at = Date.parse(now);
  const day = (moment: number) => format.dateTime(new Date(moment), { day: "numeric", month: "short" });
  const last = rounds.at(-1);
  return (
    <ol className="steps">
      {rounds.map(({ ordinal, opensAt, dueAt }) => {
        const here = opensAt <= at && at < dueAt;
        const name = ordinal === 1 ? (sides === "NONE" ? "argue" : "side") : sides === "NONE" ? "again" : "switch";
        return (
          <li key={ordinal} className={at >= dueAt ? "done" : ""} aria-current={here ? "step" : undefined}>
            {t(name, { opens: day(opensAt), due: day(dueAt), state: at < opensAt ? "ahead" : "begun" })}
          </li>
        );
      })}
      {snapshots && last && (
        <li className={at >= last.dueAt ? "done" : ""}>{t("snapshot", { day: day(last.dueAt) })}</li>
      )}
    </ol>
  );
}
