/** The styles in which a work is referred to, and a quotation with its reference in one line. */
import { type CslItem, cslDate } from "#lib/sources/csl";
import { apaInText, apaReference } from "#lib/sources/styles/apa";
import { cardCite } from "#lib/sources/styles/card";
import { chicagoInText, chicagoReference } from "#lib/sources/styles/chicago";
import { mlaInText, mlaReference } from "#lib/sources/styles/mla";
import { inMarks, nested, plain, type Run } from "#lib/sources/styles/runs";

interface Style {
  reference(item: CslItem): Run[];
  /** What stands behind a quotation in the text, in brackets; paragraphs count from 1. */
  inText(item: CslItem, paragraph: number): string;
}

export const STYLES = {
  mla: { reference: mlaReference, inText: mlaInText },
  apa: { reference: apaReference, inText: apaInText },
  chicago: { reference: chicagoReference, inText: chicagoInText },
} satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

export const STYLE_NAMES = Object.keys(STYLES) as StyleName[];

interface Quotation {
  quote: string;
  paragraph: number;
  /** Where the words stand here; given where the work has no address of its own. */
  url: string;
  /** As `YYYY-MM-DD`. */
  accessedOn: string;
}

/** What one pastes into a text to cite words of a source: the quotation, letter for letter but for marks within its own, and where it is from. */
export function citationLine(
  style: StyleName | "card",
  source: CslItem,
  { quote, paragraph, url, accessedOn }: Quotation,
): string {
  const item = { ...source, archive_location: url, accessed: cslDate(accessedOn) };
  const words = inMarks(nested(quote));
  if (style === "card") return `${cardCite(item)}, para. ${paragraph}: ${words}`;
  const { reference, inText } = STYLES[style];
  return `${words} ${inText(item, paragraph)}. ${plain(reference(item))}`;
}
