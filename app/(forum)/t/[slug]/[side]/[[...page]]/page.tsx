import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { AnswerList } from "#components/arguments/answer-list";
import { listAt } from "#lib/arguments/list-address";
import { getList, getNumbered } from "#lib/arguments/queries/outline";
import { found } from "#lib/pages/found";
import { pageTags, tag } from "#lib/pages/tags";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string; side: string; page?: string[] }>;
}

/** An argument's number in its thread, which leads to its own page. */
const NUMBER = /^[1-9]\d{0,5}$/;

const load = cache(async (slug: string, side: string, page?: string) => {
  if (NUMBER.test(side) && !page) redirect(paths.argument(await found(getNumbered(null, slug, Number(side)))));
  const asked = listAt(side, page?.split("/"));
  if (!asked || asked.which === "answers") notFound();
  return found(getList(null, { slug }, asked.which, asked.page));
});
const asked = async ({ params }: Props) => {
  const { slug, side, page } = await params;
  return load(slug, side, page?.join("/"));
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("arguments");
  const { thread, which } = await asked(props);
  return {
    title: t(which === "pro" ? "list.questionPro" : "list.questionCon"),
    description: thread.question,
    other: pageTags(tag.thread(thread.id)),
  };
}

export default async function ColumnPage(props: Props) {
  return <AnswerList view={await asked(props)} />;
}
