import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangeForm } from "#components/classes/change-form";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { change } from "#lib/classes/assignments/actions";
import { getChanging } from "#lib/classes/changing-queries";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string; assignment: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.assign.change"))("form"), robots: { index: false } };
}

export default async function ChangePage({ params }: Props) {
  const { slug, assignment } = await params;
  const { title, values, kept, verdict } = await found(getChanging(await getViewer(), slug, assignment));
  const t = await getTranslations("forms.assign.change");
  return (
    <div className="max-w-2xl">
      <p className="kicker">
        <a href={paths.assignment(slug, assignment)}>{title}</a>
      </p>
      <h1 className="title mb-2">{t("form")}</h1>
      <MayNot verdict={verdict} back={paths.ofAssignment(slug, assignment, "change")} />
      {verdict.ok && (
        <WordsOfForms>
          <p className="meta mb-6">{t("stays")}</p>
          <ChangeForm room={slug} assignment={assignment} first={values} kept={kept} act={change} />
        </WordsOfForms>
      )}
    </div>
  );
}
