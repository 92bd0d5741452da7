/** Whether the words that somebody is about to cite may stand, said before they are sent: the verbs' own check. */
import { checkSentence } from "#lib/sentence";
import { type Cited, type CitedIn, lookForCited, type Place } from "#lib/sources/citing";
import type { Nearest } from "#lib/sources/nearest";
import type { Candidate } from "#lib/sources/quotation";
import type { CitationInput } from "#lib/sources/schema";
import { paragraphAt, paragraphsOf } from "#lib/text/canonical";
import type { Viewer } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

export type Checked =
  | {
      ok: true;
      source: string;
      /** The numbers of the paragraphs in which the words stand, in order. */
      paragraphs: number[];
      /** Where in the newest version; none where an older one is cited. */
      places: { start: number; end: number }[];
      /** Whether other characters were sent than the source's, which are those that are kept. */
      normalised: boolean;
    }
  | {
      ok: false;
      /** Why not. */
      sentence: string;
      source?: string;
      span?: number;
      nearest?: Nearest | null;
      candidates?: Candidate[];
    };

export interface Check {
  checked: Checked[];
  /** What was found, of those citations that may stand. */
  found: Cited[];
}

export async function checkCitations(
  viewer: Viewer,
  inputs: readonly CitationInput[],
  place: Place | null = null,
): Promise<Check> {
  const outcomes = await lookForCited(viewer, inputs, place);
  const found = outcomes.filter((outcome): outcome is CitedIn => !(outcome instanceof Refused));
  const paragraphs = new Map(found.map(({ versionId, text }) => [versionId, paragraphsOf(text)]));
  const checked = outcomes.map((outcome, at): Checked => {
    if (outcome instanceof Refused) return refusedAt(outcome, at);
    const { versionId, isNewest, spans } = outcome;
    const numbers = spans.map(({ start }) => paragraphAt(paragraphs.get(versionId) ?? [], start)?.number ?? 1);
    return {
      ok: true,
      source: inputs[at]?.source ?? "",
      paragraphs: [...new Set(numbers)],
      places: isNewest ? spans.map(({ start, end }) => ({ start, end })) : [],
      normalised: spans.some(({ normalised }) => normalised),
    };
  });
  return { checked, found };
}

/** What is amiss with the citation at this place among all. */
function refusedAt({ code, values, details }: Refused, at: number): Checked {
  const { citation: _, ...help } = details;
  return { ok: false, sentence: checkSentence({ code, values: { ...values, position: at + 1 } }), ...help };
}
