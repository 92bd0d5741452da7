import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SourceTable } from "#components/sources/source-table";
import { Front } from "#components/threads/front";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import { getThread, listThreads } from "#lib/arguments/queries/threads";
import { pageTags, tag } from "#lib/pages/tags";
import { paths } from "#lib/paths";
import { listSources } from "#lib/sources/queries";

export const metadata: Metadata = { other: pageTags(tag.home) };

/** The thread in which something was said last leads. */
export default async function HomePage() {
  const t = await getTranslations("pages.home");
  const [{ items: threads }, { items: sources }] = await Promise.all([listThreads(null), listSources(null)]);
  const [lead, ...others] = threads.toSorted((a, b) =>
    (b.last?.postedAt ?? b.openedAt).localeCompare(a.last?.postedAt ?? a.openedAt),
  );
  return (
    <>
      {lead ? (
        <Front lead={await getThread(null, lead.slug)} others={others} />
      ) : (
        <Empty
          action={<Button href={sources.length > 0 ? paths.openThread() : paths.bringSource()}>{t("begin")}</Button>}
        >
          {t("empty")}
        </Empty>
      )}
      <SourceTable sources={sources} />
    </>
  );
}
