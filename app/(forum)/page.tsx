import type { Metadata } from "next";
import { SourceTable } from "#components/sources/source-table";
import { FirstQuestion } from "#components/threads/first-question";
import { Front } from "#components/threads/front";
import { getLead } from "#lib/arguments/queries/front";
import { listThreads } from "#lib/arguments/queries/threads";
import { pageTags, tag } from "#lib/pages/tags";
import { listSources } from "#lib/sources/queries";

export const metadata: Metadata = { other: pageTags(tag.home) };

/** The thread in which something was said last leads. */
export default async function HomePage() {
  const [{ items: threads }, { items: sources }] = await Promise.all([listThreads(null), listSources(null)]);
  const [lead, ...others] = threads.toSorted((a, b) =>
    (b.last?.postedAt ?? b.openedAt).localeCompare(a.last?.postedAt ?? a.openedAt),
  );
  if (!lead) return <FirstQuestion sources={sources} />;
  return (
    <>
      <Front lead={await getLead(null, lead.slug)} others={others} />
      <SourceTable sources={sources} />
    </>
  );
}
