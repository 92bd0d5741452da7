import { useTranslations } from "next-intl";
import { JudgingForm } from "#components/classes/judging-form";
import { NoteForm } from "#components/classes/note-form";
import { Said } from "#components/classes/said";
import { Notice } from "#components/ui/notice";
import type { Portfolio as Shown } from "#lib/classes/assessment-queries";
import { grade, note } from "#lib/classes/assignments/actions";
import { paths } from "#lib/paths";

interface Props {
  of: Shown;
  assignment: string;
  did?: string;
}

/** What one pupil did, each argument with what it answers, its words and its answers; and the form of their grade. */
export function Portfolio({ of, assignment, did }: Props) {
  const t = useTranslations("assignments");
  const { pupil, said, rubric } = of;
  const named = { class: of.class.slug, assignment, handle: pupil.handle };
  return (
    <>
      <p className="kicker">
        <a href={paths.assignment(of.class.slug, assignment)}>{of.title}</a>
      </p>
      <h1 className="title mb-4">{t("grades.portfolio", { name: pupil.name })}</h1>
      {(did === "graded" || did === "noted") && <Notice kind="hint" title={t(`grades.did.${did}`)} />}
      <div className="assignment-parts mt-6">
        <div className="grid gap-8 content-start min-w-0">
          {said.length === 0 && <p className="read">{t("grades.nothing")}</p>}
          {said.map((one) => (
            <Said key={one.argument.id} said={one}>
              <NoteForm named={{ ...named, argument: one.argument.id }} note={one.note ?? ""} act={note} />
            </Said>
          ))}
        </div>
        <aside className="grid gap-6 content-start">
          <section>
            <h2 className="section-title">{t("grades.counted")}</h2>
            <dl className="facts mt-2">
              {pupil.progress.counts.map(({ measure, done, asked }) => (
                <div key={measure} className="contents">
                  <dt>{t(`measures.${measure}`)}</dt>
                  <dd>{t("of", { done, asked })}</dd>
                </div>
              ))}
            </dl>
          </section>
          <JudgingForm
            kind="grade"
            named={named}
            rubric={of.grade?.rubric ?? rubric}
            levels={of.grade?.levels ?? {}}
            words={of.grade?.feedback ?? ""}
            act={grade}
          />
        </aside>
      </div>
    </>
  );
}
