import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ExportPage } from "#components/maps/export-page";
import { env } from "#lib/env";
import { framesOf } from "#lib/feeds/oembed";
import { getExportView } from "#lib/maps/export-view";
import { isFormat } from "#lib/maps/formats";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string; format: string }>;
}

const load = cache(async (slug: string, format: string) =>
  isFormat(format) ? found(getExportView(await getReader({ thread: slug }), slug, format)) : notFound(),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("pages.exports");
  const { slug, format } = await params;
  const { thread, format: name } = await load(slug, format);
  const title = t("titleOf", { question: thread.question, name: t(`of.${name}.name`) });
  return { title, description: t(`of.${name}.carries`), other: pageTags(tag.thread(thread.id)) };
}

export default async function ExportFormat({ params }: Props) {
  const { slug, format } = await params;
  const view = await load(slug, format);
  return <ExportPage view={view} frames={framesOf(view.thread, env().APP_URL)} />;
}
