import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArgumentForm } from "#components/arguments/argument-form";
import { Bench } from "#components/arguments/argument-form-bench";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { MayNot } from "#components/site/may-not";
import { post } from "#lib/arguments/actions";
import { answeredIn, fieldsOfAnswer, sourcesAtHand } from "#lib/arguments/given";
import { getThread } from "#lib/arguments/queries/threads";
import { getPosting, limits } from "#lib/arguments/writing";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";
import { chooseTexts } from "#lib/sources/choosing";
import { citationFieldsAt } from "#lib/sources/stretch";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.post"))("form"), robots: { index: false } };
}

export default async function ArguePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = await singles(searchParams);
  const viewer = await getViewer();
  const thread = await found(getThread(viewer, slug));
  const parent = thread.arguments.find(({ id }) => id === query.parent);
  if (query.parent && !parent) notFound();
  const verdict = await getPosting(viewer, slug, parent);
  const choosing = await chooseTexts(viewer, sourcesAtHand(thread, parent, query.source));
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.argue(slug, query)} />;
  return (
    <>
      <ArgumentFormHead kind="post" thread={thread} argument={parent} links={thread.links} />
      <Bench form="argue" choosing={choosing} open={query.source} closed={!verdict.ok}>
        <ArgumentForm
          id="argue"
          act={post}
          kind="post"
          given={{ ...fieldsOfAnswer(slug, query), ...citationFieldsAt(query, choosing.texts) }}
          hidden={["thread", "parent", "submissionKey"]}
          answered={answeredIn(thread, parent, viewer)}
          sources={choosing.sources}
          limits={limits()}
          draft={`${viewer?.id} ${slug} ${parent?.id ?? ""}`}
          instead={instead}
        />
      </Bench>
    </>
  );
}
