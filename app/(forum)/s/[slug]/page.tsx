import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Reader } from "#components/sources/reader";
import { SourceHead } from "#components/sources/source-head";
import { SourceThreads } from "#components/sources/source-threads";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { pageTags, tag } from "#lib/pages/tags";
import { getSource } from "#lib/sources/queries";
import { stretchNamed } from "#lib/sources/reader";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

const load = cache((slug: string) => found(getSource(null, slug)));

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const t = await getTranslations("pages.source");
  const { id, title, note, threads } = await load((await params).slug);
  return {
    title,
    description: note ?? t("description", { title }),
    other: pageTags(tag.source(id), ...threads.map((thread) => tag.thread(thread.id))),
  };
}

export default async function SourcePage({ params, searchParams }: Props) {
  const source = await load((await params).slug);
  const named = stretchNamed(await singles(searchParams));
  return (
    <>
      <SourceHead source={source} />
      <Reader source={source} paragraphs={source.paragraphs} marks={source.passages} named={named} />
      <SourceThreads slug={source.slug} threads={source.threads} />
    </>
  );
}
