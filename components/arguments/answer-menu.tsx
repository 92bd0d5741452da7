import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon";
import { Sign, stanceClass } from "#components/ui/sign";
import { waysToAnswer } from "#lib/arguments/answers";
import type { ArgumentView, LinkView } from "#lib/arguments/view";
import { paths } from "#lib/paths";

interface Props {
  slug: string;
  argument: Pick<ArgumentView, "id" | "number" | "citations">;
  link: LinkView;
}

/** The ways to answer an argument, as links to the form. */
export function AnswerMenu({ slug, argument, link }: Props) {
  const t = useTranslations("arguments");
  return (
    <details className="menu answer-menu" name="answer">
      <summary className="quiet">
        <Icon name="corner-down-right" />
        {t("answer")}
        <span className="sr-only"> #{argument.number}</span>
      </summary>
      <ul>
        {waysToAnswer(argument, link).map(({ key, stance, passage, query }) => (
          <li key={`${key}${passage ?? ""}`}>
            <a href={paths.argue(slug, query)}>
              <span className={`stance ${stanceClass(stance)}`}>
                <Sign stance={stance} />
              </span>
              {t(`ways.${key}`, { passage: passage ?? 0 })}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
