/**
 * The fields of a form in which words are cited: `citation-0-source`, `citation-0-quote` and so on. Pure, and small
 * enough for the browser. What a person does to them before posting (a further passage, the source's words instead of
 * one's own) is a button's value, so that it works without script and loses no other word.
 */

/** What stands in a form, by the names of its fields. */
export type Values = Readonly<Record<string, string | undefined>>;

/** A passage as a form holds it: the source's slug, the words, and a note of where they were found. */
export interface CitationFields {
  source: string;
  /** A blank line parts words that do not follow each other: each part is a span of its own. */
  quote: string;
  /** A `Place` as JSON; it counts as long as source and words are those that it names. */
  place: string;
}

/** Where words stand: the code points at which their spans start, null where that is not known. */
interface Place {
  source: string;
  quote: string;
  version?: number;
  starts: (number | null)[];
}

/** What a citing form sends to the verb. */
interface CitationSent {
  source: string;
  version?: number;
  spans: { quote: string; start?: number }[];
}

const PARTS = ["source", "quote", "place"] as const;
const EMPTY: CitationFields = { source: "", quote: "", place: "" };

export const citationField = (at: number, part: (typeof PARTS)[number]) => `citation-${at}-${part}`;

/** The names of all fields of as many passages. */
export const citationFieldNames = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => PARTS.map((part) => citationField(at, part))).flat();

/** The passages of a form, in order; at least one, which may be empty. */
export function citationsIn(values: Values): CitationFields[] {
  const read = (at: number, part: (typeof PARTS)[number]) => values[citationField(at, part)];
  const citations: CitationFields[] = [];
  for (let at = 0; read(at, "source") !== undefined || read(at, "quote") !== undefined; at++) {
    citations.push({
      source: read(at, "source") ?? "",
      quote: read(at, "quote") ?? "",
      place: read(at, "place") ?? "",
    });
  }
  return citations.length > 0 ? citations : [EMPTY];
}

/** The values with these passages and no others. */
export function withCitations(values: Values, citations: readonly CitationFields[]): Record<string, string> {
  const others = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^citation-\d+-/.test(entry[0]),
  );
  const own = citations.flatMap((citation, at) => PARTS.map((part) => [citationField(at, part), citation[part]]));
  return Object.fromEntries([...others, ...own]);
}

const isWritten = ({ quote }: CitationFields) => quote.trim() !== "";

/** The places in the form of those passages that say something: the verb counts these alone. */
export const writtenAt = (values: Values): number[] =>
  citationsIn(values).flatMap((citation, at) => (isWritten(citation) ? [at] : []));

/** The spans of a field: what blank lines part, without the space around it. */
export const spansOf = (quote: string): string[] =>
  quote
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((span) => span.trim())
    .filter((span) => span !== "");

const joined = (spans: readonly string[]) => spans.join("\n\n");

/** How words whose place is known stand in a form. */
export function fieldsOf(source: string, version: number | undefined, spans: { quote: string; start: number }[]) {
  const quote = joined(spans.map((span) => span.quote));
  const place: Place = { source, quote, version, starts: spans.map(({ start }) => start) };
  return { source, quote, place: JSON.stringify(place) };
}

/** The place that was noted, where source and words are still those. */
function placeOf({ source, quote, place }: CitationFields): Place | null {
  try {
    const noted: Place = JSON.parse(place);
    const holds = noted.source === source && noted.quote === joined(spansOf(quote)) && Array.isArray(noted.starts);
    return holds ? noted : null;
  } catch {
    // Nothing was noted, or somebody wrote it by hand.
    return null;
  }
}

/** The passages that say something, as the verbs take them. */
export function citationsFrom(values: Values): CitationSent[] {
  return citationsIn(values)
    .filter(isWritten)
    .map((citation) => {
      const place = placeOf(citation);
      const spans = spansOf(citation.quote).map((quote, i) => ({ quote, start: place?.starts[i] ?? undefined }));
      return { source: citation.source, version: place?.version, spans };
    });
}

/** The values of the buttons that change passages. */
export const acts = {
  add: () => "add",
  remove: (at: number) => `remove ${at}`,
  /** The words of a source, into the first empty passage or a further one. */
  take: (source: string, start: number, words: string) => `take ${source} ${start} ${words}`,
  /** The source's words in the place of one span's own. */
  use: (at: number, span: number, start: number, words: string) => `use ${at} ${span} ${start} ${words}`,
};

/**
 * The values after such a button was pressed, `at` naming the field to go on in; null where no such button was.
 * `max`: as many passages as there may be.
 */
export function mended(values: Values, act: string | undefined, max: number): Record<string, string> | null {
  const citations = citationsIn(values);
  const goOn = (changed: readonly CitationFields[], at: number) => ({
    ...withCitations(values, changed),
    at: citationField(Math.max(0, Math.min(at, changed.length - 1)), "quote"),
  });
  const full = citations.length >= max;
  const [verb, ...words] = act?.split(" ") ?? [];
  if (verb === "add") return goOn(full ? citations : [...citations, EMPTY], citations.length);
  if (verb === "remove") {
    const left = citations.filter((_, at) => at !== Number(words[0]));
    return goOn(left.length > 0 ? left : [EMPTY], Number(words[0]));
  }
  if (verb === "take") {
    const [source = "", start, ...quote] = words;
    const free = citations.findIndex((citation) => !isWritten(citation));
    const at = free >= 0 ? free : citations.length;
    if (at === max) return goOn(citations, max - 1);
    const taken = fieldsOf(source, undefined, [{ quote: quote.join(" "), start: Number(start) }]);
    return goOn(citations.toSpliced(at, 1, taken), at);
  }
  if (verb === "use") {
    const [at, span, start] = words.map(Number) as [number, number, number];
    return goOn(
      citations.map((citation, i) => (i === at ? withSpan(citation, span, start, words.slice(3).join(" ")) : citation)),
      at,
    );
  }
  return null;
}

/** The passage with these words, found at `start`, in the place of one of its spans. */
function withSpan(citation: CitationFields, span: number, start: number, words: string): CitationFields {
  const before = placeOf(citation);
  const spans = spansOf(citation.quote).map((own, i) => (i === span ? words : own));
  const starts = spans.map((_, i) => (i === span ? start : (before?.starts[i] ?? null)));
  const place: Place = { source: citation.source, quote: joined(spans), starts };
  return { source: citation.source, quote: place.quote, place: JSON.stringify(place) };
}
