/**
 * Whether a quotation may stand: the words of a version's canonical text, in one paragraph, cut between words. Pure;
 * places are code points, half-open. In this order, and nothing beyond it:
 *
 * 1. The exact words at the place that is named.
 * 2. The only place where the exact words stand, whichever was named: a place counted otherwise, or in an older
 *    version, takes nothing from words that stand once. What is found says where.
 * 3. The only place where the words stand after normalising both sides (`lib/sources/normalise.ts`), or of several the
 *    named one. What is found are then the source's words, not those that were sent, and `normalised` says so.
 * 4. Otherwise a refusal, with the places where the words stand or the nearest words that do. Nothing is guessed: of
 *    words that stand more than once, a place that is none of theirs tells none from the others.
 *
 * A place that can be none in any text of this length (ends turned around or equal, below 0, beyond the end, no whole
 * number) is refused before: whoever names one counts wrongly, and would be surprised by whatever is found.
 *
 * A cut is refused where it goes through a word as `lib/text/words.ts` has it ("pri|soner", "don|’t", "40|,000",
 * "23-and-a-|half", "U.S|.") or through what is seen as one character (a flag, a family of emoji). A quotation may
 * not contain a line feed: what stands in two paragraphs is cited as two spans, so that the gap is seen.
 */
import { type Nearest, nearestWords } from "#lib/sources/nearest";
import { normalise, placesOf } from "#lib/sources/normalise";
import { type Paragraph, paragraphAt, paragraphsOf, sentenceAround } from "#lib/text/canonical";
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";
import { cutsWord } from "#lib/text/words";

/** Below twenty code points words stand in a text by chance; a shorter whole paragraph is a heading or a reply. */
export const QUOTE_MIN = 20;
/** A long sentence or two short ones: more is a reprint, and nobody sees which of its words carry the claim. */
export const QUOTE_MAX = 600;
/** What is shown around a span, and enough to find it again in a newer version. */
const AROUND = 32;
/** As many places as a reader can compare. */
const CANDIDATES = 12;

/** Several spans are for one thought with words left out, not for an anthology. */
const SPANS_MAX = 5;
/** Together as much as two long quotations. */
const SPANS_LENGTH_MAX = 1200;

/** A place where the quoted words stand, with the rest of their sentence. */
export interface Candidate {
  start: number;
  end: number;
  paragraph: number;
  before: string;
  after: string;
}

export interface Found {
  ok: true;
  start: number;
  end: number;
  /** The source's words. */
  quote: string;
  prefix: string;
  suffix: string;
  /** Whether other characters were sent: other quotation marks, dashes, spaces, hyphenation. */
  normalised: boolean;
}

export type NotFound =
  | { ok: false; code: "quote-too-short"; length: number; min: number }
  | { ok: false; code: "quote-too-long"; length: number; max: number }
  | { ok: false; code: "quote-at-space" | "quote-crosses-paragraphs" }
  | { ok: false; code: "quote-not-found" | "quote-cuts-word"; nearest: Nearest | null }
  | { ok: false; code: "quote-ambiguous"; candidates: Candidate[] }
  /** `length`: of the text. */
  | { ok: false; code: "offsets-malformed"; length: number };

export interface Quotation {
  quote: string;
  start?: number;
  end?: number;
}

interface Place {
  /** UTF-16, in the whole text. */
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Every occurrence, overlapping ones too, in text order. */
function* exactPlaces(text: string, quote: string): Generator<Pick<Place, "from" | "to">> {
  for (let from = text.indexOf(quote); from >= 0 && quote !== ""; from = text.indexOf(quote, from + 1)) {
    yield { from, to: from + quote.length };
  }
}

const normalPlaces = (text: string, quote: string) =>
  placesOf(normalise(text, { paragraphs: true }), normalise(quote.normalize("NFC")));

function* inCodePoints(text: string, places: Iterable<Pick<Place, "from" | "to">>): Generator<Place> {
  let [start, counted] = [0, 0];
  for (const { from, to } of places) {
    start += codePointLength(text.slice(counted, from));
    counted = from;
    yield { from, to, start, end: start + codePointLength(text.slice(from, to)) };
  }
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Whether a cut at this UTF-16 place parts words, and characters as they are seen. */
function isEdge(text: string, at: number): boolean {
  // Eighty units: longer than any one character, and the same work in a text of any length.
  const from = Math.max(0, at - 80);
  const whole = () => graphemes.segment(text.slice(from, at + 80)).containing(at - from);
  return !cutsWord(text, at) && (whole()?.index ?? at - from) === at - from;
}

function candidate(text: string, paragraphs: Paragraph[], { start, end }: Place): Candidate {
  const paragraph = paragraphAt(paragraphs, start)?.number ?? 0;
  return { start, end, paragraph, ...sentenceAround(text, start, end) };
}

function found(text: string, { from, to, start, end }: Place, sent: string): Found {
  const before = text.slice(Math.max(0, from - 2 * AROUND), from);
  const after = text.slice(to, to + 2 * AROUND);
  const prefix = sliceCodePoints(before, Math.max(0, codePointLength(before) - AROUND));
  const quote = text.slice(from, to);
  return { ok: true, start, end, quote, prefix, suffix: sliceCodePoints(after, 0, AROUND), normalised: quote !== sent };
}

interface Stood {
  /** The first places that part no word. */
  uncut: Place[];
  /** The named one, where it parts no word. */
  named?: Place;
  /** Whether the words stand at the named place, and whether they stand anywhere; cut or not. */
  there: boolean;
  anywhere: boolean;
}

const isNamed = ({ start, end }: Quotation) => start !== undefined || end !== undefined;

/** Where words of a fit length stand, of all the places given. */
function stoodAt(
  text: string,
  paragraphs: Paragraph[],
  places: Iterable<Pick<Place, "from" | "to">>,
  quotation: Quotation,
): Stood {
  const stood: Stood = { uncut: [], there: false, anywhere: false };
  const { start, end } = quotation;
  const seeks = isNamed(quotation);
  for (const place of inCodePoints(text, places)) {
    const isFull = stood.uncut.length === CANDIDATES;
    if (isFull && (!seeks || stood.there)) break;
    if (!isFit(text, paragraphs, place)) continue;
    stood.anywhere = true;
    const isThere = seeks && (start ?? place.start) === place.start && (end ?? place.end) === place.end;
    if (isThere) stood.there = true;
    if ((isFull && !isThere) || !isEdge(text, place.from) || !isEdge(text, place.to)) continue;
    if (isThere) stood.named = place;
    if (!isFull) stood.uncut.push(place);
  }
  return stood;
}

/** Whether a stretch has the length of a quotation, or is a whole shorter paragraph. */
function isFit(text: string, paragraphs: Paragraph[], { from, to, start, end }: Place): boolean {
  if (end - start > QUOTE_MAX) return false;
  return end - start >= QUOTE_MIN || paragraphAt(paragraphs, start)?.text === text.slice(from, to);
}

/** Whether what is named can be a place in a text of this length. */
function isPlace({ start = 0, end }: Quotation, length: number): boolean {
  const to = end ?? length;
  return Number.isInteger(start) && Number.isInteger(to) && start >= 0 && start < to && to <= length;
}

/** Decides on one quotation in a canonical text; `start` and `end` say which place is meant, one of them is enough. */
export function findQuotation(text: string, quotation: Quotation): Found | NotFound {
  const { quote } = quotation;
  if (isNamed(quotation)) {
    const whole = codePointLength(text);
    if (!isPlace(quotation, whole)) return { ok: false, code: "offsets-malformed", length: whole };
  }
  const length = codePointLength(quote);
  if (length > QUOTE_MAX) return { ok: false, code: "quote-too-long", length, max: QUOTE_MAX };
  const tooShort: NotFound = { ok: false, code: "quote-too-short", length, min: QUOTE_MIN };
  const isShort = length < QUOTE_MIN;
  if (quote !== quote.trim()) return isShort ? tooShort : { ok: false, code: "quote-at-space" };
  if (quote.includes("\n") && text.includes(quote)) return { ok: false, code: "quote-crosses-paragraphs" };

  const paragraphs = paragraphsOf(text);
  const exact = stoodAt(text, paragraphs, exactPlaces(text, quote), quotation);
  const stood =
    exact.uncut.length > 0 || exact.there ? exact : stoodAt(text, paragraphs, normalPlaces(text, quote), quotation);
  const [only, ...others] = stood.uncut;
  const chosen = stood.named ?? (stood.there || others.length > 0 ? undefined : only);
  if (chosen) return found(text, chosen, quote);
  if (only && !stood.there) {
    const candidates = stood.uncut.map((place) => candidate(text, paragraphs, place));
    return { ok: false, code: "quote-ambiguous", candidates };
  }
  if (isShort && !stood.anywhere) return tooShort;
  const nearest = nearestWords(text, quote, { min: QUOTE_MIN, max: QUOTE_MAX });
  return { ok: false, code: stood.anywhere ? "quote-cuts-word" : "quote-not-found", nearest };
}

export type SpansMisfit = "too-many-spans" | "spans-out-of-order" | "spans-overlap" | "spans-too-long";

/** Why spans, each found by itself, do not make one citation; null where they do. */
export function spansFit(spans: readonly { start: number; end: number }[]): SpansMisfit | null {
  if (spans.length > SPANS_MAX) return "too-many-spans";
  for (const [i, span] of spans.entries()) {
    const before = spans[i - 1];
    if (before && span.start < before.start) return "spans-out-of-order";
    if (before && span.start < before.end) return "spans-overlap";
  }
  const length = spans.reduce((sum, span) => sum + span.end - span.start, 0);
  return length > SPANS_LENGTH_MAX ? "spans-too-long" : null;
}
