import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { Icon } from "#components/ui/icon";
import type { ArgumentView } from "#lib/arguments/view";

/** What stands where an argument was withdrawn or removed: when, why, and that its answers stay. */
export function TombstoneLine({
  argument,
}: {
  argument: Pick<ArgumentView, "number" | "state" | "author" | "tombstone">;
}) {
  const t = useTranslations("arguments");
  const { number, state, author, tombstone } = argument;
  if (tombstone === null) return null;
  const { at, code, policy, reason } = tombstone;
  const rich = { at: () => <Day at={at} />, b: (words: React.ReactNode) => <b>{words}</b> };
  return (
    <p className="tombstone">
      <Icon name={state === "WITHDRAWN" ? "undo-2" : "gavel"} />#{number}{" "}
      {state === "WITHDRAWN" ? t.rich("withdrawn", { ...rich, name: author.name }) : t.rich("removed", rich)}
      {code && <> {t("removalCode", { code, policy: policy ?? 1 })}</>}
      {reason && <> {t("reason", { reason })}</>}
    </p>
  );
}
