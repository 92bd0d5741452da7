import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentForm } from "#components/arguments/argument-form";
import { Bench } from "#components/arguments/argument-form-bench";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { RevisingNotice } from "#components/arguments/argument-form-notice";
import { MayNot } from "#components/site/may-not";
import { revise } from "#lib/arguments/actions";
import { fieldsOfArgument } from "#lib/arguments/given";
import { getRevising, limits } from "#lib/arguments/writing";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";
import { chooseTexts } from "#lib/sources/choosing";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.revise"))("form"), robots: { index: false } };
}

export default async function EditPage({ params }: Props) {
  const { id } = await params;
  const viewer = await getViewer();
  const { argument, verdict, until } = await found(getRevising(viewer, id));
  const cited = argument.citations.map(({ source }) => source.slug);
  const choosing = await chooseTexts(viewer, cited);
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.edit(id)} />;
  return (
    <>
      <ArgumentFormHead kind="revise" thread={argument.thread} argument={argument} links={argument.links} />
      <Bench form="revise" choosing={choosing} open={cited[0]} closed={!verdict.ok}>
        {verdict.ok && <RevisingNotice until={until} marked={argument.marks.length > 0} />}
        <ArgumentForm
          id="revise"
          act={revise}
          kind="revise"
          given={fieldsOfArgument(argument)}
          hidden={["argument"]}
          sources={choosing.sources}
          limits={limits()}
          draft={`${viewer?.id} ${id} ${argument.revision}`}
          instead={instead}
        />
      </Bench>
    </>
  );
}
