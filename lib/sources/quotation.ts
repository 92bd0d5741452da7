/**
 * Whether a quotation may stand: the exact words of a version's canonical text, in one paragraph, cut between words.
 * Pure; places are code points, half-open. Nothing is corrected here: of words that are not in the text the writer
 * is shown the nearest that are, and says whether to take them.
 *
 * A cut is refused where it goes through a word as `lib/text/words.ts` has it ("pri|soner", "don|’t", "40|,000",
 * "23-and-a-|half", "U.S|.") or through what is seen as one character (a flag, a family of emoji). A quotation may
 * not contain a line feed: what stands in two paragraphs is cited as two spans, so that the gap is seen.
 */
import { type Nearest, nearestWords } from "#lib/sources/nearest";
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

export type Found = { ok: true; start: number; end: number; quote: string; prefix: string; suffix: string };

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
  at: number;
  start: number;
  end: number;
}

/** Every occurrence, overlapping ones too, in text order. */
function* places(text: string, quote: string): Generator<Place> {
  const length = codePointLength(quote);
  let [start, counted] = [0, 0];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    start += codePointLength(text.slice(counted, at));
    counted = at;
    yield { at, start, end: start + length };
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

function found(text: string, quote: string, { at, start, end }: Place): Found {
  const before = text.slice(Math.max(0, at - 2 * AROUND), at);
  const after = text.slice(at + quote.length, at + quote.length + 2 * AROUND);
  const prefix = sliceCodePoints(before, Math.max(0, codePointLength(before) - AROUND));
  return { ok: true, start, end, quote, prefix, suffix: sliceCodePoints(after, 0, AROUND) };
}

/** Decides on one quotation in a canonical text; `start` and `end` say which place is meant, one of them is enough. */
export function findQuotation(text: string, { quote, start, end }: Quotation): Found | NotFound {
  const length = codePointLength(quote);
  if (length > QUOTE_MAX) return { ok: false, code: "quote-too-long", length, max: QUOTE_MAX };
  const paragraphs = paragraphsOf(text);
  const short = length < QUOTE_MIN;
  if (short && !paragraphs.some((p) => p.text === quote)) {
    return { ok: false, code: "quote-too-short", length, min: QUOTE_MIN };
  }
  if (quote !== quote.trim()) return { ok: false, code: "quote-at-space" };
  if (quote.includes("\n") && text.includes(quote)) return { ok: false, code: "quote-crosses-paragraphs" };

  const standing: Place[] = [];
  const uncut: Place[] = [];
  let asked = false;
  for (const place of places(text, quote)) {
    if (short && paragraphAt(paragraphs, place.start)?.text !== quote) continue;
    if (standing.length < CANDIDATES) standing.push(place);
    if ((start ?? place.start) !== place.start || (end ?? place.end) !== place.end) continue;
    asked = true;
    if (isEdge(text, place.at) && isEdge(text, place.at + quote.length)) uncut.push(place);
    if (uncut.length === CANDIDATES) break;
  }
  const candidates = (of: Place[]) => of.map((place) => candidate(text, paragraphs, place));
  const [only, ...others] = uncut;
  if (only && others.length === 0) return found(text, quote, only);
  if (only) return { ok: false, code: "quote-ambiguous", candidates: candidates(uncut) };
  if (standing.length > 0 && !asked) return { ok: false, code: "offsets-do-not-fit", candidates: candidates(standing) };
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
