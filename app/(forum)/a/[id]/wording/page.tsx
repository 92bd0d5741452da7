import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { WordingForm } from "#components/arguments/wording-form";
import { WordingList } from "#components/arguments/wording-list";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { decline, offer, take } from "#lib/arguments/actions";
import { getWordings } from "#lib/arguments/queries/wordings";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.wording"))("form"), robots: { index: false } };
}

export default async function WordingPage({ params }: Props) {
  const { id } = await params;
  const viewer = await getViewer();
  const { argument, verdict, answering, wordings } = await found(getWordings(viewer, id));
  const own = viewer?.handle === argument.author.handle;
  const waits = wordings.some(({ by, answer }) => by.handle === viewer?.handle && answer === null);
  return (
    <>
      <ArgumentFormHead kind="wording" thread={argument.thread} argument={argument} links={argument.links} />
      <WordsOfForms>
        <WordingList
          claim={argument.claim ?? ""}
          wordings={wordings}
          own={own}
          acts={answering.ok ? { take, decline } : null}
        />
        {own ? (
          !answering.ok && wordings.length > 0 && <MayNot verdict={answering} back={paths.wordings(id)} />
        ) : !verdict.ok ? (
          <MayNot verdict={verdict} back={paths.wordings(id)} />
        ) : (
          !waits && <WordingForm argument={id} claim={argument.claim ?? ""} act={offer} />
        )}
      </WordsOfForms>
    </>
  );
}
