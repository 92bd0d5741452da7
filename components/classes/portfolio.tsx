import { useTranslations } from "next-intl";
import { Quotation } from "#components/arguments/quotation";
import { GradeForm, NoteForm } from "#components/classes/grade-form";
import { Notice } from "#components/ui/notice";
import { Rail } from "#components/ui/rail";
import type { InContext, Portfolio as Shown } from "#lib/classes/assessment-queries";
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
            <Said key={one.argument.id} said={one} named={named} />
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
          <GradeForm
            named={named}
            rubric={of.grade?.rubric ?? rubric}
            levels={of.grade?.levels ?? {}}
            feedback={of.grade?.feedback ?? ""}
            act={grade}
          />
        </aside>
      </div>
    </>
  );
}

function Said({ said, named }: { said: InContext; named: Record<string, string> }) {
  const t = useTranslations("assignments.grades");
  const { argument, link, answered, answers } = said;
  return (
    <Rail stance={link?.stance ?? "PRO"} state={argument.claim === null ? "gone" : undefined}>
      <p className="meta">
        {answered ? (
          <>
            {t("answering", { number: answered.number })} {answered.claim}
          </>
        ) : (
          t("toQuestion")
        )}
      </p>
      <p className="claim claim-small mt-1">
        <a href={paths.argument(argument.id)}>
          #{argument.number} {argument.claim}
        </a>
      </p>
      {argument.citations.map((citation) => (
        <Quotation key={citation.id} citation={citation} />
      ))}
      {answers.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {answers.map(({ argument: answer }) => (
            <li key={answer.id} className="meta">
              <a href={paths.argument(answer.id)}>#{answer.number}</a> <bdi>{answer.author.name}</bdi>: {answer.claim}
            </li>
          ))}
        </ul>
      )}
      <NoteForm named={{ ...named, argument: argument.id }} note={said.note ?? ""} act={note} />
    </Rail>
  );
}
