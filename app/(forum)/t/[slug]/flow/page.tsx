import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { FlowSheet } from "#components/maps/flow-sheet";
import { ThreadHead } from "#components/threads/thread-head";
import { getFlow } from "#lib/maps/flow-view";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => found(getFlow(await getReader({ thread: slug }), slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("maps.flow");
  const { id, question } = (await load((await params).slug)).thread;
  return { title: t("title", { question }), description: t("description"), other: pageTags(tag.thread(id)) };
}

export default async function FlowPage({ params }: Props) {
  const view = await load((await params).slug);
  return (
    <>
      <ThreadHead thread={view.thread} view="flow" />
      <FlowSheet view={view} />
    </>
  );
}
