import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentForm } from "#components/arguments/argument-form";
import { Bench } from "#components/arguments/argument-form-bench";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { AddingNotice, RevisingNotice } from "#components/arguments/argument-form-notice";
import { MayNot } from "#components/site/may-not";
import { revise } from "#lib/arguments/actions";
import { fieldsOfArgument, standingOf, withAdded } from "#lib/arguments/given";
import { getRevising, limits } from "#lib/arguments/writing";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";
import { chooseTexts } from "#lib/sources/choosing";
import { citationsAt, sourcesNamed } from "#lib/sources/stretch";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.revise"))("form"), robots: { index: false } };
}

export default async function EditPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { words } = await singles(searchParams);
  const viewer = await getViewer();
  const { argument, verdict, until } = await found(getRevising(viewer, id));
  const sources = [...sourcesNamed({ words }), ...argument.citations.map(({ source }) => source.slug)];
  const choosing = await chooseTexts(viewer, sources);
  const { citations: max } = limits();
  const { fields, adding } = withAdded(fieldsOfArgument(argument), citationsAt({ words }, choosing.texts), max);
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.edit(id, { words })} />;
  return (
    <>
      <ArgumentFormHead kind="revise" thread={argument.thread} argument={argument} links={argument.links} />
      <Bench form="revise" standing={standingOf(argument)} choosing={choosing} open={sources[0]} closed={!verdict.ok}>
        {verdict.ok && words && <AddingNotice adding={adding} max={max} />}
        {verdict.ok && <RevisingNotice until={until} marked={argument.marks.length > 0} />}
        <ArgumentForm
          id="revise"
          act={revise}
          kind="revise"
          given={fields}
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
