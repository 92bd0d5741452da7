import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RubricForm } from "#components/classes/rubric-form";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { Notice } from "#components/ui/notice";
import { getViewer } from "#lib/auth";
import { judgeBy } from "#lib/classes/assignments/actions";
import { getRubric } from "#lib/classes/changing-queries";
import { rowsOf } from "#lib/classes/rubric-form";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string; assignment: string }>;
  searchParams: Promise<{ did?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.rubric"))("form"), robots: { index: false } };
}

export default async function RubricPage({ params, searchParams }: Props) {
  const { slug, assignment } = await params;
  const { did } = await searchParams;
  const { title, rubric, graded, verdict } = await found(getRubric(await getViewer(), slug, assignment));
  const t = await getTranslations("forms.rubric");
  return (
    <div className="max-w-4xl">
      <p className="kicker">
        <a href={paths.assignment(slug, assignment)}>{title}</a>
      </p>
      <h1 className="title mb-2">{t("form")}</h1>
      <MayNot verdict={verdict} back={paths.ofAssignment(slug, assignment, "rubric")} />
      {verdict.ok && (
        <WordsOfForms>
          {did === "kept" && <Notice kind="hint" title={t("kept")} />}
          <p className="meta mb-6">{t(graded > 0 ? "graded" : "ungraded", { count: graded })}</p>
          <RubricForm room={slug} assignment={assignment} rows={rowsOf(rubric)} act={judgeBy} />
        </WordsOfForms>
      )}
    </div>
  );
}
