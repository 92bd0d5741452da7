import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { SnapshotChanges } from "#components/maps/snapshot-changes";
import { SnapshotPage } from "#components/maps/snapshot-page";
import { env } from "#lib/env";
import { getChanges } from "#lib/maps/comparing";
import { changesAt } from "#lib/maps/snapshot-difference";
import { getFrozen } from "#lib/maps/snapshot-queries";
import { referencesTo } from "#lib/maps/snapshot-reference";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  /** A frozen state's id, or two with two dots between them; the later may be `now`. Then a list of changes and its page. */
  params: Promise<{ slug: string; which: string; list?: string[] }>;
}

const load = cache(async (slug: string, which: string, list?: string) => {
  const [from = "", to] = which.split("..");
  const at = list === undefined ? null : (changesAt(list) ?? notFound());
  const reader = await getReader({ thread: slug });
  if (to !== undefined) return { two: await found(getChanges(reader, { slug, from, to, at })) };
  return at ? notFound() : { one: await found(getFrozen(reader, slug, from)) };
});
const asked = async ({ params }: Props) => {
  const { slug, which, list } = await params;
  return { slug, ...(await load(slug, which, list?.join("/"))) };
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("snapshots");
  const { one, two } = await asked(props);
  const { id, question } = (one ?? two).thread;
  const other = pageTags(tag.thread(id));
  // Of any two: more than anybody looks for.
  const robots = { index: false };
  if (two) return { title: t("diff.title", { question }), description: t("diff.description"), robots, other };
  const { number, takenAt } = one.ref;
  const title = t("one.title", { number, question: one.snapshot.thread.question });
  return { title, description: t("one.description", { day: takenAt.slice(0, 10) }), other };
}

export default async function FrozenPage(props: Props) {
  const { slug, one, two } = await asked(props);
  if (one) {
    const { question } = one.snapshot.thread;
    return <SnapshotPage view={one} references={referencesTo({ ...one.ref, slug, question }, env().APP_URL)} />;
  }
  return <SnapshotChanges {...two} />;
}
