import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChoosePlace } from "#components/arguments/places-choose";
import { PlacesHead } from "#components/arguments/places-head";
import { MayNot } from "#components/site/may-not";
import { move } from "#lib/arguments/actions";
import { getChoosing } from "#lib/arguments/placing";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.move"))("form"), robots: { index: false } };
}

export default async function MovePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { find, parent, link } = await singles(searchParams);
  if (link === undefined) notFound();
  const choosing = await found(getChoosing(await getViewer(), id, { find, parent, link }));
  const { argument, verdict } = choosing;
  return (
    <>
      <PlacesHead kind="move" argument={argument} />
      {verdict.ok ? (
        <ChoosePlace choosing={choosing} act={move} />
      ) : (
        <MayNot verdict={verdict} back={paths.move(id, { find, parent, link })} />
      )}
    </>
  );
}
