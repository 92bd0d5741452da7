import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SnapshotRewording } from "#components/maps/snapshot-rewording";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import type { Changes } from "#lib/maps/changes";
import type { SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { isSame, LISTS, type ListName, type Moving, pagesOf } from "#lib/maps/snapshot-difference";
import { paths } from "#lib/paths";

/** What became of a debate from one of its states to another: in counts, then in words. */
export function SnapshotChanges(view: Changes) {
  const { thread, from, to, changes, counts, at } = view;
  const t = useTranslations("snapshots.diff");
  const days = {
    from: () => (
      <a href={paths.snapshot(thread.slug, from.id)}>
        <Day at={from.takenAt} />
      </a>
    ),
    to: () =>
      to ? (
        <a href={paths.snapshot(thread.slug, to.id)}>
          <Day at={to.takenAt} />
        </a>
      ) : (
        t("today")
      ),
  };
  return (
    <>
      <p className="kicker">
        <a href={paths.snapshots(thread.slug)}>{thread.question}</a>
      </p>
      <h1 className="title">
        {to ? t("between", { from: from.number, to: to.number }) : t("untilNow", { from: from.number })}
      </h1>
      <p className="meta mt-2">{t.rich("days", days)}</p>
      {!at && isSame(changes) ? (
        <div className="mt-6">
          <Empty>{t("same")}</Empty>
        </div>
      ) : (
        <>
          <p className="meta dots mt-2">
            {LISTS.filter((name) => counts[name] > 0).map((name) => (
              <span key={name}>
                <a href={`${at ? paths.changes(thread.slug, from.id, to?.id) : ""}#${name}`}>
                  {t(`counts.${name}`, { count: counts[name] })}
                </a>
              </span>
            ))}
          </p>
          {!at && changes.question && <p className="read mt-4">{t("question")}</p>}
          {!at && changes.locked && <p className="read mt-4">{t(changes.locked)}</p>}
          <Lists view={view} />
        </>
      )}
    </>
  );
}

function Lists({ view }: { view: Changes }) {
  const { changes, numbers } = view;
  return (
    <>
      {LISTS.map((name) => {
        const entries = changes[name];
        if (entries.length === 0) return null;
        return (
          <Section key={name} name={name} view={view}>
            {entries.map((entry) => {
              const argument = "argument" in entry ? entry.argument : entry;
              return (
                <li key={argument.id}>
                  {"before" in entry ? <SnapshotRewording rewording={entry} /> : <Said argument={argument} />}
                  {"from" in entry && <Places moving={entry} numbers={numbers} />}
                </li>
              );
            })}
          </Section>
        );
      })}
    </>
  );
}

function Section({ name, view, children }: { name: ListName; view: Changes; children: ReactNode }) {
  const { thread, from, to, at, counts } = view;
  const t = useTranslations("snapshots.diff");
  const [page, pages] = [at?.page ?? 1, pagesOf(counts[name])];
  const href = (other: number) =>
    paths.changes(thread.slug, from.id, to?.id, other === 1 ? `#${name}` : `/${name}/${other}`);
  return (
    <section className="mt-8" aria-labelledby={name}>
      <h2 className="section-title" id={name}>
        <span>{t(name)}</span>
        <span>{counts[name]}</span>
      </h2>
      <ul className="grid gap-5">{children}</ul>
      {pages > 1 && (
        <nav className="siblings" aria-label={t("page", { list: t(name), page, pages })}>
          {page > 1 && (
            <a href={href(page - 1)} rel="prev">
              {t("earlier")}
            </a>
          )}
          <span className="meta">{t("page", { list: t(name), page, pages })}</span>
          {page < pages && (
            <a href={href(page + 1)} rel="next">
              {t("further")}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

function Said({ argument: { id, number, claim, author } }: { argument: SnapshotArgument }) {
  const t = useTranslations("snapshots.diff");
  return (
    <>
      <p className="meta">
        <a href={paths.argument(id)}>#{number}</a> · {author.name}
      </p>
      <p className={claim === null ? "meta" : "claim claim-small"}>{claim ?? t("gone")}</p>
    </>
  );
}

function Places({ moving: { from, to }, numbers }: { moving: Moving; numbers: Changes["numbers"] }) {
  const t = useTranslations("snapshots.diff");
  const told = (kind: "from" | "to") => (link: SnapshotLink) => {
    const { stance, target, concession, parent } = link;
    const number = parent === null ? undefined : numbers.get(parent);
    const label = t("label", { stance, target, concession: concession ? "yes" : "no" });
    return <li key={link.id}>{t(kind, { label, parent: number?.toString() ?? "question" })}</li>;
  };
  return (
    <ul className="meta mt-1">
      {from.map(told("from"))}
      {to.map(told("to"))}
    </ul>
  );
}
