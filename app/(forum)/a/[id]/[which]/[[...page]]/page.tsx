import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { AnswerList } from "#components/arguments/answer-list";
import { listAt } from "#lib/arguments/list-address";
import { getList } from "#lib/arguments/queries/outline";
import { found } from "#lib/pages/found";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ id: string; which: string; page?: string[] }>;
}

const load = cache(async (id: string, which: string, page?: string) => {
  const asked = listAt(which, page?.split("/"));
  if (!asked) notFound();
  return found(getList(null, { argument: id }, asked.which, asked.page));
});
const asked = async ({ params }: Props) => {
  const { id, which, page } = await params;
  return load(id, which, page?.join("/"));
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("arguments");
  const { thread, above, which } = await asked(props);
  const number = above.at(-1)?.argument.number ?? 0;
  return {
    title: t(`list.${which}`, { number }),
    description: thread.question,
    other: pageTags(tag.thread(thread.id)),
  };
}

export default async function AnswersPage(props: Props) {
  return <AnswerList view={await asked(props)} />;
}
