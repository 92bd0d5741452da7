import { useTranslations } from "next-intl";
import type { OwnGradeView } from "#lib/classes/assessment-queries";
import { paths } from "#lib/paths";

interface Props {
  grade: OwnGradeView;
}

/** A pupil's own grade, once grades are released: the levels, what they come to, and what was said of it. */
export function OwnGrade({ grade: { rubric, levels, total, feedback, notes } }: Props) {
  const t = useTranslations("assignments.grades");
  return (
    <section aria-labelledby="grade">
      <h2 className="section-title" id="grade">
        <span>{t("own")}</span>
        {total !== null && <span>{t("total", { total })}</span>}
      </h2>
      <dl className="grid gap-3 mt-2">
        {rubric.criteria.map(({ key, title, levels: all }) => {
          const level = all.find(({ points }) => points === levels[key]);
          return (
            <div key={key}>
              <dt className="label">
                {title}
                {level && `: ${level.label}`}
              </dt>
              <dd className="meta">{level?.description ?? "–"}</dd>
            </div>
          );
        })}
      </dl>
      {feedback && <p className="read mt-4 whitespace-pre-line">{feedback}</p>}
      {notes.map(({ argument, number, note }) => (
        <p key={argument} className="mt-2">
          <a href={paths.argument(argument)}>#{number}</a> {note}
        </p>
      ))}
    </section>
  );
}
