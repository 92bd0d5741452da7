import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CardsForm } from "#components/classes/cards-form";
import { ClassHead } from "#components/classes/class-head";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { getClass, listMembers } from "#lib/classes/queries";
import { env } from "#lib/env";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.cards"))("title"), robots: { index: false } };
}

export default async function CardsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const viewer = await getViewer();
  const members = await found(listMembers(viewer, slug));
  const of = await found(getClass(viewer, slug));
  const made = members.filter((one) => one.made && !one.removed);
  const asked = (await searchParams).for;
  const only = made.find(({ handle }) => handle === asked);
  return (
    <>
      <ClassHead of={of} here="cards" />
      <WordsOfForms>
        <CardsForm
          key={only?.handle}
          slug={slug}
          className={of.name}
          address={env().APP_URL.replace(/^https?:\/\//, "") + paths.card()}
          only={only && { handle: only.handle, name: only.name ?? only.shown }}
          waiting={made.filter((one) => !one.made?.opened).length}
        />
      </WordsOfForms>
    </>
  );
}
