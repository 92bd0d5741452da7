import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoundOpening } from "#components/classes/round-opening";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { ROUND_FORMATS } from "#lib/classes/round-formats";
import { getRoundChoices } from "#lib/classes/round-queries";
import { open } from "#lib/classes/rounds/actions";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rounds"))("new"), robots: { index: false } };
}

export default async function NewRoundPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { format: asked, first } = await singles(searchParams);
  const format = ROUND_FORMATS.find((one) => one === asked) ?? "POLICY";
  const choices = await found(getRoundChoices(await getViewer(), slug));
  const t = await getTranslations("rounds");
  return (
    <>
      <p className="kicker">
        <a href={paths.rounds(slug)}>{t("of", { name: choices.class.name })}</a>
      </p>
      <h1 className="title mb-4">{t("new")}</h1>
      <MayNot verdict={choices.verdict} back={paths.newRound(slug)} />
      <WordsOfForms>
        {choices.verdict.ok && (
          <RoundOpening format={format} first={first === "CON" ? "CON" : "PRO"} choices={choices} act={open} />
        )}
      </WordsOfForms>
    </>
  );
}
