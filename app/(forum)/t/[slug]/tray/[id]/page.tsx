import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentForm } from "#components/arguments/argument-form";
import { Bench } from "#components/arguments/argument-form-bench";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { NamedSources } from "#components/maps/named-sources";
import { MayNot } from "#components/site/may-not";
import { fieldsOfAnswer } from "#lib/arguments/given";
import { getAnswering, limits } from "#lib/arguments/writing";
import { getViewer } from "#lib/auth";
import { cite } from "#lib/maps/actions";
import { getCiting } from "#lib/maps/citing";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";
import { chooseTexts } from "#lib/sources/choosing";

interface Props {
  params: Promise<{ slug: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tray"))("cite"), robots: { index: false } };
}

export default async function CitePage({ params }: Props) {
  const { slug, id } = await params;
  const viewer = await getViewer();
  const item = await found(getCiting(viewer, slug, id));
  const parentId = item.parentId ?? undefined;
  const { thread, parent, answered, sources, verdict } = await found(getAnswering(viewer, slug, parentId));
  const choosing = await chooseTexts(viewer, [...item.sources, ...sources]);
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.cite(slug, id)} />;
  const at = item.targetAt ?? 0;
  const aims = { link: parent?.links[at]?.id, citation: parent?.citations[at]?.id };
  const asked = { parent: parentId, stance: item.stance ?? undefined, target: item.target, ...aims };
  return (
    <>
      <ArgumentFormHead kind="post" thread={thread} argument={parent} links={parent?.links ?? []} />
      <NamedSources quotations={item.quotations} />
      <Bench form="cite" {...{ standing: { thread: slug, parent: parent?.id }, choosing }} closed={!verdict.ok}>
        <ArgumentForm
          id="cite"
          act={cite}
          kind="post"
          given={{ ...fieldsOfAnswer(slug, asked), ...item.fields }}
          hidden={["thread", "parent", "item", "submissionKey"]}
          answered={answered}
          sources={choosing.sources}
          limits={limits()}
          draft={`${viewer?.id} ${slug} tray ${id}`}
          instead={instead}
        />
      </Bench>
    </>
  );
}
