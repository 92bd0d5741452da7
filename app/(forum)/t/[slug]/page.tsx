import type { Metadata } from "next";
import { cache } from "react";
import { Outline } from "#components/arguments/outline";
import { LinkedData } from "#components/site/linked-data";
import { News } from "#components/threads/news";
import { ThreadHead } from "#components/threads/thread-head";
import { OrderLinks } from "#components/weighing/order-links";
import { getOutline } from "#lib/arguments/queries/outline";
import { env } from "#lib/env";
import { alternatesOf } from "#lib/feeds/link";
import { linkedThread } from "#lib/feeds/linked-data";
import { previewOf } from "#lib/feeds/preview";
import { getOpening } from "#lib/feeds/queries";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { pageTags, tag } from "#lib/pages/tags";
import { paths } from "#lib/paths";
import { getWeights } from "#lib/weighing/order";
import { orderAsked, type Perspective } from "#lib/weighing/perspective";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

const load = cache(async (slug: string, order: Perspective | null) =>
  found(getOutline(null, slug, order ? await found(getWeights(null, slug, order)) : undefined)),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const order = orderAsked(await singles(searchParams));
  const { thread } = await load((await params).slug, order);
  const { id, slug, question, background } = thread;
  const description = background ?? question;
  return {
    ...previewOf({ path: paths.thread(slug), title: question, description, thread, types: alternatesOf(thread) }),
    other: pageTags(tag.thread(id)),
  };
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const order = orderAsked(await singles(searchParams));
  const view = await load((await params).slug, order);
  const { thread } = view;
  return (
    <>
      <ThreadHead thread={thread} view="outline" />
      <News thread={thread} />
      <OrderLinks slug={thread.slug} locked={thread.locked} order={order} />
      <Outline view={view} />
      <LinkedData of={linkedThread(view, await getOpening(thread.id), env().APP_URL)} />
    </>
  );
}
