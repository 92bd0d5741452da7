import { useTranslations } from "next-intl";
import { CaseRecord } from "#components/moderation/case-record";
import { CaseView } from "#components/moderation/case-view";
import { type Act, DecideForm } from "#components/moderation/decide-form";
import { QueueKeys } from "#components/moderation/queue-keys";
import { QueueList } from "#components/moderation/queue-list";
import { ReviewButton } from "#components/moderation/review-button";
import { RuleForm } from "#components/moderation/rule-form";
import { Since } from "#components/moderation/since";
import { Notice } from "#components/ui/notice";
import type { OpenCase } from "#lib/moderation/queries/case";
import type { Queue } from "#lib/moderation/queries/queue";
import { ACTS, SIEVES } from "#lib/moderation/schema";
import { paths } from "#lib/paths";

interface Props {
  queue: Queue;
  open: OpenCase | null;
  /** What one has just done, as the address says. */
  just: Record<string, string | undefined>;
  /** Whether who judges runs the forum, too. */
  runs: boolean;
  acts: Record<"decide" | "claim" | "undo" | "rule" | "bulk" | "unbulk", Act>;
}

/** The desk of a moderator: what waits, the case that is open, and its author's record. */
export function Desk({ queue, open, just, acts, runs }: Props) {
  const t = useTranslations("moderation.queue");
  const sanctions = useTranslations("sanctions.list");
  const platforms = useTranslations("platforms");
  const { total, oldest, asked, items } = queue;
  const sifted = { sieve: asked.sieve ?? undefined, thread: asked.thread ?? undefined };
  const sieves = [null, ...SIEVES];
  // One key goes through them in turn.
  const after = sieves[(sieves.indexOf(asked.sieve) + 1) % sieves.length];
  const place = items.findIndex(({ id }) => id === open?.id);
  const neighbour = (step: 1 | -1) => {
    const next = items[place + step];
    return next && paths.queue({ ...sifted, review: next.id });
  };
  return (
    <>
      <header className="desk-head">
        <h1 className="title">{t("title")}</h1>
        <p className="meta dots">
          <span>{t("waiting", { count: total })}</span>
          {oldest && <span>{t.rich("oldest", { since: () => <Since at={oldest} /> })}</span>}
          <span>
            <a href={paths.sanctions()}>{sanctions("title")}</a>
          </span>
          {runs && (
            <span>
              <a href={paths.platforms()}>{platforms("title")}</a>
            </span>
          )}
        </p>
      </header>
      <nav className="sieves meta" aria-label={t("narrow")}>
        {sieves.map((sieve) => (
          <a
            key={sieve}
            href={paths.queue({ ...sifted, sieve: sieve ?? undefined })}
            aria-current={asked.sieve === sieve ? "true" : undefined}
            data-key={sieve === after ? "f" : undefined}
          >
            {t(`sieves.${sieve ?? "all"}`)}
          </a>
        ))}
        {asked.thread && <a href={paths.queue({ sieve: sifted.sieve })}>{t("allThreads")}</a>}
      </nav>
      <Just just={just} sifted={sifted} acts={acts} />
      {open === null ? (
        <Notice kind="hint" icon="check" title={t("empty")}>
          <p>{t("emptyMeans")}</p>
        </Notice>
      ) : (
        <div className="desk">
          <QueueList queue={queue} current={open.id} reasons={open.reasons} sifted={sifted} bulk={acts.bulk} />
          <article aria-labelledby="case">
            <CaseView open={open} />
            {open.challenges.map((challenge) => (
              <RuleForm key={challenge.id} challenge={challenge} review={open.id} sifted={sifted} act={acts.rule} />
            ))}
            <DecideForm
              key={`${open.id} ${open.edition}`}
              open={open}
              sifted={sifted}
              act={acts.decide}
              claim={acts.claim}
            />
          </article>
          <CaseRecord open={open} />
        </div>
      )}
      <QueueKeys next={neighbour(1)} previous={neighbour(-1)} words={t("keys.done")} />
    </>
  );
}

/** What one has just decided or taken back, with the way back; of many at once, `did` names them all. */
function Just({
  just: { did, act, number, done, kept, sanctioned },
  sifted,
  acts: { undo, unbulk },
}: {
  just: Props["just"];
  sifted: Record<string, string | undefined>;
  acts: Pick<Props["acts"], "undo" | "unbulk">;
}) {
  const t = useTranslations("moderation.queue");
  const named = did && /^[a-z0-9]{1,32}$/.test(did) ? did : null;
  if (done && /^\d{1,3}$/.test(done)) {
    const back = act === "UNDO";
    return (
      <div className="toast" role="status">
        <span>{t(back ? "bulkUndone" : "bulkDone", { done: Number(done), kept: Number(kept) || 0 })}</span>
        {named && !back && done !== "0" && (
          <ReviewButton act={unbulk} hidden={{ batch: named, ...sifted }} words={t("bulkUndo")} dataKey="z" />
        )}
      </div>
    );
  }
  const known = ACTS.find((one) => one === act);
  if (named && known)
    return (
      <div className="toast" role="status">
        <span>{t(`did.${known}`, { number: number && /^\d{1,9}$/.test(number) ? number : "" })}</span>
        <ReviewButton act={undo} hidden={{ review: named, ...sifted }} words={t("undo")} dataKey="z" />
      </div>
    );
  if (sanctioned && /^[a-z0-9-]{1,40}$/.test(sanctioned))
    return (
      <div className="toast" role="status">
        <span>
          {t.rich("sanctioned", {
            to: (words) => <a href={paths.sanction(sanctioned)}>{words}</a>,
            handle: sanctioned,
          })}
        </span>
      </div>
    );
  return null;
}
