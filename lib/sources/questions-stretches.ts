/** What of a paragraph may raise a question: its sentences, and the words that somebody is quoted with in them. */
import type { Paragraph } from "#lib/text/canonical";
import { codePointLength } from "#lib/text/code-points";
import { sentenceEdges } from "#lib/text/sentences";
import { wordsOf } from "#lib/text/words";

/** Fewer quoted words are a label. */
const QUOTED_WORDS_MIN = 5;
/** UTF-16. Two passages long: a sentence around quoted words that is longer is none. */
const SENTENCE_MAX = 1200;

/** A part of a paragraph that may become a passage. */
export interface Stretch {
  /** In code points of the text. */
  start: number;
  quote: string;
  /** Whether it is somebody's own words. */
  quoted: boolean;
  /** The whole sentence it stands in: what it is about is read there. */
  sentence: string;
}

const QUOTATION = /[“"][^“”"]+[”"]/gu;

/** The sentences of a paragraph, and what stands in quotation marks in each; the work is in proportion to its length. */
export function* stretchesOf({ start, text }: Paragraph): Generator<Stretch> {
  const edges = sentenceEdges(text);
  const quotations = text.matchAll(QUOTATION);
  let quotation = quotations.next().value;
  let at = start;
  for (const [i, from] of edges.slice(0, -1).entries()) {
    const to = edges[i + 1] ?? text.length;
    const sentence = text.slice(from, to).trimEnd();
    yield { start: at, quote: sentence, quoted: false, sentence };
    while (quotation && quotation.index < to) {
      const end = quotation.index + quotation[0].length - 1;
      const open = Math.max(from, quotation.index + 1);
      const quote = text.slice(open, Math.min(to, end)).trim().replace(/,$/, "");
      if (sentence.length <= SENTENCE_MAX && wordsOf(quote).length >= QUOTED_WORDS_MIN) {
        const before = text.slice(from, text.indexOf(quote, open));
        yield { start: at + codePointLength(before), quote, quoted: true, sentence };
      }
      if (end > to) break;
      quotation = quotations.next().value;
    }
    at += codePointLength(text.slice(from, to));
  }
}
