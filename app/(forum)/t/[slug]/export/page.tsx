import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ExportPage } from "#components/maps/export-page";
import { env } from "#lib/env";
import { framesOf } from "#lib/feeds/oembed";
import { getExportView } from "#lib/maps/export-view";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => found(getExportView(await getReader({ thread: slug }), slug, "json")));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("pages.exports");
  const { id, question } = (await load((await params).slug)).thread;
  return { title: t("title", { question }), description: t("description"), other: pageTags(tag.thread(id)) };
}

export default async function Exports({ params }: Props) {
  const view = await load((await params).slug);
  return <ExportPage view={view} frames={framesOf(view.thread, env().APP_URL)} />;
}
