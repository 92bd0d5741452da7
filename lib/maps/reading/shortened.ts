/** A claim brought to the length that a claim may have; what was cut off is not lost. */
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";
import { oneLine } from "#lib/text/one-line";
import { sentenceEdges } from "#lib/text/sentences";

/** A claim on one line, and the whole text where it was longer than that; `rest` is null where nothing was cut off. */
export interface Shortened {
  line: string;
  rest: string | null;
}

/** Cut after the last sentence that fits, else after the last word, and then with an ellipsis. */
export function shortened(raw: string, max: number): Shortened {
  const text = raw.normalize("NFC").trim();
  const whole = oneLine(text.replace(/[\v\f\u2028\u2029]/g, "\n"))
    .replace(/[^\S\u00a0]+/g, " ")
    .trim();
  if (codePointLength(whole) <= max) return { line: whole, rest: null };
  const begin = sliceCodePoints(whole, 0, max);
  const edge = sentenceEdges(begin).slice(0, -1).at(-1) ?? 0;
  const sentences = begin.slice(0, edge).trim();
  if (sentences !== "") return { line: sentences, rest: text };
  return {
    line: sliceCodePoints(begin, 0, max - 1)
      .replace(/\s+\S*$/, "")
      .concat("…"),
    rest: text,
  };
}
