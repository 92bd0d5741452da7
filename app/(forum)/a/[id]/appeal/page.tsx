import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { Decided } from "#components/moderation/decided";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { appeal } from "#lib/moderation/actions";
import { getDueProcess } from "#lib/moderation/queries/due-process";
import { found } from "#lib/pages/found";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.appeal"))("decided"), robots: { index: false } };
}

export default async function AppealPage({ params }: Props) {
  const { id } = await params;
  const process = await found(getDueProcess(await getViewer(), id));
  const { argument } = process;
  return (
    <>
      <ArgumentFormHead kind="appeal" thread={argument.thread} argument={argument} links={argument.links} />
      <WordsOfForms>
        <Decided process={process} act={appeal} />
      </WordsOfForms>
    </>
  );
}
