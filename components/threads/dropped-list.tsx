import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { StanceLabel } from "#components/ui/sign";
import { isDropped } from "#lib/arguments/dropped";
import { sideOf } from "#lib/arguments/tree";
import type { ThreadView } from "#lib/arguments/view";
import { paths } from "#lib/paths";

/** The margin of the front page holds about four claims beside its lead. */
const LISTED = 4;

/** Arguments that the other side passed over; nothing where there are none. */
export function DroppedList({ thread }: { thread: ThreadView }) {
  const t = useTranslations("threads");
  const words = useTranslations("arguments");
  const asked = isDropped(thread, new Date());
  const side = sideOf(thread);
  const dropped = thread.arguments.filter(({ id }) => asked(id));
  if (dropped.length === 0) return null;
  return (
    <section aria-labelledby="dropped-title">
      <h2 className="section-title" id="dropped-title">
        <span>{t("dropped")}</span>
        <span>{dropped.length}</span>
      </h2>
      <ol className="rows">
        {dropped.slice(0, LISTED).map(({ id, claim, postedAt }) => (
          <li key={id}>
            <p className="meta">
              <StanceLabel stance={side(id) ?? "PRO"}>{words(side(id) ?? "PRO")}</StanceLabel>{" "}
              {t.rich("unopposed", { at: () => <Day at={postedAt} /> })}
            </p>
            <p className="claim claim-small">
              <a href={paths.argument(id)}>{claim}</a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
