import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FollowThread } from "#components/notices/follow";
import { MayNot } from "#components/site/may-not";
import { getViewer } from "#lib/auth";
import { mayFollow } from "#lib/notices/policy";
import { getFollowedThread } from "#lib/notices/queries";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string }>;
}

const title = async () => (await getTranslations("notices.follow"))("thread");

export async function generateMetadata(): Promise<Metadata> {
  return { title: await title(), robots: { index: false } };
}

export default async function FollowThreadPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await getViewer();
  const { thread, followed } = await found(getFollowedThread(viewer, slug));
  if (!viewer) return <MayNot verdict={mayFollow(viewer)} back={paths.followThread(slug)} title={await title()} />;
  return <FollowThread thread={thread} followed={followed} />;
}
