import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublishForm } from "#components/moderation/publish-form";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { publish } from "#lib/moderation/actions";
import { mayPublishPolicy } from "#lib/moderation/policy";
import { findPolicyToRevise } from "#lib/moderation/queries/rules";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.policy"))("form"), robots: { index: false } };
}

export default async function NewPolicyPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("forms.policy");
  const { thread: slug } = await singles(searchParams);
  const viewer = await getViewer();
  const verdict = mayPublishPolicy(viewer);
  const { thread, number, reasons } = (await findPolicyToRevise(viewer, slug)) ?? notFound();
  return (
    <>
      <header className="mb-6">
        <h1 className="title">{t(thread ? "titleOfThread" : "title")}</h1>
        {thread && <p className="claim mt-2">{thread.question}</p>}
        <p className="read mt-3">{t("what")}</p>
      </header>
      {verdict.ok ? (
        <WordsOfForms>
          <PublishForm act={publish} thread={slug} after={number} reasons={reasons} />
        </WordsOfForms>
      ) : (
        <MayNot verdict={verdict} back={paths.publishPolicy(slug)} />
      )}
    </>
  );
}
