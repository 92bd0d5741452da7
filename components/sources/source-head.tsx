import { useTranslations } from "next-intl";
import { BroughtAgainList } from "#components/sources/brought-again";
import { Day } from "#components/ui/day";
import { Notice } from "#components/ui/notice";
import { paths } from "#lib/paths";
import type { BroughtAgain } from "#lib/sources/brought-again";
import type { Provenance, SourceKind } from "#lib/sources/view";

interface Props {
  source: {
    slug: string;
    title: string;
    kind: SourceKind;
    outlet: string | null;
    byline: string | null;
    publishedOn: string | null;
    url: string | null;
    note: string | null;
    excerpts: boolean;
    version: { number: number; sha256: string };
    /** The newest first. */
    versions: { number: number }[];
    /** How many arguments stand on words that this version lost. */
    lost: number;
    broughtBy: { name: string };
    broughtAt: string;
    provenance: Provenance;
    requestedUrl: string | null;
    finalUrl: string | null;
    broughtAgain: BroughtAgain[];
  };
}

/** Enough of a hash to compare two by eye. */
const HASH_SHOWN = 8;

/** What is claimed of a source, and what is kept of it. */
export function SourceHead({ source }: Props) {
  const t = useTranslations("sources");
  const { title, kind, outlet, byline, publishedOn, url, note, excerpts, version, broughtBy, broughtAt } = source;
  // The address that was asked for, and the one that answered where it is another.
  const addresses = [...new Set([source.requestedUrl, source.finalUrl])].flatMap((one) => one ?? []);
  const host = URL.parse(addresses.at(-1) ?? "")?.hostname ?? "";
  return (
    <header className="source-head">
      <p className="kicker">
        <a href={paths.sources()}>{t("title")}</a>
      </p>
      <h1 className="title">{title}</h1>
      <p className="meta dots mt-3">
        <span>{outlet ?? t("noOutlet")}</span>
        {byline && <span>{byline}</span>}
        <span>{publishedOn ? t.rich("published", { at: () => <Day at={publishedOn} /> }) : t("noDate")}</span>
        {url && (
          <span>
            <a href={url} rel="nofollow ugc noopener">
              {t("original")}
            </a>
          </span>
        )}
        <span>
          {version.number > 1 ? (
            <a href={paths.versions(source.slug)}>{t("version", { number: version.number })}</a>
          ) : (
            t("version", { number: version.number })
          )}{" "}
          <code title={t("hash", { hash: version.sha256 })}>{version.sha256.slice(0, HASH_SHOWN)}</code>
        </span>
        <span>
          <a href={paths.correct(source.slug)}>{t("correct")}</a>
        </span>
        <span title={addresses.join(" → ") || undefined}>
          {t.rich(`brought.${source.provenance}`, { name: broughtBy.name, host, at: () => <Day at={broughtAt} /> })}
        </span>
      </p>
      <BroughtAgainList items={source.broughtAgain} />
      <Age source={source} />
      {(note || excerpts) && (
        <div className="mt-5">
          <Notice title={kind === "DIGEST" ? t("aDigest") : undefined}>
            {note && <p>{note}</p>}
            {excerpts && <p>{t("excerpts")}</p>}
          </Notice>
        </div>
      )}
    </header>
  );
}

/** That there is a newer version, or that this one lost words on which arguments stand. */
function Age({ source: { slug, version, versions, lost } }: Props) {
  const t = useTranslations("sources");
  const newest = versions[0]?.number ?? version.number;
  const { number } = version;
  if (number < newest) {
    const links = {
      a: (words: React.ReactNode) => <a href={paths.source(slug)}>{words}</a>,
      b: (words: React.ReactNode) => <a href={paths.versions(slug)}>{words}</a>,
    };
    return (
      <div className="mt-5">
        <Notice kind="hint" icon="clock" title={t("old.title", { number })}>
          <p>{t.rich("old.means", { newest, ...links })}</p>
        </Notice>
      </div>
    );
  }
  if (lost === 0) return null;
  return (
    <div className="mt-5">
      <Notice icon="map-pin-off">
        <p>{t.rich("lost", { count: lost, a: (words) => <a href={paths.versions(slug)}>{words}</a> })}</p>
      </Notice>
    </div>
  );
}
