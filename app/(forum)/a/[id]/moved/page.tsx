import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { MovedCitations } from "#components/arguments/moved-citations";
import { MayNot } from "#components/site/may-not";
import { confirm } from "#lib/arguments/actions";
import { getMoved } from "#lib/arguments/writing";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.moved"))("form"), robots: { index: false } };
}

export default async function MovedPage({ params }: Props) {
  const { id } = await params;
  const { argument, moved, verdict } = await found(getMoved(await getViewer(), id));
  return (
    <>
      <ArgumentFormHead kind="moved" thread={argument.thread} argument={argument} links={argument.links} />
      <MovedCitations id={id} moved={moved} act={verdict.ok ? confirm : undefined} />
      {moved.length > 0 && <MayNot verdict={verdict} back={paths.moved(id)} />}
    </>
  );
}
