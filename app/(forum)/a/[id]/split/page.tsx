import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { DrawnSplit } from "#components/arguments/split-drawn";
import { RejoinForm, SplitForm } from "#components/arguments/split-form";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { declineParts, rejoin, split, takeParts } from "#lib/arguments/actions";
import { getSplitting } from "#lib/arguments/queries/splitting";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.split"))("form"), robots: { index: false } };
}

export default async function SplitPage({ params }: Props) {
  const { id } = await params;
  const splitting = await found(getSplitting(await getViewer(), id));
  const { argument, verdict, own, answers, drawn } = splitting;
  const passages = argument.citations.map(({ spans }) => spans.map(({ quote }) => quote).join(" … "));
  const one = { id, claim: argument.claim ?? "" };
  const offering = drawn !== null && !own;
  return (
    <>
      <ArgumentFormHead kind="split" thread={argument.thread} argument={argument} links={argument.links} />
      <WordsOfForms>
        <DrawnSplit splitting={splitting} acts={{ take: takeParts, decline: declineParts }} />
        {!verdict.ok ? (
          <MayNot verdict={verdict} back={paths.split(id)} />
        ) : argument.state === "SPLIT" ? (
          <RejoinForm argument={id} act={rejoin} />
        ) : (
          !offering && <SplitForm {...{ argument: one, passages, answers, own, act: split }} folded={drawn !== null} />
        )}
      </WordsOfForms>
    </>
  );
}
