import { useTranslations } from "next-intl";
import { Preview, ThisCopy } from "#components/maps/chosen-format";
import { EmbedSnippet } from "#components/maps/embed-snippet";
import { FormatTable } from "#components/maps/format-table";
import { PartForm } from "#components/maps/part-form";
import { KeepState } from "#components/maps/snapshot-list";
import { ThreadHead } from "#components/threads/thread-head";
import { Notice } from "#components/ui/notice";
import type { Way } from "#lib/feeds/embed";
import type { ExportView } from "#lib/maps/export-view";
import { FORMATS, type FormatName } from "#lib/maps/formats";
import { paths } from "#lib/paths";

/** The ways to take a thread along, one of them chosen. */
export function ExportPage({ view, frames }: { view: ExportView; frames: Record<Way, string> }) {
  const t = useTranslations("pages.exports");
  const { thread, format, sizes } = view;
  return (
    <>
      <ThreadHead thread={thread} view="export" />
      <div className="bench">
        <div>
          <FormatTable slug={thread.slug} formats={FORMATS} chosen={format} sizes={sizes} />
          <Preview view={view} />
        </div>
        <aside className="mt-6">
          <ThisCopy view={view} />
          <PartForm slug={thread.slug} names={Object.keys(FORMATS) as FormatName[]} chosen={format} />
          <KeepState slug={thread.slug} />
          <div className="mt-6">
            <Notice kind="plain" icon="info">
              <p>{t("carried")}</p>
              <p>{t("left")}</p>
              <p>
                <a href={paths.importMap(thread.slug)}>{t("import")}</a>
              </p>
            </Notice>
          </div>
        </aside>
      </div>
      {!thread.owned && <EmbedSnippet slug={thread.slug} frames={frames} />}
    </>
  );
}
