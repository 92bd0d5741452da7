import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { VersionCorrection } from "#components/sources/version-correction";
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
  return (
    <>
      <p className="kicker">
        <a href={paths.source(slug)}>{title}</a>
      </p>
      <h1 className="title">{t("title")}</h1>
      <p className="read mt-3">{t(versions.length > 1 ? "what" : "never")}</p>
      <VersionList slug={slug} versions={versions} shown={correction?.number} />
      <p className="mt-4">
        <a href={paths.correct(slug)}>{t("correct")}</a>
      </p>
      {correction && <VersionCorrection correction={correction} excerpts={excerpts} />}
    </>
  );
}
