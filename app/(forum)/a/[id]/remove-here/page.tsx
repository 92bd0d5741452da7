import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlacesHead } from "#components/arguments/places-head";
import { RemoveHere } from "#components/arguments/places-remove";
import { MayNot } from "#components/site/may-not";
import { removeHere } from "#lib/arguments/actions";
import { getPlacing } from "#lib/arguments/placing";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.removeHere"))("form"), robots: { index: false } };
}

export default async function RemoveHerePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { link } = await singles(searchParams);
  const { argument, verdict, places } = await found(getPlacing(await getViewer(), id));
  const place = places.find((one) => one.link.id === link);
  if (!place) notFound();
  return (
    <>
      <PlacesHead kind="removeHere" argument={argument} />
      {verdict.ok ? (
        <RemoveHere argument={argument} place={place} last={places.length === 1} act={removeHere} />
      ) : (
        <MayNot verdict={verdict} back={paths.removeHere(id, place.link.id)} />
      )}
    </>
  );
}
