import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MayNot } from "#components/site/may-not";
import { WeighThrough } from "#components/weighing/through";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";
import { rate, retract } from "#lib/weighing/actions";
import { getThrough, listWeighed } from "#lib/weighing/through";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("weighing"))("title.through"), robots: { index: false } };
}

export default async function WeighPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { after, link, view } = await singles(searchParams);
  const viewer = await getViewer();
  const through = await found(getThrough(viewer, slug, { after, link }));
  const own = view === "own" ? await listWeighed(viewer, slug) : null;
  const { verdict } = through;
  const instead = verdict.ok ? null : <MayNot verdict={verdict} back={paths.weigh(slug)} />;
  return <WeighThrough through={through} own={own} acts={{ rate, retract }} instead={instead} />;
}
