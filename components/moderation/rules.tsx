import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { Notice } from "#components/ui/notice";
import type { PolicyView, RuleView } from "#lib/moderation/queries/rules";
import { paths } from "#lib/paths";

interface Props {
  policy: PolicyView;
  /** Threads with rules of their own; for the site's policy alone. */
  others: { slug: string; question: string }[];
}

/** The rules by which posts are judged, as a list to be read, each with how often it was called on. */
export function Rules({ policy, others }: Props) {
  const t = useTranslations("moderation.policy");
  const { number, since, newest, versions, rules, thread } = policy;
  return (
    <>
      <header className="mb-6">
        {thread && (
          <p className="kicker">
            <a href={paths.thread(thread.slug)}>{thread.question}</a>
          </p>
        )}
        <h1 className="title">{t(thread ? "titleOfThread" : "title")}</h1>
        <p className="meta dots mt-2">
          <span>{t("version", { number })}</span>
          <span>{t.rich("since", { at: () => <Day at={since} /> })}</span>
          {thread && (
            <span>
              <a href={paths.policy()}>{t("sites")}</a>
            </span>
          )}
        </p>
        <p className="read mt-4">{t(thread ? "beside" : "what")}</p>
      </header>
      {number !== newest && (
        <div className="mb-6">
          <Notice kind="hint" title={t("old")}>
            <p>
              <a href={paths.policy({ thread: thread?.slug })}>{t("toNewest")}</a>
            </p>
          </Notice>
        </div>
      )}
      <section aria-labelledby="rules">
        <h2 className="section-title" id="rules">
          <span>{t("reasons")}</span>
          <span>{t("reasonCount", { count: rules.length })}</span>
        </h2>
        <ol className="rows">
          {rules.map((rule) => (
            <Rule key={rule.code} rule={rule} />
          ))}
        </ol>
      </section>
      <section className="mt-8" aria-labelledby="how">
        <h2 className="section-title" id="how">
          {t("how")}
        </h2>
        <div className="prose">
          <p>{t("told")}</p>
          <p>{t("kept")}</p>
        </div>
      </section>
      {others.length > 0 && (
        <section className="mt-8" aria-labelledby="own">
          <h2 className="section-title" id="own">
            {t("own")}
          </h2>
          <ul className="rows">
            {others.map(({ slug, question }) => (
              <li key={slug}>
                <a href={paths.policy({ thread: slug })}>{question}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {versions.length > 1 && (
        <section className="mt-8" aria-labelledby="versions">
          <h2 className="section-title" id="versions">
            {t("versions")}
          </h2>
          <ul className="rows">
            {versions.map((one) => (
              <li key={one.number}>
                {one.number === number ? (
                  <b>{t("version", { number: one.number })}</b>
                ) : (
                  <a href={paths.policy({ thread: thread?.slug, version: one.number })}>
                    {t("version", { number: one.number })}
                  </a>
                )}
                <span className="meta">
                  , <Day at={one.since} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Rule({ rule }: { rule: RuleView }) {
  const t = useTranslations("moderation.policy");
  const { code, sentence, example, decisions, lifted } = rule;
  return (
    <li id={`rule-${code}`}>
      <p className="meta dots">
        <span>
          <code>{code}</code>
        </span>
        <span>{t("decisions", { count: decisions })}</span>
        {lifted > 0 && <span>{t("lifted", { count: lifted })}</span>}
      </p>
      <p className="claim claim-small mt-1">{sentence}</p>
      {example && <p className="read mt-1 whitespace-pre-line">{t("example", { example })}</p>}
    </li>
  );
}
