import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { paths } from "#lib/paths";

interface Props {
  slug: string;
  versions: { number: number; sha256: string; createdAt: string; by: string }[];
  /** The one whose changes are shown. */
  shown?: number;
}

/** Enough of a hash to compare two by eye. */
const HASH_SHOWN = 8;

/** A source's versions, newest first, each a step to what it changed. */
export function VersionList({ slug, versions, shown }: Props) {
  const t = useTranslations("versions");
  return (
    <ol className="mt-6 grid gap-2" aria-label={t("all")}>
      {versions.map(({ number, sha256, createdAt, by }) => (
        <li key={number} className="meta">
          {number > 1 ? (
            <a href={paths.versions(slug, number)} aria-current={number === shown ? "true" : undefined}>
              {t("version", { number })}
            </a>
          ) : (
            t("version", { number })
          )}{" "}
          <code title={sha256}>{sha256.slice(0, HASH_SHOWN)}</code>{" "}
          {t.rich("storedBy", { by, at: () => <Day at={createdAt} /> })}{" "}
          <a href={paths.oldText(slug, number)}>
            {t("read")}
            <span className="sr-only"> {t("version", { number })}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
