import { useFormatter, useTranslations } from "next-intl";
import { SnapshotOutline } from "#components/maps/snapshot-outline";
import { SetRuns } from "#components/sources/set-runs";
import { BalanceBar } from "#components/ui/bar";
import { Icon } from "#components/ui/icon";
import { Notice } from "#components/ui/notice";
import { countBySide } from "#lib/arguments/tree";
import { FORMATS, type FormatName } from "#lib/maps/formats";
import type { SnapshotView } from "#lib/maps/snapshot-queries";
import type { References } from "#lib/maps/snapshot-reference";
import { paths } from "#lib/paths";

const OTHERS = (Object.keys(FORMATS) as FormatName[]).filter((name) => name !== "json");

/** A thread as it stood: how to cite it, how to take it along, what changed since, and the debate itself. */
export function SnapshotPage({ view, references }: { view: SnapshotView; references: References }) {
  const t = useTranslations("snapshots.one");
  const formats = useTranslations("pages.exports");
  const { snapshot, ref, thread } = view;
  return (
    <>
      <p className="kicker">
        <a href={paths.thread(thread.slug)}>{snapshot.thread.question}</a>
      </p>
      <Head view={view} />
      <div className="bench">
        <SnapshotOutline snapshot={snapshot} doubts={view.doubts} />
        <aside className="mt-6">
          <section aria-labelledby="take">
            <h2 className="section-title" id="take">
              {t("take")}
            </h2>
            <p>
              <a className="underline" href={paths.api.snapshot(thread.slug, ref.id)} download>
                <Icon name="download" /> {t("file")}
              </a>
            </p>
            <p className="meta mb-4">{t("fileMeans")}</p>
            <details className="mb-4">
              <summary className="quiet">{t("otherFormats")}</summary>
              <ul className="grid gap-1 mt-2">
                {OTHERS.map((format) => (
                  <li key={format}>
                    <a href={paths.api.snapshot(thread.slug, ref.id, format)} download>
                      {formats(`of.${format}.name`)}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
            <p className="label">{t("hash")}</p>
            <code className="block break-all">{ref.hash}</code>
            {!snapshot.frozen && <p className="meta mt-1">{t("asFrozen")}</p>}
          </section>
          <Compare view={view} />
          <section className="mt-8" aria-labelledby="cite">
            <h2 className="section-title" id="cite">
              {t("cite")}
            </h2>
            <Cite references={references} />
          </section>
        </aside>
      </div>
    </>
  );
}

const TAKEN = { dateStyle: "long", timeStyle: "short" } as const;

function Head({ view: { ref, snapshot, stood, takenOut, redacted } }: { view: SnapshotView }) {
  const t = useTranslations("snapshots.one");
  const name = useTranslations("snapshots");
  const format = useFormatter();
  const at = () => <time dateTime={ref.takenAt}>{`${format.dateTime(new Date(ref.takenAt), TAKEN)} UTC`}</time>;
  const b = (words: React.ReactNode) => <b>{words}</b>;
  const then = snapshot.arguments.map(({ id, number, state }) => ({ id, number, state: stood.get(id) ?? state }));
  return (
    <header>
      <h1 className="title">{name("name", { number: ref.number })}</h1>
      <p className="meta dots mt-2 mb-4">
        <span>{t.rich("taken", { name: ref.takenBy.name, at, b })}</span>
        <span>
          <a href="#take">{t("take")}</a>
        </span>
        <span>
          <a href="#cite">{t("cite")}</a>
        </span>
      </p>
      {snapshot.frozen && (
        <div className="mb-4">
          <Notice kind="hint" icon="info" title={t("less")}>
            {takenOut.length > 0 && (
              <p>{t("takenOut", { count: takenOut.length, numbers: takenOut.map((n) => `#${n}`).join(", ") })}</p>
            )}
            {redacted && <p>{t("redacted")}</p>}
            {takenOut.length === 0 && !redacted && <p>{t("names")}</p>}
            <p>{t("hashOf")}</p>
          </Notice>
        </div>
      )}
      <BalanceBar counts={countBySide({ ...snapshot, arguments: then })} />
    </header>
  );
}

function Compare({ view: { thread, ref, before, after } }: { view: SnapshotView }) {
  const t = useTranslations("snapshots.one");
  const all = useTranslations("snapshots");
  const { slug } = thread;
  return (
    <section className="mt-8" aria-labelledby="compare">
      <h2 className="section-title" id="compare">
        {t("compare")}
      </h2>
      <ul className="grid gap-2">
        {before && (
          <li>
            <a className="underline" href={paths.changes(slug, before.id, ref.id)}>
              {t("before", { number: before.number })}
            </a>
          </li>
        )}
        {after && (
          <li>
            <a className="underline" href={paths.changes(slug, ref.id, after.id)}>
              {t("after", { number: after.number })}
            </a>
          </li>
        )}
        <li>
          <a className="underline" href={paths.changes(slug, ref.id)}>
            {t("now")}
          </a>
        </li>
        <li>
          <a className="underline" href={paths.snapshots(slug)}>
            {all("all")}
          </a>
        </li>
      </ul>
    </section>
  );
}

function Cite({ references: { lines, bibtex } }: { references: References }) {
  const t = useTranslations("snapshots.one");
  const styles = useTranslations("bibliography.style");
  return (
    <dl className="grid gap-3">
      {lines.map(({ style, runs }) => (
        <div key={style}>
          <dt className="label">{styles(style)}</dt>
          <dd className="wrap-anywhere select-all">
            <SetRuns runs={runs} />
          </dd>
        </div>
      ))}
      <div>
        <dt className="label">{t("bibtex")}</dt>
        <dd>
          <pre className="select-all">{bibtex}</pre>
        </dd>
      </div>
    </dl>
  );
}
