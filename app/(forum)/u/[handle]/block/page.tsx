import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BlockPerson } from "#components/account/block-person";
import { MayNot } from "#components/site/may-not";
import { getViewer } from "#lib/auth";
import { paths } from "#lib/paths";
import { mayBlock } from "#lib/users/policy";
import { findPerson, getAccount } from "#lib/users/queries";

interface Props {
  params: Promise<{ handle: string }>;
}

const title = async () => (await getTranslations("account.blocks"))("submit");

export async function generateMetadata(): Promise<Metadata> {
  return { title: await title(), robots: { index: false } };
}

export default async function BlockPage({ params }: Props) {
  const person = await findPerson((await params).handle);
  if (!person) notFound();
  const viewer = await getViewer();
  const verdict = mayBlock(viewer, person);
  if (!viewer || !verdict.ok)
    return <MayNot verdict={verdict} back={paths.blockPerson(person.handle)} title={await title()} />;
  const { blocked } = await getAccount(viewer);
  return <BlockPerson person={person} blocked={blocked.some(({ handle }) => handle === person.handle)} />;
}
