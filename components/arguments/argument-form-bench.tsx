import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Text, Texts } from "#components/arguments/citation-field-texts";
import { Composing, type Standing } from "#components/arguments/nearby-composing";
import { Nearby } from "#components/arguments/nearby-list";
import { WordsOfForms } from "#components/site/words-of-forms";

interface Props {
  /** The form's id. */
  form: string;
  /** Where what is written stands, to be compared with what is near. */
  standing?: Standing;
  choosing: { texts: Text[]; sources: { slug: string; title: string }[] };
  /** The text that is open at first; else the first. */
  open?: string;
  /** Whether nothing can be written now: then the texts stay away. */
  closed: boolean;
  /** The form. */
  children: ReactNode;
}

/** A form, and beside it what stands near the words in it and the texts from which its passages are taken. */
export function Bench({ form, standing, choosing, open, closed, children }: Props) {
  const t = useTranslations("forms.texts");
  // The form stands at the same place in either case: by it the answer to a form sent without script finds its way back.
  return (
    <WordsOfForms>
      <Composing form={form} standing={standing}>
        <div>{children}</div>
        {!closed && (
          <aside aria-label={t("beside")}>
            <Nearby />
            <Texts
              form={form}
              texts={choosing.texts}
              open={open ?? choosing.texts[0]?.slug}
              others={choosing.sources}
            />
          </aside>
        )}
      </Composing>
    </WordsOfForms>
  );
}
