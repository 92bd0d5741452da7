/**
 * Words that an address names, to be cited in a form: `?source=slug&from=12&to=80`, one stretch of a text, or
 * `?words=slug.12-80.90-120,other.3-50`, a passage of each text with its spans. Places are code points of the newest
 * version. Pure, and small enough for the browser.
 */
import { type CitationFields, fieldsOf } from "#lib/sources/citation-fields";
import type { Paragraph } from "#lib/text/canonical";
import { sliceCodePoints } from "#lib/text/code-points";

interface Query {
  source?: string;
  from?: string;
  to?: string;
  words?: string;
}

interface Place {
  start: number;
  end: number;
}

/** A passage by its places. */
interface Named {
  source: string;
  places: Place[];
}

const PASSAGE = /^([a-z0-9-]+)((?:\.\d+-\d+)+)$/;

/** The passages as an address carries them; undefined where there are none. */
export function wordsNaming(passages: readonly Named[]): string | undefined {
  const named = passages.map(({ source, places }) => [source, ...places.map(({ start, end }) => `${start}-${end}`)]);
  return named.length > 0 ? named.map((parts) => parts.join(".")).join(",") : undefined;
}

function passagesIn({ source, from, to, words }: Query): Named[] {
  if (!words) return source ? [{ source, places: [{ start: Number(from), end: Number(to) }] }] : [];
  return words.split(",").flatMap((one) => {
    const [, source, places] = PASSAGE.exec(one) ?? [];
    if (!source || !places) return [];
    const ends = places
      .slice(1)
      .split(".")
      .map((place) => place.split("-").map(Number));
    return [{ source, places: ends.map(([start = 0, end = 0]) => ({ start, end })) }];
  });
}

/** The texts that an address names words of. */
export const sourcesNamed = (query: Query): string[] => passagesIn(query).map(({ source }) => source);

/** The passages with their words, as far as these texts show them; what a text does not show is left out. */
export function citationsAt(
  query: Query,
  texts: readonly { slug: string; paragraphs: Paragraph[] }[],
): CitationFields[] {
  return passagesIn(query).map(({ source, places }) => {
    const paragraphs = texts.find(({ slug }) => slug === source)?.paragraphs ?? [];
    const spans = places.flatMap((place) => spansAt(place, paragraphs));
    return fieldsOf(source, undefined, spans);
  });
}

/** One span for each paragraph that a stretch touches. */
function spansAt({ start, end }: Place, paragraphs: readonly Paragraph[]) {
  return paragraphs
    .filter((paragraph) => paragraph.start < end && paragraph.end > start)
    .map((paragraph) => {
      const at = Math.max(start, paragraph.start);
      return { start: at, quote: sliceCodePoints(paragraph.text, at - paragraph.start, end - paragraph.start) };
    });
}
