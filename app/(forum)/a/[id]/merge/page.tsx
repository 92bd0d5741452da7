import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnmergeForm } from "#components/moderation/merge-form";
import { MergeHead, MergingOf } from "#components/moderation/merging";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { merge, unmerge } from "#lib/moderation/actions";
import { getMerging } from "#lib/moderation/queries/merging";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.merge"))("form"), robots: { index: false } };
}

export default async function MergePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { find, into } = await singles(searchParams);
  const merging = await found(getMerging(await getViewer(), id, { find, into }));
  const { argument, verdict, merged } = merging;
  const one = { id, number: argument.number };
  return (
    <>
      <MergeHead argument={argument} merged={merged !== null} />
      {verdict.ok ? (
        <WordsOfForms>
          {merged ? (
            <UnmergeForm argument={one} into={merged.into} act={unmerge} />
          ) : (
            <MergingOf merging={merging} act={merge} />
          )}
        </WordsOfForms>
      ) : (
        <MayNot verdict={verdict} back={paths.merge(id, { find, into })} />
      )}
    </>
  );
}
