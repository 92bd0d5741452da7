import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SnapshotRewording } from "#components/maps/snapshot-rewording";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import type { ThreadTop } from "#lib/arguments/view";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { isSame, type Moving, type SnapshotDifference } from "#lib/maps/snapshot-difference";
import type { SnapshotRef } from "#lib/maps/snapshot-queries";
import { paths } from "#lib/paths";

interface Props {
  thread: ThreadTop;
  from: SnapshotRef;
  /** null: the thread as it is. */
  to: SnapshotRef | null;
  changes: SnapshotDifference;
  /** The two states, for the numbers of what is answered. */
  states: [Snapshot, Snapshot];
}

/** Each kind of change is listed as far as one reads; beyond that the files have it. */
const SHOWN = 60;

const LISTS = ["added", "withdrawn", "removed", "merged", "restored", "reworded", "moved", "marked"] as const;

/** What became of a debate from one of its states to another: in counts, then in words. */
export function SnapshotChanges({ thread, from, to, changes, states }: Props) {
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
            {LISTS.filter((name) => changes[name].length > 0).map((name) => (
              <span key={name}>
                <a href={`#${name}`}>{t(`counts.${name}`, { count: changes[name].length })}</a>
              </span>
            ))}
          </p>
          {changes.question && <p className="read mt-4">{t("question")}</p>}
          {changes.locked && <p className="read mt-4">{t(changes.locked)}</p>}
          <Lists changes={changes} states={states} />
        </>
      )}
    </>
  );
}

function Lists({ changes, states }: Pick<Props, "changes" | "states">) {
  return (
    <>
      {LISTS.map((name) => {
        const entries = changes[name];
        if (entries.length === 0) return null;
        return (
          <Section key={name} name={name} count={entries.length}>
            {entries.slice(0, SHOWN).map((entry) => {
              const argument = "argument" in entry ? entry.argument : entry;
              return (
                <li key={argument.id}>
                  {"before" in entry ? <SnapshotRewording rewording={entry} /> : <Said argument={argument} />}
                  {"from" in entry && <Places moving={entry} states={states} />}
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

function Places({ moving: { from, to }, states }: { moving: Moving; states: [Snapshot, Snapshot] }) {
  const t = useTranslations("snapshots.diff");
  const told =
    (kind: "from" | "to", { arguments: all }: Snapshot) =>
    (link: SnapshotLink) => {
      const { stance, target, concession, parent } = link;
      const number = all.find(({ id }) => id === parent)?.number;
      const label = t("label", { stance, target, concession: concession ? "yes" : "no" });
      return <li key={link.id}>{t(kind, { label, parent: number?.toString() ?? "question" })}</li>;
    };
  return (
    <ul className="meta mt-1">
      {from.map(told("from", states[0]))}
      {to.map(told("to", states[1]))}
    </ul>
  );
}
