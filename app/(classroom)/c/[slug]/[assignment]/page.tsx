import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignmentAside } from "#components/classes/assignment-aside";
import { AssignmentHead, AssignmentSteps } from "#components/classes/assignment-head";
import { OwnAssignment } from "#components/classes/assignment-own";
import { Teaching } from "#components/classes/assignment-teaching";
import { OwnGrade } from "#components/classes/own-grade";
import { getViewer } from "#lib/auth";
import { findOwnGrade, getGradebook } from "#lib/classes/assessment-queries";
import { findOwnProgress, getAssignment, getClassProgress } from "#lib/classes/assignment-queries";
import { findOwnPeers } from "#lib/classes/peer-queries";
import { found } from "#lib/pages/found";

interface Props {
  params: Promise<{ slug: string; assignment: string }>;
  searchParams: Promise<{ round?: string; by?: string; did?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignments"))("title"), robots: { index: false } };
}

export default async function AssignmentPage({ params, searchParams }: Props) {
  const { slug, assignment: name } = await params;
  const asked = await searchParams;
  const viewer = await getViewer();
  const assignment = await found(getAssignment(viewer, slug, name));
  const [own, peers, grade, progress, book] = await Promise.all([
    findOwnProgress(viewer, slug, name),
    findOwnPeers(viewer, slug, name),
    findOwnGrade(viewer, slug, name),
    assignment.teaches
      ? found(getClassProgress(viewer, slug, name, asked.round ? Number(asked.round) : undefined))
      : null,
    assignment.teaches ? getGradebook(viewer, slug, name) : null,
  ]);
  return (
    <>
      <AssignmentHead assignment={assignment} />
      <div className="assignment-parts mt-6">
        <div className="grid gap-8 content-start min-w-0">
          <AssignmentSteps assignment={assignment} />
          {grade && <OwnGrade grade={grade} />}
          {own && <OwnAssignment {...{ assignment, own, peers }} />}
          {progress && book && <Teaching {...{ assignment, progress, book, asked }} />}
        </div>
        <AssignmentAside assignment={assignment} pseudonym={own?.pseudonym ?? null} />
      </div>
    </>
  );
}
