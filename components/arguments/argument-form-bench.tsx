import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Text, Texts } from "#components/arguments/citation-field-texts";
import { MayNot } from "#components/site/may-not";
import { WordsOfForms } from "#components/site/words-of-forms";
import type { Verdict } from "#lib/verdict";

interface Props {
  /** The form's id. */
  form: string;
  choosing: { texts: Text[]; sources: { slug: string; title: string }[] };
  /** The text that is open at first; else the first. */
  open?: string;
  /** Whether the viewer may use the form, and where to go on after signing in. */
  verdict: Verdict;
  back: string;
  /** The form. */
  children: ReactNode;
}

/** A form, and beside it the texts from which its passages are taken; or why this viewer may not use it. */
export function Bench({ form, choosing, open, verdict, back, children }: Props) {
  const t = useTranslations("forms.texts");
  if (!verdict.ok) return <MayNot refused={verdict} back={back} />;
  return (
    <WordsOfForms>
      <div className="bench">
        <div>{children}</div>
        <aside aria-label={t("beside")}>
          <Texts form={form} texts={choosing.texts} open={open ?? choosing.texts[0]?.slug} others={choosing.sources} />
        </aside>
      </div>
    </WordsOfForms>
  );
}
