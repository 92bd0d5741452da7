import type { Metadata } from "next";
import { cache } from "react";
import { Outline } from "#components/arguments/outline";
import { ThreadTask } from "#components/classes/thread-task";
import { LinkedData } from "#components/site/linked-data";
import { News } from "#components/threads/news";
import { ThreadHead } from "#components/threads/thread-head";
import { OrderLinks } from "#components/weighing/order-links";
import { getOutline } from "#lib/arguments/queries/outline";
import { getViewer } from "#lib/auth";
import { findTaskIn } from "#lib/classes/task-queries";
import { env } from "#lib/env";
import { alternatesOf } from "#lib/feeds/link";
import { linkedThread } from "#lib/feeds/linked-data";
import { previewOf } from "#lib/feeds/preview";
import { getOpening } from "#lib/feeds/queries";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";
import { paths } from "#lib/paths";
import { getOrder } from "#lib/weighing/order";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

const load = cache(async (slug: string, sort?: string, by?: string) => {
  const reader = await getReader({ thread: slug });
  const { weights, ...ordered } = await found(getOrder({ sort, by }, { slug }, getViewer, reader));
  return found(getOutline(reader, slug, weights)).then((view) => ({ ...ordered, reader, view, thread: view.thread }));
});
const asked = async ({ params, searchParams }: Props) => {
  const { sort, by } = await singles(searchParams);
  return load((await params).slug, sort, by);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { thread } = await asked(props);
  const { id, slug, question: title, background } = thread;
  if (thread.owned) return { title, robots: { index: false } };
  const shown = { title, description: background ?? title, thread, types: alternatesOf(thread) };
  return { ...previewOf({ path: paths.thread(slug), ...shown }), other: pageTags(tag.thread(id)) };
}

export default async function ThreadPage(props: Props) {
  const { view, thread, reader, ...ordered } = await asked(props);
  return (
    <>
      <ThreadHead thread={thread} view="outline" />
      {thread.owned && <ThreadTask task={await findTaskIn(reader, thread.slug)} />}
      <News thread={thread} />
      <OrderLinks thread={thread} path={paths.thread(thread.slug)} {...ordered} />
      <Outline view={view} order={ordered.order} />
      {!thread.owned && <LinkedData of={linkedThread(view, await getOpening(thread.id), env().APP_URL)} />}
    </>
  );
}
