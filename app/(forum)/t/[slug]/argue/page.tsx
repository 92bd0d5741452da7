import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentForm } from "#components/arguments/argument-form";
import { Bench } from "#components/arguments/argument-form-bench";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { MayNot } from "#components/site/may-not";
import { LettingIn } from "#components/threads/letting-in";
import { post } from "#lib/arguments/actions";
import { fieldsOfAnswer } from "#lib/arguments/given";
import { getAnswering, limits } from "#lib/arguments/writing";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";
import { chooseTexts } from "#lib/sources/choosing";
import { withCitations } from "#lib/sources/citation-fields";
import { citationsAt, sourcesNamed } from "#lib/sources/stretch";
import { mayModerate } from "#lib/threads/policy";

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
  const { thread, parent, answered, sources, verdict, letsIn } = await found(getAnswering(viewer, slug, query.parent));
  const choosing = await chooseTexts(viewer, [...sourcesNamed(query), ...sources]);
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.argue(slug, query)} />;
  const standing = { thread: slug, parent: parent?.id };
  return (
    <>
      <ArgumentFormHead kind="post" thread={thread} argument={parent} links={parent?.links ?? []} />
      {verdict.ok && (
        <LettingIn letsIn={letsIn} change={mayModerate(viewer, thread).ok ? paths.mode(slug) : undefined} />
      )}
      <Bench form="argue" {...{ standing, choosing }} open={sourcesNamed(query)[0]} closed={!verdict.ok}>
        <ArgumentForm
          id="argue"
          act={post}
          kind="post"
          given={withCitations(fieldsOfAnswer(slug, query), citationsAt(query, choosing.texts))}
          hidden={["thread", "parent", "submissionKey"]}
          answered={answered}
          sources={choosing.sources}
          limits={limits()}
          draft={`${viewer?.id} ${slug} ${parent?.id ?? ""}`}
          instead={instead}
        />
      </Bench>
    </>
  );
}
