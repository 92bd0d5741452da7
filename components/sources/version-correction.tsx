import { useTranslations } from "next-intl";
import { VersionChanges } from "#components/sources/version-changes";
import { VersionCitations } from "#components/sources/version-citations";
import type { Correction } from "#lib/sources/corrections";

interface Props {
  correction: Correction;
  /** Whether the rights allow no more than the cited passages to be shown. */
  excerpts: boolean;
}

/** What a version did: to the words that were cited before it, and to the text. */
export function VersionCorrection({ correction, excerpts }: Props) {
  const t = useTranslations("versions");
  const { number, before, citations, changes } = correction;
  return (
    <>
      <h2 className="section-title mt-10" id="citations">
        {t("citations", { number })}
      </h2>
      {citations.length > 0 ? <VersionCitations citations={citations} /> : <p>{t("uncited")}</p>}
      <h2 className="section-title mt-10">{t("changes", { number, before })}</h2>
      {excerpts ? <p className="read">{t("excerpts")}</p> : <VersionChanges changes={changes} />}
    </>
  );
}
