import type { Metadata } from "next";
import { cache } from "react";
import { Outline } from "#components/arguments/outline";
import { ThreadHead } from "#components/threads/thread-head";
import { getOutline } from "#lib/arguments/queries/outline";
import { found } from "#lib/pages/found";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache((slug: string) => found(getOutline(null, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, question, background } = (await load((await params).slug)).thread;
  return { title: question, description: background ?? question, other: pageTags(tag.thread(id)) };
}

export default async function ThreadPage({ params }: Props) {
  const view = await load((await params).slug);
  return (
    <>
      <ThreadHead thread={view.thread} view="outline" />
      <Outline view={view} />
    </>
  );
}
