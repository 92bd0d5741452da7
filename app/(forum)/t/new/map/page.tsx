import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportForm } from "#components/maps/import-form";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { lookAtThread, openMap } from "#lib/maps/actions";
import { paths } from "#lib/paths";
import { mayOpenThread } from "#lib/threads/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.import"))("threadTitle"), robots: { index: false } };
}

export default async function OpenMapPage() {
  const t = await getTranslations("forms.import");
  const verdict = mayOpenThread(await getViewer());
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.openMap} />;
  return (
    <>
      <header className="mb-6">
        <h1 className="title">{t("threadTitle")}</h1>
        <p className="read mt-3">{t("threadWhat")}</p>
      </header>
      <WordsOfForms>
        <ImportForm slug={null} look={lookAtThread} bring={openMap} instead={instead} />
      </WordsOfForms>
    </>
  );
}
