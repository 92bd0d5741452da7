import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { ModeForm } from "#components/threads/mode-form";
import { Moderators } from "#components/threads/moderators";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";
import { setMode } from "#lib/threads/actions";
import { mayModerate, mayNameModerators } from "#lib/threads/policy";
import { getMode, listModerators } from "#lib/threads/queries";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("modes"))("title"), robots: { index: false } };
}

export default async function ModePage({ params }: Props) {
  const { slug } = await params;
  const viewer = await getViewer();
  const { thread, letsIn } = await found(getMode(viewer, slug));
  const verdict = mayModerate(viewer, thread);
  const t = await getTranslations("modes");
  return (
    <div className="max-w-2xl">
      <p className="kicker">
        <a href={paths.thread(slug)}>{thread.question}</a>
      </p>
      <h1 className="title mb-6">{t("title")}</h1>
      <MayNot verdict={verdict} back={paths.mode(slug)} />
      {verdict.ok && (
        <WordsOfForms also="modes">
          <ModeForm slug={slug} letsIn={letsIn} now={new Date().toISOString()} act={setMode} />
        </WordsOfForms>
      )}
      {mayNameModerators(viewer).ok && <Moderators slug={slug} moderators={await listModerators(thread.id)} />}
    </div>
  );
}
