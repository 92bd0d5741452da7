import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { SourceForm } from "#components/sources/source-form";
import { getViewer } from "#lib/auth";
import { paths } from "#lib/paths";
import { bring, propose } from "#lib/sources/actions";
import { mayBringSource } from "#lib/sources/policy";
import { listTaught } from "#lib/users/classes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.bring"))("title"), robots: { index: false } };
}

export default async function NewSourcePage() {
  const t = await getTranslations("forms.bring");
  const viewer = await getViewer();
  const verdict = mayBringSource(viewer, { rights: "OPEN", classId: null });
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.bringSource()} />;
  return (
    <>
      <header className="mb-6">
        <h1 className="title">{t("title")}</h1>
        <p className="read mt-3">{t("what")}</p>
      </header>
      <WordsOfForms>
        <SourceForm
          propose={propose}
          bring={bring}
          instead={instead}
          draft={`${viewer?.id} source`}
          classes={await listTaught(viewer)}
        />
      </WordsOfForms>
    </>
  );
}
