import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { SnapshotList } from "#components/maps/snapshot-list";
import { ThreadHead } from "#components/threads/thread-head";
import { listSnapshots } from "#lib/maps/snapshot-queries";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => found(listSnapshots(await getReader({ thread: slug }), slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("snapshots");
  const { id, question } = (await load((await params).slug)).thread;
  return { title: t("of", { question }), description: t("description"), other: pageTags(tag.thread(id)) };
}

export default async function SnapshotsPage({ params }: Props) {
  const { thread, snapshots } = await load((await params).slug);
  return (
    <>
      <ThreadHead thread={thread} view="export" />
      <SnapshotList slug={thread.slug} snapshots={snapshots} />
    </>
  );
}
