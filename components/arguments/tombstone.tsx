import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Day } from "#components/ui/day";
import { Icon } from "#components/ui/icon";
import type { IconName } from "#components/ui/sprite";
import type { ArgumentState, ArgumentView } from "#lib/arguments/view";
import { paths } from "#lib/paths";

const ICONS = {
  VISIBLE: "check",
  PENDING: "clock",
  WITHDRAWN: "undo-2",
  REMOVED: "gavel",
  HIDDEN: "clock",
  MERGED: "corner-down-right",
  SPLIT: "corner-down-right",
} as const satisfies Record<ArgumentState, IconName>;

interface Props {
  argument: Pick<ArgumentView, "number" | "state" | "author" | "tombstone">;
  /** A heading where answers with headings of their own stand below. */
  as?: "p" | "h3";
  /** What names the card by this line. */
  id?: string;
}

/** What stands where an argument was withdrawn, removed, hidden or merged: when, by which role, why, and that its answers stay. */
export function TombstoneLine({ argument, as: Line = "p", id }: Props) {
  const t = useTranslations("arguments");
  const { number, state, author, tombstone } = argument;
  if (tombstone === null) return null;
  const { at, code, policy, reason, into, parts, role = "MODERATOR" } = tombstone;
  const rich = { at: () => <Day at={at} />, b: (words: React.ReactNode) => <b>{words}</b> };
  return (
    <Line className="tombstone" id={id}>
      <Icon name={ICONS[state]} />#{number}{" "}
      {into
        ? t.rich("mergedInto", {
            ...rich,
            role,
            number: into.number,
            a: (words) => <a href={paths.argument(into.id)}>{words}</a>,
          })
        : parts
          ? t.rich("splitInto", {
              ...rich,
              name: author.name,
              parts: () =>
                parts.map((part, i) => (
                  <Fragment key={part.id}>
                    {i > 0 && ", "}
                    <a href={paths.argument(part.id)}>#{part.number}</a>
                  </Fragment>
                )),
            })
          : state === "WITHDRAWN"
            ? t.rich("withdrawn", { ...rich, name: author.name })
            : t.rich(state === "HIDDEN" ? "hidden" : "removed", { ...rich, role })}
      {code && (
        <>
          {" "}
          {t.rich("removalCode", {
            code,
            policy: policy ?? 1,
            a: (words) => <a href={paths.policy({ version: policy ?? 1 })}>{words}</a>,
          })}
        </>
      )}
      {reason && <> {t("reason", { reason })}</>}
    </Line>
  );
}
