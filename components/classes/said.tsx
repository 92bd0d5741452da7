import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Quotation } from "#components/arguments/quotation";
import { Rail } from "#components/ui/rail";
import type { InContext } from "#lib/classes/in-context";
import { paths } from "#lib/paths";

/** One argument with what it answers, its words and its answers, and below it what is asked of its reader. */
export function Said({ said, children }: { said: InContext; children?: ReactNode }) {
  const t = useTranslations("assignments.grades");
  const { argument, link, answered, answers } = said;
  return (
    <Rail stance={link?.stance ?? "PRO"} state={argument.claim === null ? "gone" : undefined}>
      <p className="meta">
        {answered ? (
          <>
            {t("answering", { number: answered.number })} {answered.claim}
          </>
        ) : (
          t("toQuestion")
        )}
      </p>
      <p className="claim claim-small mt-1">
        <a href={paths.argument(argument.id)}>
          #{argument.number} {argument.claim}
        </a>
      </p>
      {argument.citations.map((citation) => (
        <Quotation key={citation.id} citation={citation} />
      ))}
      {answers.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {answers.map(({ argument: answer }) => (
            <li key={answer.id} className="meta">
              <a href={paths.argument(answer.id)}>#{answer.number}</a> <bdi>{answer.author.name}</bdi>: {answer.claim}
            </li>
          ))}
        </ul>
      )}
      {children}
    </Rail>
  );
}
