import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportForm } from "#components/maps/import-form";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { bringMap, look } from "#lib/maps/actions";
import { mayImport } from "#lib/maps/policy";
import { getThreadFacts } from "#lib/maps/thread-facts";
import { countTray } from "#lib/maps/tray-queries";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.import"))("title"), robots: { index: false } };
}

export default async function ImportPage({ params }: Props) {
  const t = await getTranslations("forms.import");
  const { slug } = await params;
  const viewer = await getViewer();
  const thread = await found(getThreadFacts(viewer, slug));
  const waiting = await countTray(viewer, slug);
  const verdict = mayImport(viewer, thread);
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.importMap(slug)} />;
  return (
    <>
      <header className="mb-6">
        <p className="kicker">
          <a href={paths.thread(slug)}>{thread.question}</a>
        </p>
        <h1 className="title">{t("title")}</h1>
        <p className="read mt-3">{t("what")}</p>
        {waiting !== null && waiting > 0 && (
          <p className="meta mt-3">
            <a className="underline" href={paths.tray(slug)}>
              {t("tray", { count: waiting })}
            </a>
          </p>
        )}
      </header>
      <WordsOfForms>
        <ImportForm slug={slug} look={look} bring={bringMap} instead={instead} />
      </WordsOfForms>
    </>
  );
}
