import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HowToAsk, Results } from "#components/search/results";
import { SearchForm } from "#components/search/search-form";
import { getViewer } from "#lib/auth";
import { type PageQuery, singles } from "#lib/pages/query";
import { search } from "#lib/search/queries";
import { askedBy, asksNothing } from "#lib/search/schema";
import { sentence } from "#lib/sentence";
import { Refused } from "#lib/verdict";

interface Props {
  searchParams: PageQuery;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("search");
  const { q } = askedBy(await singles(searchParams)).asked;
  return { title: q ? t("titleOf", { q }) : t("title"), description: t("description"), robots: { index: false } };
}

/** The address is the whole search. What cannot be looked for is answered with a sentence at the field. */
export default async function SearchPage({ searchParams }: Props) {
  const t = await getTranslations("search");
  const { asked, flaw } = askedBy(await singles(searchParams));
  const asking = flaw === null && !asksNothing(asked);
  const found = asking ? await search(await getViewer(), asked).catch(refusedOnly) : null;
  const code = found instanceof Refused ? found.code : flaw;
  return (
    <>
      <h1 className="title">{t("title")}</h1>
      <SearchForm asked={asked} flaw={code && sentence({ code, values: {} })} />
      {found && !(found instanceof Refused) ? <Results asked={asked} found={found} /> : <HowToAsk />}
    </>
  );
}

function refusedOnly(error: unknown): Refused {
  if (error instanceof Refused) return error;
  throw error;
}
