import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { DoubtForm } from "#components/moderation/doubt-form";
import { Marks } from "#components/moderation/marks";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { mark, resolve } from "#lib/moderation/actions";
import { getMarked } from "#lib/moderation/queries/marks";
import { MARK_KINDS } from "#lib/moderation/schema";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";
import { mayModerate } from "#lib/threads/policy";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.doubt.mark"))("form"), robots: { index: false } };
}

export default async function MarkPage({ params }: Props) {
  const { id } = await params;
  const viewer = await getViewer();
  const { argument, verdict, marks } = await found(getMarked(viewer, id));
  return (
    <>
      <ArgumentFormHead kind="mark" thread={argument.thread} argument={argument} links={argument.links} />
      <WordsOfForms>
        <Marks
          marks={marks}
          resolve={resolve}
          merge={mayModerate(viewer, argument.thread).ok ? paths.merge(id) : undefined}
        />
        {verdict.ok ? (
          <DoubtForm says="mark" argument={id} kinds={MARK_KINDS} act={mark} />
        ) : (
          <MayNot verdict={verdict} back={paths.mark(id)} />
        )}
      </WordsOfForms>
    </>
  );
}
