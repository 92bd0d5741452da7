import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { ChallengeForm } from "#components/moderation/challenge-form";
import { Challenges } from "#components/moderation/challenges";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { answer, challenge } from "#lib/moderation/actions";
import { getChallenged } from "#lib/moderation/queries/challenges";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.doubt.challenge"))("form"), robots: { index: false } };
}

export default async function ChallengePage({ params }: Props) {
  const { id } = await params;
  const { argument, verdict, challenges } = await found(getChallenged(await getViewer(), id));
  const citations = argument.citations.map(({ id: citation, spans }) => ({
    id: citation,
    words: spans.map(({ quote }) => quote).join(" … "),
  }));
  return (
    <>
      <ArgumentFormHead kind="challenge" thread={argument.thread} argument={argument} links={argument.links} />
      <WordsOfForms>
        <Challenges challenges={challenges} answer={answer} />
        {verdict.ok ? (
          <ChallengeForm argument={id} citations={citations} act={challenge} />
        ) : (
          <MayNot verdict={verdict} back={paths.challenge(id)} />
        )}
      </WordsOfForms>
    </>
  );
}
