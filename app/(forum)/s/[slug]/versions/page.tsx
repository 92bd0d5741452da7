import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { VersionChanges } from "#components/sources/version-changes";
import { VersionCitations } from "#components/sources/version-citations";
import { VersionList } from "#components/sources/version-list";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";
import { getVersions } from "#lib/sources/corrections";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
}

const load = cache(async (slug: string, version?: number) => found(getVersions(await getViewer(), slug, version)));

/** Zero is no version: what is no number is as unknown as one that is not there. */
const asked = (version?: string | string[]) => (version === undefined ? undefined : Number(version) || 0);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("versions");
  const { title } = await load((await params).slug);
  return { title: t("titleOf", { title }), robots: { index: false } };
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const t = await getTranslations("versions");
  const { version } = await searchParams;
  const { slug, title, versions, correction, excerpts } = await load((await params).slug, asked(version));
  const numbers = { number: correction?.number ?? 1, before: correction?.before ?? 1 };
  return (
    <>
      <p className="kicker">
        <a href={paths.source(slug)}>{title}</a>
      </p>
      <h1 className="title">{t("title")}</h1>
      <p className="read mt-3">{t(versions.length > 1 ? "what" : "never")}</p>
      <VersionList slug={slug} versions={versions} shown={correction?.number} />
      {correction && (
        <>
          <h2 className="section-title mt-10" id="citations">
            {t("citations", numbers)}
          </h2>
          {correction.citations.length > 0 ? (
            <VersionCitations citations={correction.citations} />
          ) : (
            <p>{t("uncited")}</p>
          )}
          <h2 className="section-title mt-10">{t("changes", numbers)}</h2>
          {excerpts ? <p className="read">{t("excerpts")}</p> : <VersionChanges changes={correction.changes} />}
        </>
      )}
    </>
  );
}
