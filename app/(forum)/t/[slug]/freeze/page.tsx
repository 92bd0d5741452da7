import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SnapshotForm } from "#components/maps/snapshot-form";
import { MayNot } from "#components/site/may-not";
import { getViewer } from "#lib/auth";
import { mayTakeSnapshot } from "#lib/maps/policy";
import { listSnapshots } from "#lib/maps/snapshot-queries";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string }>;
}

const title = async () => (await getTranslations("snapshots.freeze"))("title");

export async function generateMetadata(): Promise<Metadata> {
  return { title: await title(), robots: { index: false } };
}

export default async function FreezePage({ params }: Props) {
  const { slug } = await params;
  const viewer = await getViewer();
  const { thread } = await found(listSnapshots(viewer, slug));
  const verdict = mayTakeSnapshot(viewer);
  return verdict.ok ? (
    <SnapshotForm thread={thread} />
  ) : (
    <MayNot verdict={verdict} back={paths.takeSnapshot(slug)} title={await title()} />
  );
}
