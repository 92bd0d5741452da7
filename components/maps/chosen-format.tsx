import { useTranslations } from "next-intl";
import { Size } from "#components/maps/format-table";
import { TakeAlong } from "#components/maps/take-along";
import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";
import type { ExportView } from "#lib/maps/export-view";
import { FORMATS, fileName } from "#lib/maps/formats";
import { paths } from "#lib/paths";

/** So many figures of a hash tell two apart by eye; the whole stands in every file. */
const SHOWN = 16;

/** What the copy holds that one would take now, and the act itself. */
export function ThisCopy({ view: { thread, format, gone, copy, large } }: { view: ExportView }) {
  const t = useTranslations("pages.exports");
  const { slug, counts } = thread;
  const name = t(`of.${format}.name`);
  const texts = copy?.sources.flatMap(({ versions }) => versions) ?? [];
  return (
    <section aria-labelledby="copy-title">
      <h2 className="section-title" id="copy-title">
        {t("copy")}
      </h2>
      <dl className="facts mt-3">
        <dt>{t("holds")}</dt>
        <dd>{t("counts", { ...counts })}</dd>
        {gone > 0 && (
          <>
            <dt>{t("leaves")}</dt>
            <dd>{t("gone", { count: gone })}</dd>
          </>
        )}
        {copy && (
          <>
            <dt>{t("content")}</dt>
            <dd>
              <code title={copy.hash}>{copy.hash.slice(0, SHOWN)}</code>
            </dd>
            <dt>{t("texts")}</dt>
            <dd className="dots">
              {texts.map(({ sha256 }) => (
                <code key={sha256} title={sha256}>
                  {sha256.slice(0, SHOWN / 2)}
                </code>
              ))}
            </dd>
          </>
        )}
      </dl>
      {large ? (
        <TakeAlong
          href={paths.api.exported(slug, format)}
          making={paths.making(slug, format)}
          name={fileName(slug, format)}
          words={{
            take: t("downloadOf", { name }),
            waiting: t("making.waiting"),
            reading: t("making.reading"),
            writing: t("making.writing"),
            cancel: t("making.cancel"),
            cancelled: t("making.cancelled"),
            done: t("making.done"),
            failed: t("making.failed"),
          }}
        />
      ) : (
        <p className="button-row mt-4">
          <Button kind="solid" href={paths.api.exported(slug, format)} download>
            <Icon name="download" />
            {t("downloadOf", { name })}
          </Button>
        </p>
      )}
    </section>
  );
}

/** How the chosen file begins, or how it looks. */
export function Preview({ view: { thread, format, preview, large, sizes } }: { view: ExportView }) {
  const t = useTranslations("pages.exports");
  const name = t(`of.${format}.name`);
  const size = sizes.get(format);
  const drawn = format === "svg" || format === "png";
  return (
    <section className="mt-8" aria-labelledby="chosen">
      <h2 className="section-title" id="chosen">
        <span>{t("begins", { name })}</span>
        <span className="dots">
          <span>.{FORMATS[format].extension}</span>
          {size !== undefined && (
            <span>
              <Size bytes={size} />
            </span>
          )}
        </span>
      </h2>
      {large && <p className="read">{t("noPreviewLarge", { count: thread.counts.arguments })}</p>}
      {!large && drawn && (
        // biome-ignore lint/performance/noImgElement: a drawing has nothing to optimise
        <img className="drawn" src={paths.api.exported(thread.slug, "svg")} alt={t("drawn")} />
      )}
      {!large && !drawn && (preview === null ? <p className="read">{t("noPreview")}</p> : <pre>{preview}</pre>)}
    </section>
  );
}
