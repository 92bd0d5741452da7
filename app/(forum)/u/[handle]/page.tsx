import type { Metadata } from "next";
import { cache } from "react";
import { PersonOf } from "#components/arguments/person";
import { getPerson } from "#lib/arguments/queries/person";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { isModerator } from "#lib/users/viewer";

interface Props {
  params: Promise<{ handle: string }>;
}

/** The same for everybody but those who judge, and yet rendered: it depends on every thread its person wrote in, and is seldom read. */
const load = cache(async (handle: string) => found(getPerson(handle, await getViewer())));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, about } = await load((await params).handle);
  return { title: name, ...(about && { description: about }), robots: { index: false } };
}

export default async function PersonPage({ params }: Props) {
  const person = await load((await params).handle);
  return <PersonOf person={person} judged={isModerator(await getViewer())} />;
}
