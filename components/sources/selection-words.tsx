import type { CitationWords } from "#components/sources/selection-citation";
import type { Stance, Target } from "#lib/arguments/view";
import type { CslItem } from "#lib/sources/csl";
import type { Selected } from "#lib/sources/selection";

/** The words of the bar; of what stands in braces the values come in the browser. */
export interface SelectionWords {
  label: string;
  argue: string;
  link: string;
  linkCopied: string;
  where: string;
  cited: string;
  uncited: string;
  short: string;
  long: string;
  keys: { argue: string; cite: string; letGo: string };
  citation: CitationWords;
  threads: string;
  newThread: string;
  pro: string;
  con: string;
  answer: Record<"open" | "find" | "back" | "onWords" | "noneOnWords" | "none" | "alsoWords", string> & {
    ways: Record<Stance, Record<Target, string>>;
  };
}

export const STANCES: Stance[] = ["PRO", "CON"];

/** What the bar must know of the source. */
export interface SourceAtHand {
  slug: string;
  /** What a reference to it says. */
  work: CslItem;
  /** Where its words can be argued from. */
  threads: { slug: string; question: string }[];
}

/** A sentence with its values: "{length} characters" → "60 characters". */
export function filled(sentence: string, { length, paragraph }: Pick<Selected, "length" | "paragraph">): string {
  return sentence.replace("{length}", `${length}`).replace("{number}", `${paragraph}`);
}
