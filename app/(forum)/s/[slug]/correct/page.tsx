import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { CorrectForm } from "#components/sources/correct-form";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";
import { correct } from "#lib/sources/actions";
import { getCorrecting } from "#lib/sources/correcting";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => found(getCorrecting(await getViewer(), slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("forms.correct");
  const { title } = await load((await params).slug);
  return { title: t("title", { title }), robots: { index: false } };
}

export default async function CorrectPage({ params }: Props) {
  const t = await getTranslations("forms.correct");
  const viewer = await getViewer();
  const { slug, title, number, text, verdict } = await load((await params).slug);
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.correct(slug)} />;
  return (
    <>
      <header className="mb-6">
        <p className="kicker">
          <a href={paths.source(slug)}>{title}</a>
        </p>
        <h1 className="title">{t("form")}</h1>
        <p className="read mt-3">{t("what")}</p>
      </header>
      <WordsOfForms also="versions">
        <CorrectForm
          correct={correct}
          source={{ slug, number, text }}
          instead={instead}
          draft={`${viewer?.id} correct ${slug} ${number}`}
        />
      </WordsOfForms>
    </>
  );
}
