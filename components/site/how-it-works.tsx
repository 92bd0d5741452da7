import { useTranslations } from "next-intl";

const STEPS = ["read", "argue", "answer", "take"] as const;

/** What the footer's "How it works" leads to. */
export function HowItWorks() {
  const t = useTranslations("site.how");
  return (
    <section id="how" aria-labelledby="how-title">
      <h2 className="section-title" id="how-title">
        {t("title")}
      </h2>
      <ol className="rows">
        {STEPS.map((step) => (
          <li key={step}>
            <p className="label">{t(`${step}.title`)}</p>
            <p>{t(`${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
