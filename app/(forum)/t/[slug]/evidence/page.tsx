import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { EvidenceBody } from "#components/maps/evidence";
import { ThreadHead } from "#components/threads/thread-head";
import { getEvidence } from "#lib/maps/evidence-queries";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => found(getEvidence(await getReader({ thread: slug }), slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("evidence");
  const { thread, sources } = await load((await params).slug);
  return {
    title: t("title", { question: thread.question }),
    description: t("description"),
    other: pageTags(tag.thread(thread.id), ...sources.shown.map(({ id }) => tag.source(id))),
  };
}

export default async function EvidencePage({ params }: Props) {
  const evidence = await load((await params).slug);
  return (
    <>
      <ThreadHead thread={evidence.thread} view="evidence" />
      <EvidenceBody evidence={evidence} />
    </>
  );
}
