import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ThreadHead } from "#components/threads/thread-head";
import { Lens } from "#components/weighing/lens";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";
import { getLens } from "#lib/weighing/lens";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => found(getLens(await getReader({ thread: slug }), slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("weighing.lens");
  const { id, question } = (await load((await params).slug)).thread;
  return { title: t("title", { question }), description: t("lead"), other: pageTags(tag.thread(id)) };
}

export default async function StrengthPage({ params }: Props) {
  const view = await load((await params).slug);
  return (
    <>
      <ThreadHead thread={view.thread} view="strength" />
      <Lens view={view} />
    </>
  );
}
