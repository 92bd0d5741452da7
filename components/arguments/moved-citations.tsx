import { useTranslations } from "next-intl";
import { MovedForm } from "#components/arguments/moved-form";
import { InSentence } from "#components/arguments/quotation";
import { WordsOfForms } from "#components/site/words-of-forms";
import { CitationLink } from "#components/sources/citation-link";
import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";
import type { FormState } from "#lib/form";
import { paths } from "#lib/paths";
import type { MovedCitation } from "#lib/sources/moved";
import type { CitationView, PassageView } from "#lib/sources/view";

interface Props {
  /** The argument's. */
  id: string;
  moved: MovedCitation[];
  /** Absent where this viewer may not say yes. */
  act?: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Each citation whose words are no more the same: as it was made, what stands there now, and what its author may do. */
export function MovedCitations({ id, moved, act }: Props) {
  const t = useTranslations("forms.moved");
  if (moved.length === 0) return <p className="read">{t("none")}</p>;
  return (
    <>
      <p className="read">{t("what")}</p>
      <WordsOfForms>
        <ol className="revisions">
          {moved.map(({ citation, version, now }) => (
            <li key={citation.id} className="grid gap-4 max-w-[46rem]">
              <Words title={t("then", { version: citation.version })} words={{ ...citation, state: "ORPHANED" }} />
              {now ? (
                <Words title={t("now", { version })} words={now} />
              ) : (
                <p className="read">{t("lost", { version: citation.version })}</p>
              )}
              {citation.confirmed && (
                <p className="tag">
                  <Icon name="check" /> {t("confirmed")}
                </p>
              )}
              {now && act && !citation.confirmed && <MovedForm citation={citation.id} version={version} act={act} />}
            </li>
          ))}
        </ol>
      </WordsOfForms>
      {act && (
        <p className="button-row mt-6">
          <Button href={paths.edit(id)}>{t("revise")}</Button>
          <Button kind="quiet" href={paths.withdraw(id)}>
            {t("withdraw")}
          </Button>
        </p>
      )}
    </>
  );
}

/** Words in their sentence, linked to the version that is meant. */
function Words({ title, words }: { title: string; words: PassageView & Partial<Pick<CitationView, "state">> }) {
  return (
    <figure className="quotation full">
      <p className="label">{title}</p>
      <blockquote>
        <InSentence passage={words} />
      </blockquote>
      <figcaption>
        <CitationLink passage={words} />
      </figcaption>
    </figure>
  );
}
