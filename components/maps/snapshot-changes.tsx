import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SnapshotRewording } from "#components/maps/snapshot-rewording";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import type { Changes } from "#lib/maps/changes";
import type { SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { isSame, LISTS, type Moving, SHOWN } from "#lib/maps/snapshot-difference";
import { paths } from "#lib/paths";

/** What became of a debate from one of its states to another: in counts, then in words. */
export function SnapshotChanges({ thread, from, to, changes, counts, numbers }: Changes) {
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
      {isSame(changes) ? (
        <div className="mt-6">
          <Empty>{t("same")}</Empty>
        </div>
      ) : (
        <>
          <p className="meta dots mt-2">
            {LISTS.filter((name) => counts[name] > 0).map((name) => (
              <span key={name}>
                <a href={`#${name}`}>{t(`counts.${name}`, { count: counts[name] })}</a>
              </span>
            ))}
          </p>
          {changes.question && <p className="read mt-4">{t("question")}</p>}
          {changes.locked && <p className="read mt-4">{t(changes.locked)}</p>}
          <Lists changes={changes} counts={counts} numbers={numbers} />
        </>
      )}
    </>
  );
}

function Lists({ changes, counts, numbers }: Pick<Changes, "changes" | "counts" | "numbers">) {
  return (
    <>
      {LISTS.map((name) => {
        const entries = changes[name];
        if (entries.length === 0) return null;
        return (
          <Section key={name} name={name} count={counts[name]}>
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

function Section({ name, count, children }: { name: (typeof LISTS)[number]; count: number; children: ReactNode }) {
  const t = useTranslations("snapshots.diff");
  return (
    <section className="mt-8" aria-labelledby={name}>
      <h2 className="section-title" id={name}>
        <span>{t(name)}</span>
        <span>{count}</span>
      </h2>
      <ul className="grid gap-5">{children}</ul>
      {count > SHOWN && <p className="meta mt-4">{t("left", { count: count - SHOWN })}</p>}
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
