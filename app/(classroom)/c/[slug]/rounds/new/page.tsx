import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoundForm } from "#components/classes/round-form";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import { getViewer } from "#lib/auth";
import { timeShown } from "#lib/classes/round";
import { ROUND_FORMATS, USUAL } from "#lib/classes/round-formats";
import { getRoundChoices } from "#lib/classes/round-queries";
import { open } from "#lib/classes/rounds/actions";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

/** Two constructives, two rebuttals and a round of questions fit; empty rows are none. */
const OWN_ROWS = 8;

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rounds"))("new"), robots: { index: false } };
}

export default async function NewRoundPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const asked = (await singles(searchParams)).format;
  const format = ROUND_FORMATS.find((one) => one === asked) ?? "POLICY";
  const choices = await found(getRoundChoices(await getViewer(), slug));
  const t = await getTranslations("rounds");
  const own = { name: "", kind: "SPEECH" as const, side: "PRO" as const, minutes: "4:00" };
  const usual = format === "OWN" ? null : USUAL[format];
  const rows = usual
    ? usual.speeches.map(({ code, seconds, ...one }) => ({
        ...{ ...one, name: t(`speeches.${code as "cx"}`), minutes: timeShown(seconds * 1000) },
      }))
    : Array.from({ length: OWN_ROWS }, () => own);
  const prep = timeShown((usual?.prepSeconds ?? 0) * 1000);
  return (
    <>
      <p className="kicker">
        <a href={paths.rounds(slug)}>{t("of", { name: choices.class.name })}</a>
      </p>
      <h1 className="title mb-4">{t("new")}</h1>
      <MayNot verdict={choices.verdict} back={paths.newRound(slug)} />
      {choices.verdict.ok && choices.threads.length === 0 && <Empty>{t("noThreads")}</Empty>}
      {choices.verdict.ok && choices.threads.length > 0 && (
        <WordsOfForms>
          <nav className="joined mb-4" aria-label={t("format")}>
            {ROUND_FORMATS.map((one) => (
              <Button key={one} href={paths.newRound(slug, one)} aria-current={one === format ? "page" : undefined}>
                {t(`formats.${one}`)}
              </Button>
            ))}
          </nav>
          <RoundForm key={format} room={slug} {...{ format, rows, prep, choices }} act={open} />
        </WordsOfForms>
      )}
    </>
  );
}
