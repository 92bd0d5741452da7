import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Reader } from "#components/sources/reader";
import { SourceHead } from "#components/sources/source-head";
import { SourceThreads } from "#components/sources/source-threads";
import { found } from "#lib/pages/found";
import { pageTags, tag } from "#lib/pages/tags";
import { getSource } from "#lib/sources/queries";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache((slug: string) => found(getSource(null, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("pages.source");
  const { id, title, note, threads } = await load((await params).slug);
  return {
    title,
    description: note ?? t("description", { title }),
    other: pageTags(tag.source(id), ...threads.map((thread) => tag.thread(thread.id))),
  };
}

export default async function SourcePage({ params }: Props) {
  const source = await load((await params).slug);
  return (
    <>
      <SourceHead source={source} />
      <Reader title={source.title} paragraphs={source.paragraphs} marks={source.passages} />
      <SourceThreads slug={source.slug} threads={source.threads} />
    </>
  );
}
