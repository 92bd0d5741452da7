import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Bibliography } from "#components/sources/bibliography";
import { ThreadHead } from "#components/threads/thread-head";
import { getThread } from "#lib/arguments/queries/threads";
import { listReferences } from "#lib/maps/queries";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => {
  const reader = await getReader({ thread: slug });
  const thread = await found(getThread(reader, slug));
  return { thread, references: await listReferences(reader, thread) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("bibliography");
  const { thread, references } = await load((await params).slug);
  return {
    title: t("title", { question: thread.question }),
    description: t("description"),
    other: pageTags(tag.thread(thread.id), ...references.map(({ id }) => tag.source(id))),
  };
}

export default async function BibliographyPage({ params }: Props) {
  const { thread, references } = await load((await params).slug);
  return (
    <>
      <ThreadHead thread={thread} view="bibliography" />
      <Bibliography slug={thread.slug} works={references.map(({ work }) => work)} />
    </>
  );
}
