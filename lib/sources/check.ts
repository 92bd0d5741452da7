/** Whether the words that somebody is about to cite may stand, said before they are sent: the verbs' own check. */
import { db } from "#lib/db";
import { checkSentence } from "#lib/sentence";
import { type Cited, findCited } from "#lib/sources/citing";
import type { Nearest } from "#lib/sources/nearest";
import type { Candidate } from "#lib/sources/quotation";
import type { CitationInput } from "#lib/sources/schema";
import { readTexts } from "#lib/sources/shown";
import { paragraphAt } from "#lib/text/canonical";
import type { Viewer } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

export type Checked =
  | {
      ok: true;
      source: string;
      /** The numbers of the paragraphs in which the words stand, in order. */
      paragraphs: number[];
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

/** Each citation by itself, so that one slip hides none of the others. */
export async function checkCitations(viewer: Viewer, inputs: readonly CitationInput[]): Promise<Check> {
  const outcomes: (Cited | Refused)[] = [];
  for (const input of inputs) outcomes.push(await findOrRefuse(viewer, input));
  const found = outcomes.filter((outcome): outcome is Cited => !(outcome instanceof Refused));
  const texts = await readTexts(
    db(),
    found.map(({ versionId }) => versionId),
  );
  const checked = outcomes.map((outcome, at): Checked => {
    if (outcome instanceof Refused) return refusedAt(outcome, at);
    const paragraphs = texts.get(outcome.versionId)?.paragraphs ?? [];
    const numbers = outcome.spans.map(({ start }) => paragraphAt(paragraphs, start)?.number ?? 1);
    return {
      ok: true,
      source: inputs[at]?.source ?? "",
      paragraphs: [...new Set(numbers)],
      normalised: outcome.spans.some(({ normalised }) => normalised),
    };
  });
  return { checked, found };
}

async function findOrRefuse(viewer: Viewer, input: CitationInput): Promise<Cited | Refused> {
  try {
    const [cited] = await findCited(db(), viewer, [input]);
    return cited as Cited;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

/** What is amiss with the citation at this place among all. */
function refusedAt({ code, values, details }: Refused, at: number): Checked {
  const { citation: _, ...help } = details;
  return { ok: false, sentence: checkSentence({ code, values: { ...values, position: at + 1 } }), ...help };
}
