/**
 * Whether a quotation may stand: the words of a version's canonical text, in one paragraph, cut between words. Pure;
 * places are code points, half-open. In this order, and nothing beyond it:
 *
 * 1. The exact words, at the place that is named; where none is named, the only place where they stand.
 * 2. The only place (or the named one) where the words stand after normalising both sides (`lib/sources/normalise.ts`).
 *    What is found are then the source's words, not those that were sent, and `normalised` says so.
 * 3. Otherwise a refusal, with the places where the words stand or the nearest words that do. Nothing is guessed.
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
  | { ok: false; code: "quote-ambiguous" | "offsets-do-not-fit"; candidates: Candidate[] };

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
  /** The first places where the words stand at all, and those of them that are meant and part no word. */
  standing: Place[];
  uncut: Place[];
  /** Whether the words stand at a place that is meant. */
  asked: boolean;
}

/** Where words of a fit length stand, of all the places given. */
function stoodAt(
  text: string,
  paragraphs: Paragraph[],
  places: Iterable<Pick<Place, "from" | "to">>,
  { start, end }: Quotation,
): Stood {
  const stood: Stood = { standing: [], uncut: [], asked: false };
  for (const place of inCodePoints(text, places)) {
    if (!isFit(text, paragraphs, place)) continue;
    if (stood.standing.length < CANDIDATES) stood.standing.push(place);
    if ((start ?? place.start) !== place.start || (end ?? place.end) !== place.end) continue;
    stood.asked = true;
    if (isEdge(text, place.from) && isEdge(text, place.to)) stood.uncut.push(place);
    if (stood.uncut.length === CANDIDATES) break;
  }
  return stood;
}

/** Whether a stretch has the length of a quotation, or is a whole shorter paragraph. */
function isFit(text: string, paragraphs: Paragraph[], { from, to, start, end }: Place): boolean {
  if (end - start > QUOTE_MAX) return false;
  return end - start >= QUOTE_MIN || paragraphAt(paragraphs, start)?.text === text.slice(from, to);
}

/** Decides on one quotation in a canonical text; `start` and `end` say which place is meant, one of them is enough. */
export function findQuotation(text: string, quotation: Quotation): Found | NotFound {
  const { quote } = quotation;
  const length = codePointLength(quote);
  if (length > QUOTE_MAX) return { ok: false, code: "quote-too-long", length, max: QUOTE_MAX };
  const tooShort: NotFound = { ok: false, code: "quote-too-short", length, min: QUOTE_MIN };
  const isShort = length < QUOTE_MIN;
  if (quote !== quote.trim()) return isShort ? tooShort : { ok: false, code: "quote-at-space" };
  if (quote.includes("\n") && text.includes(quote)) return { ok: false, code: "quote-crosses-paragraphs" };

  const paragraphs = paragraphsOf(text);
  const exact = stoodAt(text, paragraphs, exactPlaces(text, quote), quotation);
  const { standing, uncut, asked } = exact.uncut.length
    ? exact
    : stoodAt(text, paragraphs, normalPlaces(text, quote), quotation);
  const candidates = (of: Place[]) => of.map((place) => candidate(text, paragraphs, place));
  const [only, ...others] = uncut;
  if (only && others.length === 0) return found(text, only, quote);
  if (only) return { ok: false, code: "quote-ambiguous", candidates: candidates(uncut) };
  if (standing.length > 0 && !asked) return { ok: false, code: "offsets-do-not-fit", candidates: candidates(standing) };
  if (isShort && !asked) return tooShort;
  const nearest = nearestWords(text, quote, { min: QUOTE_MIN, max: QUOTE_MAX });
  return { ok: false, code: asked ? "quote-cuts-word" : "quote-not-found", nearest };
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
