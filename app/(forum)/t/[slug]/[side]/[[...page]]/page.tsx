import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { AnswerList } from "#components/arguments/answer-list";
import { News } from "#components/threads/news";
import { listAt } from "#lib/arguments/list-address";
import { getList, getNumbered } from "#lib/arguments/queries/outline";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";
import { paths } from "#lib/paths";
import { getOrder } from "#lib/weighing/order";

interface Props {
  params: Promise<{ slug: string; side: string; page?: string[] }>;
  searchParams: PageQuery;
}

/** An argument's number in its thread, which leads to its own page. */
const NUMBER = /^[1-9]\d{0,5}$/;

const load = cache(async (slug: string, side: string, page?: string, sort?: string, by?: string) => {
  const reader = await getReader({ thread: slug });
  if (NUMBER.test(side) && !page) redirect(paths.argument(await found(getNumbered(reader, slug, Number(side)))));
  const asked = listAt(side, page?.split("/"));
  if (!asked || asked.which === "answers") notFound();
  const { weights, ...ordered } = await found(getOrder({ sort, by }, { slug }, getViewer, reader));
  return { ...ordered, view: await found(getList(reader, { slug }, asked, weights)) };
});
const asked = async ({ params, searchParams }: Props) => {
  const { slug, side, page } = await params;
  const { sort, by } = await singles(searchParams);
  return load(slug, side, page?.join("/"), sort, by);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("arguments");
  const { thread, which } = (await asked(props)).view;
  return {
    title: t(which === "pro" ? "list.questionPro" : "list.questionCon"),
    description: thread.question,
    other: pageTags(tag.thread(thread.id)),
  };
}

export default async function ColumnPage(props: Props) {
  const { view, order, stranger, inClass } = await asked(props);
  return (
    <>
      <News thread={view.thread} />
      <AnswerList view={view} order={order} stranger={stranger} inClass={inClass} />
    </>
  );
}
