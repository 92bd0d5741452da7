/** What may be read of a text whose rights allow excerpts alone. */
import { type Paragraph, sentenceAround } from "#lib/text/canonical";
import { codePointLength } from "#lib/text/code-points";

interface Cited {
  start: number;
  end: number;
  quote: string;
  paragraph: number;
}

/** The sentences that hold cited words, as paragraphs of their own. */
export function excerptsOf(text: string, passages: Cited[]): Paragraph[] {
  const stretches: Paragraph[] = [];
  for (const { start, end, quote, paragraph } of passages) {
    const { before, after } = sentenceAround(text, start, end);
    const stretch = {
      number: paragraph,
      start: start - codePointLength(before),
      end: end + codePointLength(after),
      text: before + quote + after,
    };
    const last = stretches.at(-1);
    if (!last || stretch.start >= last.end) stretches.push(stretch);
    else if (stretch.end > last.end) {
      last.text += [...stretch.text].slice(last.end - stretch.start).join("");
      last.end = stretch.end;
    }
  }
  return stretches;
}
