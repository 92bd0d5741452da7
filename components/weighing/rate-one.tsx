import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { WordsOfForms } from "#components/site/words-of-forms";
import { type Act, RateForm } from "#components/weighing/rate-form";
import { RetractForm } from "#components/weighing/retract-form";
import { WeighedArgument } from "#components/weighing/weighed-argument";
import { paths } from "#lib/paths";
import type { Weighed } from "#lib/weighing/through";

interface Props {
  weighed: Weighed;
  acts: { rate: Act; retract: Act };
  /** What stands here for whoever may not. */
  instead: ReactNode;
}

/** Weighing one argument at one place, on a page of its own. */
export function RateOne({ weighed, acts, instead }: Props) {
  const t = useTranslations("weighing");
  const { argument, link, answered, own } = weighed;
  return (
    <div className="weighing">
      <header className="mb-6">
        <p className="kicker">
          <a href={paths.thread(argument.thread.slug)}>{argument.thread.question}</a>
        </p>
        <h1 className="title">{t("title.one")}</h1>
      </header>
      <WeighedArgument weighed={weighed} />
      {instead ?? (
        <WordsOfForms>
          <RateForm
            link={link.id}
            from="page"
            legend={answered ? t("legend", { number: answered.number }) : t("legendQuestion")}
            own={own}
            rate={acts.rate}
          />
          {own !== null && <RetractForm link={link.id} retract={acts.retract} words={t("retract", { impact: own })} />}
        </WordsOfForms>
      )}
      <p className="meta mt-6">{t("private")}</p>
    </div>
  );
}
