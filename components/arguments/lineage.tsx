import { useTranslations } from "next-intl";
import { StanceLine } from "#components/arguments/card-head";
import { TombstoneLine } from "#components/arguments/tombstone";
import { Rail } from "#components/ui/rail";
import type { Mention } from "#lib/arguments/screens";
import { paths } from "#lib/paths";

interface Props {
  thread: { slug: string; question: string };
  /** From the answer to the question downwards. */
  above: Mention[];
}

/** What an argument answers, and what that answers, up to the question. */
export function Lineage({ thread, above }: Props) {
  const t = useTranslations("arguments");
  return (
    <nav className="lineage" aria-label={t("lineage")}>
      <p className="claim asked">
        <a href={paths.thread(thread.slug)}>{thread.question}</a>
      </p>
      <Steps above={above} />
    </nav>
  );
}

function Steps({ above: [first, ...rest] }: { above: Mention[] }) {
  if (first === undefined) return null;
  const { argument, link } = first;
  return (
    <ol className="mt-2">
      <Rail as="li" stance={link.stance} state={argument.claim === null ? "gone" : undefined}>
        <p className="meta">
          <StanceLine link={link} /> <span className="ref">#{argument.number}</span>
        </p>
        {argument.claim === null ? (
          <TombstoneLine argument={argument} />
        ) : (
          <p className="claim">
            <a href={paths.argument(argument.id)}>{argument.claim}</a>
          </p>
        )}
        <Steps above={rest} />
      </Rail>
    </ol>
  );
}
