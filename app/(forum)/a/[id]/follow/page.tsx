import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FollowArgument } from "#components/notices/follow";
import { MayNot } from "#components/site/may-not";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getViewer } from "#lib/auth";
import { mayFollow } from "#lib/notices/policy";
import { getFollowed } from "#lib/notices/queries";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
}

const title = async () => (await getTranslations("notices.follow"))("title");

export async function generateMetadata(): Promise<Metadata> {
  return { title: await title(), robots: { index: false } };
}

export default async function FollowArgumentPage({ params }: Props) {
  const { id } = await params;
  const viewer = await getViewer();
  const argument = await found(getArgument(viewer, id));
  if (!viewer) return <MayNot verdict={mayFollow(viewer)} back={paths.follow(id)} title={await title()} />;
  const followed = await getFollowed(viewer, argument.thread.slug);
  return <FollowArgument thread={argument.thread} argument={argument} followed={followed} />;
}
