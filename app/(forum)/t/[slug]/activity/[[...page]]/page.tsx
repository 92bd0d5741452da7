import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Activity } from "#components/arguments/activity";
import { ThreadHead } from "#components/threads/thread-head";
import { pageAt } from "#lib/arguments/list-address";
import { getActivity } from "#lib/arguments/queries/activity";
import { alternatesOf } from "#lib/feeds/link";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string; page?: string[] }>;
}

const load = cache(async (slug: string, page?: string) => {
  const number = pageAt(page?.split("/"));
  return number === null ? notFound() : found(getActivity(await getReader({ thread: slug }), slug, number));
});
const asked = async ({ params }: Props) => {
  const { slug, page } = await params;
  return load(slug, page?.join("/"));
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("activity");
  const { thread } = await asked(props);
  return {
    title: t("of", { question: thread.question }),
    description: t("description"),
    ...(!thread.owned && { alternates: { types: alternatesOf(thread) } }),
    other: pageTags(tag.thread(thread.id)),
  };
}

export default async function ActivityPage(props: Props) {
  const view = await asked(props);
  return (
    <>
      <ThreadHead thread={view.thread} view="activity" />
      <Activity view={view} />
    </>
  );
}
