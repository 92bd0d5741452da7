import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignmentAside } from "#components/classes/assignment-aside";
import { AssignmentHead, AssignmentSteps } from "#components/classes/assignment-head";
import { OwnAssignment } from "#components/classes/assignment-own";
import { ClassProgress } from "#components/classes/assignment-progress";
import { SidesForm } from "#components/classes/assignment-sides";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { MEASURES } from "#lib/classes/assignment";
import { findOwnProgress, getAssignment, getClassProgress } from "#lib/classes/assignment-queries";
import { found } from "#lib/pages/found";

interface Props {
  params: Promise<{ slug: string; assignment: string }>;
  searchParams: Promise<{ round?: string; by?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignments"))("title"), robots: { index: false } };
}

export default async function AssignmentPage({ params, searchParams }: Props) {
  const { slug, assignment: name } = await params;
  const { round, by } = await searchParams;
  const viewer = await getViewer();
  const assignment = await found(getAssignment(viewer, slug, name));
  const [own, progress] = await Promise.all([
    findOwnProgress(viewer, slug, name),
    assignment.teaches ? found(getClassProgress(viewer, slug, name, round ? Number(round) : undefined)) : null,
  ]);
  return (
    <>
      <AssignmentHead assignment={assignment} />
      <div className="assignment-parts mt-6">
        <div className="grid gap-8 content-start min-w-0">
          <AssignmentSteps assignment={assignment} />
          {own && <OwnAssignment assignment={assignment} own={own} />}
          {progress && (
            <>
              <ClassProgress {...{ assignment, ...progress }} by={MEASURES.find((one) => one === by) ?? null} />
              <WordsOfForms>
                <SidesForm assignment={assignment} pupils={progress.pupils} />
              </WordsOfForms>
            </>
          )}
        </div>
        <AssignmentAside assignment={assignment} pseudonym={own?.pseudonym ?? null} />
      </div>
    </>
  );
}
