import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClassForm } from "#components/classes/class-form";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { copyDebate } from "#lib/classes/actions";
import type { ClassView, CodeView } from "#lib/classes/queries";
import { WARN_DAYS } from "#lib/classes/schema";
import { paths } from "#lib/paths";

const DAY_MS = 86_400_000;

interface Props {
  of: ClassView;
  /** The code in force, for teachers. */
  code: CodeView | null;
  /** Public debates to copy, for teachers. */
  templates: { slug: string; question: string }[];
  /** What the class is set to do. */
  assignments?: ReactNode;
}

/** A class as its members find it: what to do, and where it argues. */
export function ClassPage({ of, code, templates, assignments }: Props) {
  const t = useTranslations("classes.page");
  const { slug, about, threads, role, keepUntil, pupils } = of;
  const teaches = role === "TEACHER";
  const ends = keepUntil !== null && Date.parse(keepUntil) - Date.now() <= WARN_DAYS[0] * DAY_MS;
  return (
    <div className="class-columns">
      <div>
        {ends && teaches && keepUntil && (
          <div className="mb-8">
            <Notice kind="hint" title={t("ends", { day: new Date(keepUntil) })} />
          </div>
        )}
        {code && code.used >= code.cap && (
          <div className="mb-8">
            <Notice kind="hint" title={t("codeFull", { cap: code.cap })} />
          </div>
        )}
        {about && <p className="read mb-8">{about}</p>}
        {teaches && pupils === 0 && (
          <Empty
            action={
              <span className="button-row">
                <Button kind="solid" href={paths.classCode(slug)}>
                  {t("showCode")}
                </Button>
                <Button href={paths.classPeople(slug)}>{t("makeAccounts")}</Button>
              </span>
            }
          >
            {t("nobody")}
          </Empty>
        )}
        {assignments}
        <section className="mt-8" aria-labelledby="threads">
          <h2 className="section-title" id="threads">
            {t("threads")}
          </h2>
          {threads.length === 0 && <p className="read">{t(teaches ? "noneTeacher" : "none")}</p>}
          <ul className="rows">
            {threads.map(({ slug, question, topic, names, arguments: count }) => (
              <li key={slug}>
                <p className="claim claim-small">
                  <a href={paths.thread(slug)}>{question}</a>
                </p>
                <p className="meta dots">
                  {topic && <span>{topic}</span>}
                  <span>{t("arguments", { count })}</span>
                  {names === "PSEUDONYMS" && <span>{t("pseudonyms")}</span>}
                </p>
              </li>
            ))}
          </ul>
          {threads.length > 0 && (
            <p className="mt-4">
              <a href={paths.rounds(slug)}>{t("rounds")}</a>
            </p>
          )}
        </section>
      </div>
      <aside>
        {teaches && (
          <section aria-labelledby="copy">
            <h2 className="section-title" id="copy">
              {t("copy.title")}
            </h2>
            <p className="mb-4">{t("copy.how")}</p>
            <ClassForm
              act={copyDebate}
              hidden={{ slug }}
              fields={[]}
              kind={threads.length === 0 && pupils > 0 ? "solid" : "outline"}
              submit={t("copy.submit")}
            >
              <label className="grid gap-1">
                <span className="label">{t("copy.thread")}</span>
                <select className="input" name="thread">
                  {templates.map((one) => (
                    <option key={one.slug} value={one.slug}>
                      {one.question}
                    </option>
                  ))}
                </select>
              </label>
              <div className="options">
                <label>
                  <input type="checkbox" name="withArguments" value="1" />
                  <span>{t("copy.withArguments")}</span>
                </label>
                <label>
                  <input type="checkbox" name="pseudonyms" value="1" />
                  <span>{t("copy.pseudonyms")}</span>
                </label>
              </div>
            </ClassForm>
          </section>
        )}
        <p className="meta mt-6">
          {keepUntil && t("keptUntil", { day: new Date(keepUntil) })}{" "}
          <a href={teaches ? paths.teachersGuide() : paths.pupilsGuide()}>{t(teaches ? "guide" : "pupilsGuide")}</a>
        </p>
      </aside>
    </div>
  );
}
