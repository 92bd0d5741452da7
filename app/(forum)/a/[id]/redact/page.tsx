import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { RedactForm } from "#components/classes/redact-form";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { redact } from "#lib/classes/actions";
import { getRedacting } from "#lib/classes/redacting";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.redact"))("form"), robots: { index: false } };
}

export default async function RedactPage({ params }: Props) {
  const { id } = await params;
  const { argument, verdict } = await found(getRedacting(await getViewer(), id));
  return (
    <>
      <ArgumentFormHead kind="redact" thread={argument.thread} argument={argument} links={argument.links} />
      <WordsOfForms>
        {verdict.ok ? <RedactForm id={id} act={redact} /> : <MayNot verdict={verdict} back={paths.redact(id)} />}
      </WordsOfForms>
    </>
  );
}
