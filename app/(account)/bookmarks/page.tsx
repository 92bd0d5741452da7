import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeptList } from "#components/notices/kept-list";
import { getViewer } from "#lib/auth";
import { listBookmarks, listWatched } from "#lib/notices/queries";
import { paths } from "#lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices.kept"))("title"), robots: { index: false } };
}

export default async function BookmarksPage() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.bookmarks()));
  const [bookmarks, watched] = await Promise.all([listBookmarks(viewer), listWatched(viewer)]);
  return <KeptList bookmarks={bookmarks} watched={watched} />;
}
