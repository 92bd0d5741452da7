import type { Metadata } from "next";
import { cache } from "react";
import { Outline } from "#components/arguments/outline";
import { News } from "#components/threads/news";
import { ThreadHead } from "#components/threads/thread-head";
import { OrderLinks } from "#components/weighing/order-links";
import { getOutline } from "#lib/arguments/queries/outline";
import { feedOf } from "#lib/feeds/link";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { pageTags, tag } from "#lib/pages/tags";
import { getWeights } from "#lib/weighing/order";
import { PERSPECTIVES, type Perspective } from "#lib/weighing/perspective";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

/** The order that an address asks for; null is the usual one. */
async function orderOf(query: PageQuery): Promise<Perspective | null> {
  const { sort, by = "all" } = await singles(query);
  return sort === "impact" ? (PERSPECTIVES.find((known) => known === by) ?? "all") : null;
}

const load = cache(async (slug: string, order: Perspective | null) =>
  found(getOutline(null, slug, order ? await found(getWeights(null, slug, order)) : undefined)),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const order = await orderOf(searchParams);
  const { thread } = await load((await params).slug, order);
  const { id, question, background } = thread;
  return {
    title: question,
    description: background ?? question,
    alternates: feedOf(thread),
    other: pageTags(tag.thread(id)),
  };
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const order = await orderOf(searchParams);
  const view = await load((await params).slug, order);
  const { thread } = view;
  return (
    <>
      <ThreadHead thread={thread} view="outline" />
      <News thread={thread} />
      <OrderLinks slug={thread.slug} locked={thread.locked} order={order} />
      <Outline view={view} />
    </>
  );
}
