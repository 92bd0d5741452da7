import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassHead } from "#components/classes/class-head";
import { PeopleTable } from "#components/classes/people-table";
import { RosterForm } from "#components/classes/roster-form";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { getClass, listMembers } from "#lib/classes/queries";
import { found } from "#lib/pages/found";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.people"))("title"), robots: { index: false } };
}

export default async function PeoplePage({ params }: Props) {
  const { slug } = await params;
  const viewer = await getViewer();
  const members = await found(listMembers(viewer, slug));
  return (
    <>
      <ClassHead of={await found(getClass(viewer, slug))} here="people" />
      <div className="grid grid-cols-1 gap-12">
        <PeopleTable slug={slug} members={members} own={viewer?.handle ?? ""} />
        <WordsOfForms>
          <div className="max-w-2xl">
            <RosterForm slug={slug} />
          </div>
        </WordsOfForms>
      </div>
    </>
  );
}
