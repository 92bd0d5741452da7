import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { EmbedSnippet } from "#components/maps/embed-snippet";
import { FormatTable } from "#components/maps/format-table";
import { PartForm } from "#components/maps/part-form";
import { KeepState } from "#components/maps/snapshot-list";
import { ThreadHead } from "#components/threads/thread-head";
import { Notice } from "#components/ui/notice";
import { getThread } from "#lib/arguments/queries/threads";
import { env } from "#lib/env";
import { frameOf } from "#lib/feeds/oembed";
import { FORMATS, type FormatName } from "#lib/maps/formats";
import { found } from "#lib/pages/found";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache((slug: string) => found(getThread(null, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("pages.exports");
  const { id, question } = await load((await params).slug);
  return { title: t("title", { question }), description: t("description"), other: pageTags(tag.thread(id)) };
}

export default async function ExportPage({ params }: Props) {
  const t = await getTranslations("pages.exports");
  const thread = await load((await params).slug);
  return (
    <>
      <ThreadHead thread={thread} view="export" />
      <div className="bench">
        <FormatTable slug={thread.slug} formats={FORMATS} />
        <aside className="mt-6">
          <PartForm slug={thread.slug} names={Object.keys(FORMATS) as FormatName[]} />
          <KeepState slug={thread.slug} />
          <div className="mt-6">
            <Notice kind="plain" icon="info">
              <p>{t("carried")}</p>
              <p>{t("left")}</p>
            </Notice>
          </div>
        </aside>
      </div>
      <EmbedSnippet
        slug={thread.slug}
        frames={{ outline: frameOf(thread, env().APP_URL, "outline"), map: frameOf(thread, env().APP_URL, "map") }}
      />
    </>
  );
}
