import { useTranslations } from "next-intl";
import { SetRuns } from "#components/sources/set-runs";
import { Icon } from "#components/ui/icon";
import { Notice } from "#components/ui/notice";
import { paths } from "#lib/paths";
import { FORMS } from "#lib/sources/bibliography";
import type { CslItem } from "#lib/sources/csl";
import { STYLE_NAMES, STYLES } from "#lib/sources/styles/styles";

/** Works as references in every style, and as files for programs that keep references. */
export function Bibliography({ slug, works }: { slug: string; works: CslItem[] }) {
  const t = useTranslations("bibliography");
  return (
    <div className="mt-6">
      <p className="read">{t("lead")}</p>
      <Files slug={slug} />
      {works.some(({ genre }) => genre) && (
        <div className="mt-5">
          <Notice title={t("holdsDigests")}>
            <p>{t("digestMeans")}</p>
          </Notice>
        </div>
      )}
      {STYLE_NAMES.map((style) => (
        <section key={style} className="mt-8" aria-labelledby={style}>
          <h2 className="section-title" id={style}>
            {t(`style.${style}`)}
          </h2>
          <ul className="read grid gap-3">
            {works.map((work) => (
              <li key={work.id} className="wrap-anywhere pl-8 -indent-8">
                <SetRuns runs={STYLES[style].reference(work)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The styles themselves stand on the page. */
const FILES = ["bibtex", "ris", "csl"] as const;

function Files({ slug }: { slug: string }) {
  const t = useTranslations("bibliography");
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2" aria-label={t("files")}>
      {FILES.map((name) => (
        <li key={name}>
          <a href={paths.api.bibliography(slug, name)} download>
            <Icon name="download" /> {t(`file.${name}`)}
          </a>{" "}
          <span className="meta">.{FORMS[name].extension}</span>
        </li>
      ))}
    </ul>
  );
}
