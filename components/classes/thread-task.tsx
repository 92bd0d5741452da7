import { useTranslations } from "next-intl";
import { Due } from "#components/classes/assignment-head";
import { Icon } from "#components/ui/icon";
import { StanceLabel } from "#components/ui/sign";
import type { ThreadTask as Task } from "#lib/classes/task-queries";
import { paths } from "#lib/paths";

/** Above a class's thread, for the pupil who reads it: what they are asked there and what of it the record shows. */
export function ThreadTask({ task }: { task: Task | null }) {
  const t = useTranslations("assignments");
  if (!task) return null;
  const { class: room, slug, title, round, dueAt, now } = task;
  return (
    <aside className="notice plain mb-4" aria-label={t("here.label")}>
      <div>
        <p className="meta dots">
          <b>
            <a href={paths.assignment(room.slug, slug)}>{title}</a>
          </b>
          {round.side && (
            <span>
              {t("here.side")} <StanceLabel stance={round.side}>{t(`sides.${round.side}`)}</StanceLabel>
            </span>
          )}
          <span>
            {t("here.due")} <Due at={dueAt} now={now} />
          </span>
        </p>
        <ul className="thread-task">
          {round.progress.counts.map(({ measure, done, asked }) => (
            <li key={measure} className="meta">
              <Icon name={done >= asked ? "check" : "circle"} />{" "}
              {t("here.count", { measure: t(`measures.${measure}`), done: Math.min(done, asked), asked })}
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
