import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Places } from "#components/arguments/places";
import { JustDone } from "#components/arguments/places-done";
import { PlacesHead } from "#components/arguments/places-head";
import { MayNot } from "#components/site/may-not";
import { hereToo, move, removeHere } from "#lib/arguments/actions";
import { getPlacing } from "#lib/arguments/placing";
import { getPast } from "#lib/arguments/queries/places";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = (await found(getPlacing(await getViewer(), (await params).id))).argument;
  return { title: (await getTranslations("places"))("title.places", { number }), robots: { index: false } };
}

export default async function PlacesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { did, link } = await singles(searchParams);
  const viewer = await getViewer();
  const { argument, verdict, places } = await found(getPlacing(viewer, id));
  const past = did && link && verdict.ok ? await found(getPast(viewer, link)) : null;
  return (
    <>
      {did && past?.link.child === id && (
        <JustDone argument={argument} did={did} past={past} acts={{ hereToo, move, removeHere }} />
      )}
      <PlacesHead kind="places" argument={argument} />
      <Places argument={argument} places={places} may={verdict.ok} />
      <MayNot verdict={verdict} back={paths.places(id)} />
    </>
  );
}
