/**
 * From what a reader found in a file to a map that can be imported: words are looked at, claims are brought to their
 * length, and every claim comes after those that it answers. A file that cannot be a map is refused as a whole.
 */

import { CITATIONS_MAX, CLAIM_MAX } from "#lib/arguments/schema";
import type { Target } from "#lib/arguments/view";
import type {
  LossCode,
  Losses,
  ReadableFormat,
  ReadClaim,
  ReadMap,
  ReadPlace,
  ReadQuotation,
} from "#lib/maps/reading/read-map";
import { shortened } from "#lib/maps/reading/shortened";
import { words } from "#lib/maps/words";
import { sha256Hex } from "#lib/text/canonical";
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";
import { DOCUMENT_TEXT_MAX, type Document } from "#lib/text/document";
import { oneLine } from "#lib/text/one-line";
import { flawOf, isBlank } from "#lib/text/schema";
import { Refused } from "#lib/verdict";

/** As many as one can look through in a tray, and as one transaction writes in a few seconds. */
export const CLAIMS_MAX = 5_000;
/** Debates go some forty levels deep; a chain without an end would make every check of the one below it dearer. */
const LEVELS_MAX = 200;
/** Names of nodes are words at most; what is longer is a program's. In UTF-16 units. */
const ID_MAX = 200;
/** Of a title or an address, in UTF-16 units. */
const NAME_MAX = 500;
const ADDRESS_MAX = 2_000;
/** A whole page of a book; beyond it nothing is quoted. */
const WORDS_MAX = 5_000;
/** Stretches that one citation may have. */
const SPANS_MAX = 5;

/** A claim as a reader found it, before anything was looked at. */
export interface Found {
  id: string;
  claim: string;
  body?: Document | string | null;
  quotations?: ReadQuotation[];
}

/** One place of a claim; `parent` null is the question. */
export interface FoundLink extends ReadPlace {
  child: string;
}

export interface Gathered {
  format: ReadableFormat;
  question?: string | null;
  thesis?: string | null;
  claims: Found[];
  /** In the order of their age: a claim's first is its home. */
  links: FoundLink[];
  losses?: Losses;
}

/** Counts what is lost. */
export class Counter {
  readonly losses: Losses;

  constructor(losses: Losses = {}) {
    this.losses = { ...losses };
  }

  add(code: LossCode, count = 1): void {
    if (count > 0) this.losses[code] = (this.losses[code] ?? 0) + count;
  }
}

/** Which of a claim's places and quotations are kept, so that what is aimed at one is still aimed at that one. */
class Kept {
  readonly #numbers = new Map<string, number[]>();

  keep<T>(target: Target, claim: string, all: readonly T[], kept: readonly T[]): void {
    const numbers = new Map(kept.map((one, i) => [one, i]));
    this.#numbers.set(
      `${target} ${claim}`,
      all.map((one) => numbers.get(one) ?? -1),
    );
  }

  aimed({ parent, stance, target, at }: FoundLink): ReadPlace {
    const now = at === null ? -1 : (this.#numbers.get(`${target} ${parent}`)?.[at] ?? -1);
    return { parent, stance, target, at: now < 0 ? null : now };
  }
}

/** @throws Refused "map-too-large", "map-text-broken", "map-circle", "map-too-deep", "map-empty", "map-inconsistent" */
export function gather({ format, question = null, thesis = null, claims, links, losses }: Gathered): ReadMap {
  if (claims.length > CLAIMS_MAX) throw new Refused("map-too-large", { values: { max: CLAIMS_MAX } });
  const lost = new Counter(losses);
  const placesOf = Map.groupBy(links.map(shortIds), ({ child }) => child);
  if (new Set(claims.map(({ id }) => id)).size < claims.length) throw new Refused("map-inconsistent");
  const spoken = new Map(claims.flatMap((one) => (isWordless(one.claim) ? [] : [[shortId(one.id), one] as const])));
  lost.add("wordless", claims.length - spoken.size);
  const kept: ReadClaim[] = [];
  const places = new Kept();
  for (const found of inOrder([...spoken.keys()], placesOf)) {
    const all = placesOf.get(found) ?? [];
    const there = all.filter(({ parent }) => parent === null || spoken.has(parent));
    lost.add("further-places", there.length > 0 ? all.length - there.length : 0);
    const one = spoken.get(found) as Found;
    if (there.length > 0) {
      places.keep("RELEVANCE", found, all, there);
      kept.push(made(one, there, places, lost));
    } else {
      // What nothing that is left leads to has no place; neither have its own answers.
      lost.add(all.length > 0 ? "answers-to-nothing" : "loose");
      spoken.delete(found);
    }
  }
  if (kept.length === 0) throw new Refused("map-empty");
  const unsaid = kept.filter(({ places }) => places[0]?.stance === null).length;
  lost.add("stance-unknown", unsaid);
  return { format, question: titled(question), thesis: titled(thesis), claims: kept, losses: lost.losses };
}

/** Characters that no text here may have make a file unfit as a whole: what else is wrong with it nobody knows. */
function checked(text: string): string {
  if (flawOf(text.replace(/\r\n?|[\v\f]/g, "\n"))) throw new Refused("map-text-broken");
  return text;
}

/** An id is kept with what came of its claim; a long one is as good as its hash. */
const shortId = (id: string) => (checked(id).length <= ID_MAX ? id : sha256Hex(id));
const shortIds = ({ child, parent, ...place }: FoundLink): FoundLink => ({
  ...place,
  child: shortId(child),
  parent: parent === null ? null : shortId(parent),
});

/** Nothing to be seen, or what our own files say in the place of words that were taken back. */
const isWordless = (claim: string) =>
  isBlank(checked(claim)) || [words("withdrawn"), words("removed")].includes(claim.trim());

function titled(text: string | null): string | null {
  const words = text === null ? "" : oneLine(checked(text).normalize("NFC")).replace(/\s+/g, " ").trim();
  return isBlank(words) ? null : sliceCodePoints(words, 0, CLAIM_MAX);
}

function made(found: Found, places: FoundLink[], known: Kept, lost: Counter): ReadClaim {
  const { claim, body = null, quotations = [] } = found;
  const id = shortId(found.id);
  const { line, rest } = shortened(checked(claim), CLAIM_MAX);
  if (rest !== null) lost.add("shortened");
  const whole =
    rest === null ? body : [rest, typeof body === "string" ? body : ""].filter((part) => part !== "").join("\n\n");
  const all = quotations.map(quotation);
  const named = all.filter((one) => one.words.length > 0 || one.source.address || one.source.title);
  const kept = named.slice(0, CITATIONS_MAX);
  known.keep("EVIDENCE", id, all, kept);
  lost.add("quotations-left", named.length - kept.length);
  return {
    id,
    claim: line,
    body: typeof whole === "string" ? elaboration(whole, lost) : whole,
    places: places.map((place) => known.aimed(place)),
    quotations: kept,
  };
}

function elaboration(raw: string, lost: Counter): string | null {
  const text = checked(raw).replace(/\r\n?/g, "\n").normalize("NFC").trim();
  if (isBlank(text)) return null;
  if (codePointLength(text) <= DOCUMENT_TEXT_MAX) return text;
  lost.add("body-cut");
  return sliceCodePoints(text, 0, DOCUMENT_TEXT_MAX - 1).replace(/\s+\S*$/, "…");
}

function quotation({ words: stretches, source }: ReadQuotation): ReadQuotation {
  const name = (text: string | null, max: number) => {
    const line = oneLine(checked(text ?? ""))
      .trim()
      .slice(0, max);
    return line === "" ? null : line;
  };
  const kept = stretches.map((one) => sliceCodePoints(checked(one).normalize("NFC").trim(), 0, WORDS_MAX));
  return {
    words: kept.filter((one) => !isBlank(one)).slice(0, SPANS_MAX),
    source: {
      address: webAddress(name(source.address, ADDRESS_MAX)),
      title: name(source.title, NAME_MAX),
      slug: name(source.slug, NAME_MAX),
      sha256: name(source.sha256, NAME_MAX),
    },
  };
}

const webAddress = (text: string | null) =>
  text !== null && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : null;

/**
 * Ids so that each stands after all that it answers, otherwise as the file has them.
 * @throws Refused "map-circle", "map-too-deep"
 */
function inOrder(ids: string[], placesOf: ReadonlyMap<string, FoundLink[]>): string[] {
  const known = new Set(ids);
  const above = (id: string) =>
    (placesOf.get(id) ?? []).flatMap(({ parent }) => (parent !== null && known.has(parent) ? [parent] : []));
  const waiting = new Map(ids.map((id) => [id, above(id).length]));
  const below = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const id of ids) for (const parent of above(id)) below.get(parent)?.push(id);
  const order: string[] = [];
  const level = new Map<string, number>();
  // A stack, so that a branch stays together; what is first in the file is taken first.
  const open = ids.filter((id) => waiting.get(id) === 0).reverse();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    order.push(id);
    const depth = (level.get(id) ?? 0) + 1;
    if (depth > LEVELS_MAX) throw new Refused("map-too-deep", { values: { max: LEVELS_MAX } });
    for (const child of (below.get(id) ?? []).toReversed()) {
      level.set(child, Math.max(level.get(child) ?? 0, depth));
      const left = (waiting.get(child) ?? 0) - 1;
      waiting.set(child, left);
      if (left === 0) open.push(child);
    }
  }
  if (order.length < ids.length) throw new Refused("map-circle");
  return order;
}
