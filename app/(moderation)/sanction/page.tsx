import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnSanctions } from "#components/moderation/sanctions";
import { WordsOfForms } from "#components/site/words-of-forms";
import { Notice } from "#components/ui/notice";
import { getViewer } from "#lib/auth";
import { appealOwn, appealSuspension } from "#lib/moderation/actions";
import { listOwnSanctions } from "#lib/moderation/queries/sanctions";
import { type PageQuery, singles } from "#lib/pages/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sanctions.own"))("title"), robots: { index: false } };
}

export default async function OwnSanctionPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("sanctions.own");
  const { done } = await singles(searchParams);
  const viewer = await getViewer();
  return (
    <div className="max-w-2xl">
      <h1 className="title mb-6">{t("title")}</h1>
      {done === "appealed" && (
        <div className="mb-6" role="status">
          <Notice kind="hint" title={t("done")} />
        </div>
      )}
      <WordsOfForms also="sanctions">
        <OwnSanctions sanctions={viewer && (await listOwnSanctions(viewer))} acts={{ appealOwn, appealSuspension }} />
      </WordsOfForms>
    </div>
  );
}
