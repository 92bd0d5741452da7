import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Portfolio } from "#components/classes/portfolio";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { getPortfolio } from "#lib/classes/assessment-queries";
import { found } from "#lib/pages/found";

interface Props {
  params: Promise<{ slug: string; assignment: string; handle: string }>;
  searchParams: Promise<{ did?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignments.grades"))("grade"), robots: { index: false } };
}

export default async function GradePage({ params, searchParams }: Props) {
  const { slug, assignment, handle } = await params;
  const { did } = await searchParams;
  const of = await found(getPortfolio(await getViewer(), slug, assignment, handle));
  return (
    <WordsOfForms>
      <Portfolio of={of} assignment={assignment} did={did} />
    </WordsOfForms>
  );
}
