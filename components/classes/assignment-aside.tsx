import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon";
import type { AssignmentView } from "#lib/classes/assignment-queries";
import { paths } from "#lib/paths";

/** The task in its teacher's words, what holds for it, and by what name peers know the reader. */
export function AssignmentAside({ assignment, pseudonym }: { assignment: AssignmentView; pseudonym: string | null }) {
  const t = useTranslations("assignments");
  const { rubric, instructions, late, postFirst, strict, sides, rounds, threads, setBy } = assignment;
  const frozen = rounds.flatMap(({ snapshots, ordinal }) => snapshots.map((one) => ({ ...one, ordinal })));
  return (
    <aside className="grid gap-6 content-start">
      <section>
        <h2 className="section-title">{t("task")}</h2>
        <div className="read whitespace-pre-line">{instructions}</div>
      </section>
      <section>
        <h2 className="section-title">{t("rules.title")}</h2>
        <ul className="grid gap-2 mt-2">
          <li className="meta">{t("rules.counts")}</li>
          {postFirst > 0 && <li className="meta">{t("rules.postFirst", { count: postFirst })}</li>}
          {sides !== "NONE" && <li className="meta">{t(strict ? "rules.strict" : "rules.lenient")}</li>}
          <li className="meta">{t(`rules.late.${late}`)}</li>
          {threads.length > 1 && <li className="meta">{t("rules.groups", { count: threads.length })}</li>}
        </ul>
      </section>
      <section>
        <h2 className="section-title">{t("grades.judged")}</h2>
        <table className="figures">
          <tbody>
            {rubric.criteria.map(({ key, title, weight }) => (
              <tr key={key}>
                <td>{title}</td>
                <td className="number">{weight}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="meta mt-2">{t("grades.appear")}</p>
      </section>
      {frozen.length > 0 && (
        <section>
          <h2 className="section-title">{t("frozen.title")}</h2>
          <ul className="mt-2">
            {frozen.map(({ id, thread, ordinal }) => (
              <li key={`${id} ${ordinal}`} className="meta">
                <a href={paths.snapshot(thread, id)}>{t("frozen.state", { ordinal })}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {pseudonym && (
        <section className="notice plain">
          <Icon name="eye-off" />
          <div>
            <p className="meta">
              {t.rich("known", { name: pseudonym, teacher: setBy.name, b: (said) => <b>{said}</b> })}
            </p>
          </div>
        </section>
      )}
    </aside>
  );
}
