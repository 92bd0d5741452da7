import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { WordsOfForms } from "#components/site/words-of-forms";
import { Button } from "#components/ui/button";
import { UndoToast } from "#components/ui/undo-toast";
import { ByKeys } from "#components/weighing/by-keys";
import { OwnRatings } from "#components/weighing/own-ratings";
import { type Act, RateForm } from "#components/weighing/rate-form";
import { WeighedArgument } from "#components/weighing/weighed-argument";
import { paths } from "#lib/paths";
import type { OwnRating, Through } from "#lib/weighing/through";

interface Props {
  through: Through;
  /** What one has weighed, where that is shown. */
  own: OwnRating[] | null;
  acts: { rate: Act; retract: Act };
  /** What stands here for whoever may not. */
  instead: ReactNode;
}

/** A thread's arguments one at a time: each is weighed or passed over, and what was just said can be taken back. */
export function WeighThrough({ through, own, acts, instead }: Props) {
  const t = useTranslations("weighing");
  const { thread, before, progress } = through;
  return (
    <div className="weighing">
      {before && (
        <UndoToast
          key={before.link}
          said={t("said", before)}
          undo={t("toastUndo")}
          act={acts.retract}
          given={{ link: before.link, from: "through" }}
        />
      )}
      <header className="mb-6">
        <p className="kicker">
          <a href={paths.thread(thread.slug)}>{thread.question}</a>
        </p>
        <h1 className="title">{t("title.through")}</h1>
        {!instead && (
          <p className="progress">
            <progress max={Math.max(progress.all, 1)} value={progress.rated} aria-label={t("progress", progress)} />
            <span className="meta">{t("progress", progress)}</span>
          </p>
        )}
      </header>
      {instead ?? (own ? <OwnRatings slug={thread.slug} own={own} /> : <Next through={through} acts={acts} />)}
    </div>
  );
}

function Next({ through: { thread, next, progress }, acts }: Pick<Props, "through" | "acts">) {
  const t = useTranslations("weighing");
  if (!next) {
    const left = progress.all - progress.rated;
    return (
      <>
        <p className="read mb-4">{left > 0 ? t("skipped", { left }) : t("done")}</p>
        <p className="button-row">
          {left > 0 && (
            <Button kind="solid" href={paths.weigh(thread.slug)}>
              {t("again")}
            </Button>
          )}
          <Button href={paths.weigh(thread.slug, { view: "own" })}>{t("own.show")}</Button>
          <Button href={paths.thread(thread.slug)}>{t("toThread")}</Button>
        </p>
      </>
    );
  }
  const { link, answered, own } = next;
  return (
    <ByKeys key={link.id} label={t("title.through")}>
      <WeighedArgument weighed={next} />
      <WordsOfForms>
        <RateForm
          link={link.id}
          from="through"
          legend={answered ? t("legend", { number: answered.number }) : t("legendQuestion")}
          own={own}
          rate={acts.rate}
        />
      </WordsOfForms>
      <p className="button-row mt-4">
        <Button href={paths.weigh(thread.slug, { after: link.id })} data-key="s">
          {t("skip")}
        </Button>
        <a className="quiet" href={paths.weigh(thread.slug, { view: "own" })}>
          {t("own.show")}
        </a>
      </p>
      <p className="meta mt-4">
        {t("private")} <span className="keys">{t("keys")}</span>
      </p>
    </ByKeys>
  );
}
