import { useTranslations } from "next-intl";
import type { Mention } from "#lib/arguments/screens";
import { paths } from "#lib/paths";

/** The ways to what answers the same beside this one, before and after it. */
export function Siblings({ previous, next }: { previous: Mention | null; next: Mention | null }) {
  const t = useTranslations("arguments");
  if (!previous && !next) return null;
  return (
    <nav className="siblings" aria-label={t("siblings")}>
      {previous && (
        <a href={paths.argument(previous.argument.id)} rel="prev">
          <kbd>←</kbd>
          <Named mention={previous} />
        </a>
      )}
      {next && (
        <a href={paths.argument(next.argument.id)} rel="next">
          <Named mention={next} />
          <kbd>→</kbd>
        </a>
      )}
    </nav>
  );
}

function Named({ mention: { argument } }: { mention: Mention }) {
  return (
    <span>
      <span className="ref">#{argument.number}</span> {argument.claim}
    </span>
  );
}
