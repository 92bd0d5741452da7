import { useTranslations } from "next-intl";
import { Due } from "#components/classes/assignment-head";
import { Button } from "#components/ui/button";
import type { AssignmentLine } from "#lib/classes/assignment-queries";
import { paths } from "#lib/paths";

interface Props {
  room: string;
  assignments: AssignmentLine[];
  teaches: boolean;
}

/** What a class is set to do, what is due next first. */
export function AssignmentList({ room, assignments, teaches }: Props) {
  const t = useTranslations("assignments.list");
  return (
    <section aria-labelledby="assignments">
      <h2 className="section-title" id="assignments">
        {t("title")}
      </h2>
      {assignments.length === 0 && <p className="read">{t(teaches ? "noneTeacher" : "none")}</p>}
      <ul className="rows">
        {assignments.map(({ slug, title, phase, opensAt, dueAt, now }) => (
          <li key={slug}>
            <p className="claim claim-small">
              <a href={paths.assignment(room, slug)}>{title}</a>
            </p>
            <p className="meta">
              {t(phase)} <Due at={phase === "AHEAD" ? opensAt : dueAt} now={now} />
            </p>
          </li>
        ))}
      </ul>
      {teaches && (
        <p className="mt-4">
          <Button small href={paths.assign(room)}>
            {t("set")}
          </Button>
        </p>
      )}
    </section>
  );
}
