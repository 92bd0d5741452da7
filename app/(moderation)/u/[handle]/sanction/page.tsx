import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SanctionForm } from "#components/moderation/sanction-form";
import { SanctionList } from "#components/moderation/sanctions";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { sanction } from "#lib/moderation/actions";
import { getSanctionable, listReasons } from "#lib/moderation/queries/sanctions";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sanctions.give"))("form"), robots: { index: false } };
}

export default async function SanctionPage({ params, searchParams }: Props) {
  const { handle } = await params;
  const { review } = await singles(searchParams);
  const t = await getTranslations("sanctions");
  const { person, verdict, standing } = await found(getSanctionable(await getViewer(), handle));
  return (
    <div className="max-w-2xl">
      <p className="kicker">
        <a href={paths.sanctions()}>{t("list.title")}</a>
      </p>
      <h1 className="title mb-6">{t("give.title", { name: person.name })}</h1>
      <MayNot verdict={verdict} back={paths.sanction(handle, review)} />
      {standing.length > 0 && (
        <section className="mb-8" aria-labelledby="standing">
          <h2 className="section-title" id="standing">
            {t("give.standing")}
          </h2>
          <SanctionList sanctions={standing} />
        </section>
      )}
      {verdict.ok && (
        <WordsOfForms also="sanctions">
          <SanctionForm handle={handle} review={review} reasons={await listReasons()} act={sanction} />
        </WordsOfForms>
      )}
    </div>
  );
}
