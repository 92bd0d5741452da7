import { useTranslations } from "next-intl";
import { AppealForm } from "#components/moderation/appeal-form";
import type { Act } from "#components/moderation/decide-form";
import { MayNot } from "#components/site/may-not";
import { Day } from "#components/ui/day";
import { Notice } from "#components/ui/notice";
import type { DueProcess } from "#lib/moderation/queries/due-process";
import { paths } from "#lib/paths";

/** What was decided about one's own post: what, why, under which rule, what one wrote, and what comes next. */
export function Decided({ process, act }: { process: DueProcess; act: Act }) {
  const t = useTranslations("forms.appeal");
  const { argument, words, what, reason, word, at, appeal, verdict, days } = process;
  const into = argument.tombstone?.into;
  if (what === null) return <Notice kind="hint" icon="check" title={t("none")} />;
  return (
    <div className="grid gap-8 max-w-[46rem]">
      <section aria-labelledby="what">
        <h2 className="section-title" id="what">
          <span>{t("decided")}</span>
          <span>{at && <Day at={at} />}</span>
        </h2>
        <p className="read">
          {what === "merge" && into
            ? t.rich("what.merge", {
                number: into.number,
                into: (words) => <a href={paths.argument(into.id)}>{words}</a>,
              })
            : t(`what.${what}`)}
        </p>
        {reason && (
          <p className="read mt-2">
            <a href={paths.policy({ version: reason.policy })}>{t("policy", { policy: reason.policy })}</a>,{" "}
            <b>{reason.code}</b>: {reason.sentence}
          </p>
        )}
        {word && (
          <div className="mark-note mt-3">
            <p className="meta">{t("word")}</p>
            <p className="read whitespace-pre-line">{word}</p>
          </div>
        )}
      </section>
      <section aria-labelledby="words">
        <h2 className="section-title" id="words">
          {t("words")}
        </h2>
        <p className="claim">{words.claim}</p>
        {words.elaboration && <p className="read mt-2 whitespace-pre-line">{words.elaboration}</p>}
      </section>
      <section aria-labelledby="next">
        <h2 className="section-title" id="next">
          {t("next")}
        </h2>
        {what === "hidden" && <p className="read">{t("waitsHidden")}</p>}
        {what === "returned" && (
          <p className="read">
            {t("mend")} <a href={paths.edit(argument.id)}>{t("toEdit")}</a>
          </p>
        )}
        {appeal && (
          <>
            <p className="read whitespace-pre-line">“{appeal.plea}”</p>
            <p className="meta">
              {t("yours")}, <Day at={appeal.at} />
            </p>
            <p className="read mt-2">{t(appeal.granted === null ? "waits" : appeal.granted ? "granted" : "denied")}</p>
            {appeal.word && <p className="read">“{appeal.word}”</p>}
          </>
        )}
        {what !== "hidden" &&
          what !== "returned" &&
          !appeal &&
          (verdict.ok ? (
            <AppealForm argument={argument.id} days={days} act={act} />
          ) : (
            <MayNot verdict={verdict} back={paths.appeal(argument.id)} />
          ))}
      </section>
    </div>
  );
}
