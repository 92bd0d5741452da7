import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeerWork } from "#components/classes/peer-work";
import { getViewer } from "#lib/auth";
import { getPeerTask } from "#lib/classes/peer-queries";
import { found } from "#lib/pages/found";

interface Props {
  params: Promise<{ slug: string; assignment: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peers"))("title"), robots: { index: false } };
}

export default async function PeerPage({ params }: Props) {
  const { slug, assignment, id } = await params;
  const task = await found(getPeerTask(await getViewer(), slug, assignment, id));
  return <PeerWork task={task} named={{ class: slug, assignment, feedback: id }} />;
}
