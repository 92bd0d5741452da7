import type { Metadata } from "next";
import { ClassHead } from "#components/classes/class-head";
import { ClassPage } from "#components/classes/class-page";
import { getViewer } from "#lib/auth";
import { getClass, listTemplates } from "#lib/classes/queries";
import { found } from "#lib/pages/found";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await found(getClass(await getViewer(), (await params).slug));
  return { title: name, robots: { index: false } };
}

export default async function ClassroomPage({ params }: Props) {
  const { slug } = await params;
  const of = await found(getClass(await getViewer(), slug));
  return (
    <>
      <ClassHead of={of} here="class" />
      <ClassPage of={of} templates={of.role === "TEACHER" ? await listTemplates() : []} />
    </>
  );
}
