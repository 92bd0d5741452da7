import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MayNot } from "#components/site/may-not";
import { RateOne } from "#components/weighing/rate-one";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";
import { rate, retract } from "#lib/weighing/actions";
import { getWeighed } from "#lib/weighing/through";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("weighing"))("title.one"), robots: { index: false } };
}

export default async function RatePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { link } = await singles(searchParams);
  if (link === undefined) notFound();
  const { weighed, verdict } = await found(getWeighed(await getViewer(), link));
  if (weighed.argument.id !== id) notFound();
  const instead = verdict.ok ? null : <MayNot verdict={verdict} back={paths.rate(id, link)} />;
  return <RateOne weighed={weighed} acts={{ rate, retract }} instead={instead} />;
}
