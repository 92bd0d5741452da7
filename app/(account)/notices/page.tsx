import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NoticeList } from "#components/notices/notice-list";
import { getViewer } from "#lib/auth";
import { listClassNotices } from "#lib/notices/of-classes";
import { countUnread, listNotices } from "#lib/notices/queries";
import { noticePlace, placeInAddress, undoing } from "#lib/notices/schema";
import { paths } from "#lib/paths";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices.page"))("title"), robots: { index: false } };
}

export default async function NoticesPage({ searchParams }: Props) {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.notices()));
  const { marked, after } = await searchParams;
  const { data } = undoing.safeParse({ at: marked });
  const { items, next } = await listNotices(viewer, noticePlace.safeParse(after).data);
  const older = next ? paths.notices({ after: placeInAddress(next) }) : undefined;
  const ofClasses = after === undefined ? await listClassNotices(viewer) : [];
  return (
    <NoticeList
      notices={items}
      ofClasses={ofClasses}
      unread={await countUnread(viewer)}
      marked={data?.at}
      older={older}
    />
  );
}
