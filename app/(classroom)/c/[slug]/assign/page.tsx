import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignForm } from "#components/classes/assign-form";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { getAssigning } from "#lib/classes/assigning-queries";
import { firstValues } from "#lib/classes/assignment-form";
import { assign } from "#lib/classes/assignments/actions";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.assign"))("form"), robots: { index: false } };
}

export default async function AssignPage({ params }: Props) {
  const { slug } = await params;
  const { class: room, threads, verdict } = await found(getAssigning(await getViewer(), slug));
  const t = await getTranslations("forms.assign");
  return (
    <div className="max-w-2xl">
      <p className="kicker">
        <a href={paths.class(room.slug)}>{room.name}</a>
      </p>
      <h1 className="title mb-6">{t("form")}</h1>
      <MayNot verdict={verdict} back={paths.assign(slug)} />
      {verdict.ok && (
        <WordsOfForms>
          <AssignForm room={slug} threads={threads} first={firstValues(new Date())} act={assign} />
        </WordsOfForms>
      )}
    </div>
  );
}
