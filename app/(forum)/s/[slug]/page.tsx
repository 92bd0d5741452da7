import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Reader } from "#components/sources/reader";
import { SourceHead } from "#components/sources/source-head";
import { SourceThreads } from "#components/sources/source-threads";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";
import { paths } from "#lib/paths";
import { getSource } from "#lib/sources/queries";
import { stretchNamed } from "#lib/sources/reader";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

/** The newest version where none is asked for. Zero is no version: what is no number is as unknown as one that is not there. */
const load = cache(async (slug: string, version?: string) =>
  found(getSource(await getReader({ source: slug }), slug, version === undefined ? undefined : Number(version) || 0)),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("pages.source");
  const { slug } = await params;
  const { version } = await singles(searchParams);
  const { id, title, note, threads } = await load(slug, version);
  return {
    ...(version !== undefined && { robots: { index: false }, alternates: { canonical: paths.source(slug) } }),
    title,
    description: note ?? t("description", { title }),
    other: pageTags(tag.source(id), ...threads.map((thread) => tag.thread(thread.id))),
  };
}

export default async function SourcePage({ params, searchParams }: Props) {
  const query = await singles(searchParams);
  const source = await load((await params).slug, query.version);
  return (
    <>
      <SourceHead source={source} />
      <Reader
        source={source}
        paragraphs={source.paragraphs}
        marks={source.passages}
        named={stretchNamed(query)}
        old={source.version.number < (source.versions[0]?.number ?? 1)}
      />
      <SourceThreads slug={source.slug} threads={source.threads} />
    </>
  );
}
