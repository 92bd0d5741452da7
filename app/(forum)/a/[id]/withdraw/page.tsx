import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { WithdrawForm } from "#components/arguments/argument-form-withdraw";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { withdraw } from "#lib/arguments/actions";
import { getWithdrawing } from "#lib/arguments/writing";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.withdraw"))("form"), robots: { index: false } };
}

export default async function WithdrawPage({ params }: Props) {
  const { id } = await params;
  const { argument, verdict } = await found(getWithdrawing(await getViewer(), id));
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.withdraw(id)} />;
  return (
    <>
      <ArgumentFormHead kind="withdraw" thread={argument.thread} argument={argument} links={argument.links} />
      <WordsOfForms>
        <WithdrawForm id={id} places={argument.links.length} act={withdraw} instead={instead} />
      </WordsOfForms>
    </>
  );
}
