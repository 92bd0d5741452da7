import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Focus } from "#components/arguments/focus";
import { getThreadOf } from "#lib/arguments/queries/arguments";
import { found } from "#lib/pages/found";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache((id: string) => found(getThreadOf(null, id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("arguments");
  const { id } = await params;
  const thread = await load(id);
  const argument = thread.arguments.find((one) => one.id === id);
  return {
    title: argument?.claim ?? t("title", { number: argument?.number ?? 0 }),
    description: thread.question,
    other: pageTags(tag.thread(thread.id)),
  };
}

export default async function ArgumentPage({ params }: Props) {
  const { id } = await params;
  return <Focus thread={await load(id)} id={id} />;
}
