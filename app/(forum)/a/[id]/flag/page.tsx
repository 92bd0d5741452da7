import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { DoubtForm } from "#components/moderation/doubt-form";
import { FlagDone } from "#components/moderation/flag-done";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { flag } from "#lib/moderation/actions";
import { getFlagging } from "#lib/moderation/queries/marks";
import { FLAG_KINDS } from "#lib/moderation/schema";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.doubt.flag"))("form"), robots: { index: false } };
}

export default async function FlagPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { did } = await singles(searchParams);
  const { argument, verdict } = await found(getFlagging(await getViewer(), id));
  return (
    <>
      <ArgumentFormHead kind="flag" thread={argument.thread} argument={argument} links={argument.links} />
      {did === "flagged" ? (
        <FlagDone argument={id} />
      ) : verdict.ok ? (
        <WordsOfForms>
          <DoubtForm says="flag" argument={id} kinds={FLAG_KINDS} act={flag} />
        </WordsOfForms>
      ) : (
        <MayNot verdict={verdict} back={paths.flag(id)} />
      )}
    </>
  );
}
