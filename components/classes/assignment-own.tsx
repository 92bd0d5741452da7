import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";
import { Notice } from "#components/ui/notice";
import { StanceLabel } from "#components/ui/sign";
import type { Count, Progress } from "#lib/classes/assignment-progress";
import type { AssignmentView, OwnProgress } from "#lib/classes/assignment-queries";
import type { OwnPeers } from "#lib/classes/peer-queries";
import { paths } from "#lib/paths";

interface Props {
  assignment: AssignmentView;
  own: OwnProgress;
  peers: OwnPeers | null;
}

/** What a pupil is asked, and what of it the record shows. */
export function OwnAssignment({ assignment, own, peers }: Props) {
  const t = useTranslations("assignments");
  const ofPeers = useTranslations("peers");
  const { thread, postsFirst } = own;
  return (
    <div className="grid gap-8">
      {postsFirst && (
        <Notice kind="hint" icon="eye-off" title={t("postFirst.title", { count: assignment.postFirst })}>
          <p>{t("postFirst.why")}</p>
        </Notice>
      )}
      {own.rounds.toReversed().map((round) => (
        <OwnRound key={round.ordinal} round={round} several={assignment.rounds.length > 1} thread={thread?.slug} />
      ))}
      {thread && (
        <p className="button-row">
          <Button kind="solid" href={paths.thread(thread.slug)}>
            {t("goOn")}
          </Button>
          <Button href={paths.argue(thread.slug)}>{t("argue")}</Button>
        </p>
      )}
      {peers && (
        <p>
          <a href={paths.ofAssignment(assignment.class.slug, assignment.slug, "peers")}>
            {ofPeers("ownLink", {
              open: peers.asked.phase === "WRITING" ? peers.toGive.filter(({ given }) => !given).length : 0,
            })}
          </a>
        </p>
      )}
    </div>
  );
}

interface RoundProps {
  round: OwnProgress["rounds"][number];
  several: boolean;
  /** Where it is argued, by slug. */
  thread: string | undefined;
}

function OwnRound({ round, several, thread }: RoundProps) {
  const t = useTranslations("assignments");
  const { ordinal, side, progress } = round;
  const done = progress.counts.filter((one) => one.done >= one.asked).length;
  return (
    <section aria-labelledby={`round-${ordinal}`}>
      <h2 className="section-title" id={`round-${ordinal}`}>
        <span>
          {several && t("round", { ordinal })}
          {side === null ? t("youArgue.open") : <YouArgue side={side} />}
        </span>
        <span>{t("doneOf", { done, all: progress.counts.length })}</span>
      </h2>
      <ol className="asked">
        {progress.counts.map((count) => (
          <Asked key={count.measure} count={count} thread={thread} />
        ))}
      </ol>
      <Uncounted progress={progress} thread={thread} />
    </section>
  );
}

function YouArgue({ side }: { side: "PRO" | "CON" }) {
  const t = useTranslations("assignments");
  return (
    <>
      {t("youArgue.side")} <StanceLabel stance={side}>{t(`sides.${side}`)}</StanceLabel>
    </>
  );
}

/** Arguments by number, each a link where it is known in which thread. */
function Numbers({ of, thread }: { of: readonly number[]; thread: string | undefined }) {
  return of.map((number, at) => (
    <Fragment key={number}>
      {at > 0 && ", "}
      {thread ? <a href={paths.numbered(thread, number)}>#{number}</a> : `#${number}`}
    </Fragment>
  ));
}

function Asked({ count: { measure, asked, done, by }, thread }: { count: Count; thread: string | undefined }) {
  const t = useTranslations("assignments");
  const there = done >= asked;
  return (
    <li>
      <Icon name={there ? "check" : "circle"} />
      <span>
        <span className="sr-only">{t(there ? "isDone" : "isOpen")} </span>
        {t(`asks.${measure}`, { count: asked })}
      </span>
      <b className="tabular-nums">{t("of", { done: Math.min(done, asked), asked })}</b>
      <p className="meta">{by.length === 0 ? t(`how.${measure}`) : <Numbers of={by} thread={thread} />}</p>
    </li>
  );
}

function Uncounted({ progress: { uncounted, late }, thread }: { progress: Progress; thread: string | undefined }) {
  const t = useTranslations("assignments");
  if (uncounted.length === 0 && late.length === 0) return null;
  return (
    <div className="mt-3 grid gap-1">
      {uncounted.map(({ id, number, why }) => (
        <p className="meta" key={id}>
          <a href={paths.argument(id)}>#{number}</a> {t(`uncounted.${why}`)}
        </p>
      ))}
      {late.length > 0 && (
        <p className="meta">{t.rich("late", { numbers: () => <Numbers of={late} thread={thread} /> })}</p>
      )}
    </div>
  );
}
