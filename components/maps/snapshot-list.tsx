import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Day } from "#components/ui/day";
import type { SnapshotRef } from "#lib/maps/snapshot-queries";
import { paths } from "#lib/paths";

/** A thread's frozen states, the newest first, each with what changed since the one before. */
export function SnapshotList({ slug, snapshots }: { slug: string; snapshots: SnapshotRef[] }) {
  const t = useTranslations("snapshots");
  const last = snapshots.at(-1);
  return (
    <section className="mt-6" aria-labelledby="snapshots">
      <h2 className="section-title" id="snapshots">
        {t("list")}
      </h2>
      <p className="read mb-4">{last ? t("lead") : t("none")}</p>
      <p className="button-row mb-6">
        <Button kind="solid" href={paths.takeSnapshot(slug)}>
          {t("take")}
        </Button>
        {last && <Button href={paths.changes(slug, last.id)}>{t("toNow")}</Button>}
      </p>
      {last && (
        <table className="figures" aria-labelledby="snapshots">
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("by")}</th>
              <th scope="col">{t("changes")}</th>
              <th scope="col">{t("hash")}</th>
              <th scope="col" className="number">
                {t("size")}
              </th>
            </tr>
          </thead>
          <tbody>
            {snapshots.toReversed().map((one) => (
              <Row key={one.id} slug={slug} one={one} before={snapshots[one.number - 2]} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** So many figures of a hash tell two apart by eye; the whole stands on the snapshot's page. */
const SHOWN = 12;

function Row({ slug, one, before }: { slug: string; one: SnapshotRef; before?: SnapshotRef }) {
  const t = useTranslations("snapshots");
  return (
    <tr>
      <th scope="row">
        <a href={paths.snapshot(slug, one.id)}>{t("name", { number: one.number })}</a>, <Day at={one.takenAt} />
      </th>
      <td>{one.takenBy.name}</td>
      <td>{before && <a href={paths.changes(slug, before.id, one.id)}>{t("since", { number: before.number })}</a>}</td>
      <td>
        <code>{one.hash.slice(0, SHOWN)}</code>
      </td>
      <td className="number">{one.arguments}</td>
    </tr>
  );
}

/** On the page of exports: that a state can be kept here, too. */
export function KeepState({ slug }: { slug: string }) {
  const t = useTranslations("snapshots");
  return (
    <section className="mt-8" aria-labelledby="keep-state">
      <h2 className="section-title" id="keep-state">
        {t("inExports")}
      </h2>
      <p className="mb-3">{t("inExportsMeans")}</p>
      <p className="button-row">
        <Button href={paths.takeSnapshot(slug)}>{t("take")}</Button>
        <a className="underline" href={paths.snapshots(slug)}>
          {t("all")}
        </a>
      </p>
    </section>
  );
}
