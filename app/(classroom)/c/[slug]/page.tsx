import type { Metadata } from "next";
import { AssignmentList } from "#components/classes/assignment-list";
import { ClassHead } from "#components/classes/class-head";
import { ClassPage } from "#components/classes/class-page";
import { getViewer } from "#lib/auth";
import { listAssignments } from "#lib/classes/assignment-queries";
import { findCode, getClass, listTemplates } from "#lib/classes/queries";
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
  const viewer = await getViewer();
  const of = await found(getClass(viewer, slug));
  const teaches = of.role === "TEACHER";
  return (
    <>
      <ClassHead of={of} here="class" />
      <ClassPage
        of={of}
        code={await findCode(viewer, slug)}
        templates={teaches ? await listTemplates() : []}
        assignments={<AssignmentList room={slug} assignments={await listAssignments(viewer, slug)} teaches={teaches} />}
      />
    </>
  );
}
