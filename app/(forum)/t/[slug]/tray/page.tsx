import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JustImported } from "#components/maps/just-imported";
import { TrayList } from "#components/maps/tray-list";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { postAll, putFromTray } from "#lib/maps/actions";
import { getTray } from "#lib/maps/tray-queries";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tray"))("title"), robots: { index: false } };
}

export default async function TrayPage({ params, searchParams }: Props) {
  const t = await getTranslations("tray");
  const { slug } = await params;
  const { page, ...just } = await singles(searchParams);
  const number = /^[1-9]\d{0,3}$/.test(page ?? "") ? Number(page) : 1;
  const tray = await found(getTray(await getViewer(), slug, number));
  return (
    <>
      <header className="mb-6">
        <p className="kicker">
          <a href={paths.thread(slug)}>{tray.thread.question}</a>
        </p>
        <h1 className="title">{t("title")}</h1>
        <p className="read mt-3">{t("what")}</p>
      </header>
      <MayNot verdict={tray.verdict} back={paths.tray(slug)} />
      {tray.verdict.ok && (
        <WordsOfForms>
          <JustImported slug={slug} just={just} />
          <TrayList tray={tray} putAway={putFromTray} postAll={postAll} />
        </WordsOfForms>
      )}
    </>
  );
}
