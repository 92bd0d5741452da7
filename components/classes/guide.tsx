import { useTranslations } from "next-intl";
import { paths } from "#lib/paths";

const STEPS = {
  teachers: ["open", "join", "debate", "sides", "watch", "names", "safety", "end"],
  pupils: ["read", "claim", "support", "answer", "grant", "drop", "fair", "help"],
} as const;

/** How to begin, on a page that fits a sheet of paper. */
export function Guide({ of }: { of: keyof typeof STEPS }) {
  const t = useTranslations(`classes.guide.${of}`);
  return (
    <article className="guide max-w-2xl">
      <h1 className="title">{t("title")}</h1>
      <p className="read mt-4 mb-6">{t("lead")}</p>
      <ol className="rows">
        {STEPS[of].map((step) => (
          <li key={step}>
            <p className="label">{t(`${step}.title` as "title")}</p>
            <p className="guide-text">{t(`${step}.text` as "title")}</p>
          </li>
        ))}
      </ol>
      <p className="button-row mt-6 no-print">
        <a href={of === "teachers" ? paths.openClass() : paths.classes()}>{t("go")}</a>
        <a href={of === "teachers" ? paths.pupilsGuide() : paths.teachersGuide()}>{t("other")}</a>
      </p>
    </article>
  );
}
