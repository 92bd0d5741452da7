import { useTranslations } from "next-intl";
import { ClassProgress } from "#components/classes/assignment-progress";
import { SidesForm } from "#components/classes/assignment-sides";
import { Release } from "#components/classes/release";
import { WordsOfForms } from "#components/site/words-of-forms";
import { Notice } from "#components/ui/notice";
import type { Gradebook } from "#lib/classes/assessment-queries";
import { MEASURES } from "#lib/classes/assignment";
import type { AssignmentView, PupilLine, RoundView } from "#lib/classes/assignment-queries";
import { paths } from "#lib/paths";

interface Props {
  assignment: AssignmentView;
  progress: { round: RoundView; pupils: PupilLine[] };
  book: Gradebook;
  /** As the address names it: by what the lines stand, and what was just done. */
  asked: { by?: string; did?: string };
}

/** An assignment for who set it: everybody's progress, sides until it opens, grades. */
export function Teaching({ assignment, progress, book, asked }: Props) {
  const t = useTranslations("assignments.grades.did");
  const { did } = asked;
  const { slug } = assignment;
  const room = assignment.class.slug;
  const by = MEASURES.find((measure) => measure === asked.by) ?? null;
  return (
    <>
      {(did === "released" || did === "withheld" || did === "changed") && <Notice kind="hint" title={t(`${did}Now`)} />}
      <section>
        <ClassProgress {...{ assignment, ...progress, by, grades: book.grades }} />
      </section>
      <p className="meta dots">
        <a href={paths.ofAssignment(room, slug, "change")}>{t("toChange")}</a>
        <a href={paths.ofAssignment(room, slug, "rubric")}>{t("toRubric")}</a>
        <a href={paths.ofAssignment(room, slug, "peers")}>{t("toPeers")}</a>
      </p>
      <WordsOfForms>
        <Release room={room} slug={slug} releasedAt={book.releasedAt} />
        <SidesForm assignment={assignment} pupils={progress.pupils} />
      </WordsOfForms>
    </>
  );
}
