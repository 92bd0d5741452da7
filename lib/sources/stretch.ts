/** A stretch of a text that an address names: `?source=slug&from=12&to=80`, in code points. */
import { fieldsOf, withCitations } from "#lib/sources/citation-fields";
import type { Paragraph } from "#lib/text/canonical";
import { sliceCodePoints } from "#lib/text/code-points";

interface Query {
  source?: string;
  from?: string;
  to?: string;
}

/** The first passage's fields, with the words at that place where there are any. */
export function citationFieldsAt(
  { source, from, to }: Query,
  texts: readonly { slug: string; paragraphs: Paragraph[] }[],
): Record<string, string> {
  if (!source) return {};
  const [start, end] = [Number(from), Number(to)];
  const paragraphs = texts.find(({ slug }) => slug === source)?.paragraphs ?? [];
  const spans = paragraphs
    .filter((paragraph) => paragraph.start < end && paragraph.end > start)
    .map((paragraph) => {
      const at = Math.max(start, paragraph.start);
      return { start: at, quote: sliceCodePoints(paragraph.text, at - paragraph.start, end - paragraph.start) };
    });
  return withCitations({}, [fieldsOf(source, undefined, spans)]);
}
