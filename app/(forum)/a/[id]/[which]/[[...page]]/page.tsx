import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { AnswerList } from "#components/arguments/answer-list";
import { News } from "#components/threads/news";
import { listAt } from "#lib/arguments/list-address";
import { getList } from "#lib/arguments/queries/outline";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";
import { getOrder } from "#lib/weighing/order";

interface Props {
  params: Promise<{ id: string; which: string; page?: string[] }>;
  searchParams: PageQuery;
}

const load = cache(async (id: string, which: string, page?: string, sort?: string, by?: string) => {
  const asked = listAt(which, page?.split("/"));
  if (!asked) notFound();
  const reader = await getReader({ argument: id });
  const { weights, ...ordered } = await found(getOrder({ sort, by }, { argument: id }, getViewer, reader));
  return { ...ordered, view: await found(getList(reader, { argument: id }, asked, weights)) };
});
const asked = async ({ params, searchParams }: Props) => {
  const { id, which, page } = await params;
  const { sort, by } = await singles(searchParams);
  return load(id, which, page?.join("/"), sort, by);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("arguments");
  const { thread, above, which } = (await asked(props)).view;
  const number = above.at(-1)?.argument.number ?? 0;
  return {
    title: t(`list.${which}`, { number }),
    description: thread.question,
    other: pageTags(tag.thread(thread.id)),
  };
}

export default async function AnswersPage(props: Props) {
  const { view, order, stranger, inClass } = await asked(props);
  return (
    <>
      <News thread={view.thread} />
      <AnswerList view={view} order={order} stranger={stranger} inClass={inClass} />
    </>
  );
}
