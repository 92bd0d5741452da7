import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MapBody } from "#components/maps/map-page";
import { ThreadHead } from "#components/threads/thread-head";
import { readTurns } from "#lib/maps/branches";
import { getMap } from "#lib/maps/map-view";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  params: Promise<{ slug: string; from?: string[] }>;
  searchParams: PageQuery;
}

/** The number of an argument, as one writes it. */
const NUMBER = /^[1-9]\d{0,5}$/;

const load = cache(async (slug: string, from?: string, branches?: string) => {
  if (from !== undefined && !NUMBER.test(from)) notFound();
  const number = from === undefined ? undefined : Number(from);
  const turns = readTurns(branches);
  return { view: await found(getMap(await getReader({ thread: slug }), slug, turns, number)), turns, from: number };
});
const asked = async ({ params, searchParams }: Props) => {
  const [{ slug, from }, { branches }] = await Promise.all([params, singles(searchParams)]);
  return load(slug, from?.join("/"), branches);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("maps.map");
  const { id, question } = (await asked(props)).view.thread;
  return { title: t("title", { question }), description: t("description"), other: pageTags(tag.thread(id)) };
}

export default async function MapPage(props: Props) {
  const map = await asked(props);
  return (
    <>
      <ThreadHead thread={map.view.thread} view="map" />
      <MapBody {...map} />
    </>
  );
}
