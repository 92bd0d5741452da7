import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoosePlace } from "#components/arguments/places-choose";
import { PlacesHead } from "#components/arguments/places-head";
import { MayNot } from "#components/site/may-not";
import { hereToo } from "#lib/arguments/actions";
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
  return { title: (await getTranslations("forms.use"))("form"), robots: { index: false } };
}

export default async function UsePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { find, parent } = await singles(searchParams);
  const choosing = await found(getChoosing(await getViewer(), id, { find, parent }));
  const { argument, verdict } = choosing;
  return (
    <>
      <PlacesHead kind="use" argument={argument} />
      {verdict.ok ? (
        <ChoosePlace choosing={choosing} act={hereToo} />
      ) : (
        <MayNot verdict={verdict} back={paths.use(id, { find, parent })} />
      )}
    </>
  );
}
