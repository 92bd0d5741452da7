/**
 * Looks for what other people's files quote in the texts that are here: word for word, or evened out as
 * `lib/sources/quotation.ts` has it, and never by likeness. A text is matched by how the file names it: its hash, its
 * slug, its address, or its title. What may be read only as excerpts is looked at by its cited passages alone, so that
 * nobody learns from a long list of guesses what stands in it.
 */
import { setImmediate } from "node:timers/promises";
import { db } from "#lib/db";
import { type Cited, citableIn, type Place } from "#lib/sources/citing";
import { type Normal, normalise, placesOf } from "#lib/sources/normalise";
import { mayReadText, visibleTo } from "#lib/sources/policy";
import { type Found, findQuotation, spansFit } from "#lib/sources/quotation";
import { seenWhere } from "#lib/users/seen";
import type { Viewer } from "#lib/users/viewer";

/** A quotation by its words and by the names of the text that it is said to be from. */
export interface NamedQuotation {
  words: readonly string[];
  source: { address: string | null; title: string | null; slug: string | null; sha256: string | null };
}

/** Where a quotation stands. */
export interface Matched extends Cited {
  slug: string;
  title: string;
  version: number;
}

/** More texts than a large debate quotes; as many are held at a time. */
const SOURCES_MAX = 100;
/** Then others get a turn. */
const AT_A_TIME = 50;

/** An address without what does not tell one page from another. */
const addressKey = (address: string) => address.toLowerCase().replace(/^https?:\/\/(?:www\.)?|#.*$|\/+(?=$|#)/g, "");

interface Text {
  sourceId: string;
  slug: string;
  title: string;
  versionId: string;
  number: number;
  sha256: string;
  isNewest: boolean;
  text: string;
  normal?: Normal;
  /** Null where all of it may be read, else the passages that are shown. */
  shown: ReadonlySet<string> | null;
}

/**
 * One answer for each quotation, null where its words stand in none of the texts that it may be from. Words that name no
 * text are looked for in those of `near`, by id.
 */
export async function matchQuotations(
  viewer: Viewer,
  quotations: readonly NamedQuotation[],
  near: readonly string[],
  place: Place,
): Promise<(Matched | null)[]> {
  const worded = quotations.filter(({ words }) => words.length > 0);
  const texts = worded.length > 0 ? await readTexts(viewer, worded, near, place) : [];
  const names = new Map<string, Text[]>();
  for (const text of texts) {
    for (const name of text.names) names.set(name, [...(names.get(name) ?? []), text]);
  }
  const matched: (Matched | null)[] = [];
  for (const [i, { words, source }] of quotations.entries()) {
    if (i % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
    const named = namesOf(source);
    const candidates = (named.length > 0 ? named : ["near"]).flatMap((name) => names.get(name) ?? []);
    matched.push(words.length > 0 ? firstMatch(new Set(candidates), words) : null);
  }
  return matched;
}

/** The most certain first. */
function namesOf({ address, title, slug, sha256 }: NamedQuotation["source"]): string[] {
  return [
    sha256 && `hash ${sha256}`,
    slug && `slug ${slug}`,
    address && `address ${addressKey(address)}`,
    title && `title ${title.toLowerCase()}`,
  ].filter((name): name is string => typeof name === "string" && name !== "");
}

async function readTexts(viewer: Viewer, quotations: readonly NamedQuotation[], near: readonly string[], place: Place) {
  const asked = [...new Set(quotations.flatMap(({ source }) => namesOf(source)))];
  const named = await db().$queryRaw<{ id: string; names: string[] }[]>`
    WITH named AS (
      SELECT id, 'slug ' || slug AS name FROM sources
      UNION SELECT id, 'title ' || lower(title) FROM sources
      UNION SELECT v.source_id, 'hash ' || v.sha256 FROM source_versions v
      UNION SELECT s.id, 'address ' || regexp_replace(lower(address), '^https?://(www\\.)?|#.*$|/+(?=$|#)', '', 'g')
        FROM sources s CROSS JOIN LATERAL (VALUES (s.url), (s.final_url), (s.requested_url)) AS at(address) WHERE address IS NOT NULL
      UNION SELECT v.source_id, 'address ' || regexp_replace(lower(address), '^https?://(www\\.)?|#.*$|/+(?=$|#)', '', 'g')
        FROM brought_again b JOIN source_versions v ON v.id = b.version_id
        CROSS JOIN LATERAL (VALUES (b.url), (b.final_url), (b.requested_url)) AS at(address) WHERE address IS NOT NULL
      UNION SELECT id, 'near' FROM sources WHERE id = ANY(${[...near]}))
    SELECT id, array_agg(name) AS names FROM named WHERE name = 'near' OR name = ANY(${asked}) GROUP BY id LIMIT ${SOURCES_MAX}`;
  const namesById = new Map(named.map(({ id, names }) => [id, names]));
  const sources = await db().source.findMany({
    where: { id: { in: named.map(({ id }) => id) }, AND: [visibleTo(viewer), citableIn(place)] },
    select: {
      id: true,
      slug: true,
      title: true,
      rights: true,
      classId: true,
      broughtById: true,
      versions: {
        select: { id: true, number: true, sha256: true, text: true },
        orderBy: { number: "desc" },
      },
    },
  });
  const guarded = sources.filter((source) => !mayReadText(viewer, source)).map(({ id }) => id);
  const passages = await db().passage.findMany({
    where: {
      version: { sourceId: { in: guarded } },
      spans: { some: { citation: { revision: { argument: { thread: seenWhere(viewer) } } } } },
    },
    select: { versionId: true, quote: true },
  });
  const shown = Map.groupBy(passages, ({ versionId }) => versionId);
  return sources.flatMap(({ id, slug, title, versions }) =>
    versions.map(({ id: versionId, number, sha256, text }, i) => ({
      ...{ sourceId: id, slug, title, versionId, number, sha256, isNewest: i === 0, text },
      shown: guarded.includes(id) ? new Set(shown.get(versionId)?.map(({ quote }) => quote)) : null,
      // A hash names one version, everything else all of them.
      names: (namesById.get(id) ?? []).filter((name) => !name.startsWith("hash ") || name === `hash ${sha256}`),
    })),
  );
}

function firstMatch(texts: Iterable<Text>, words: readonly string[]): Matched | null {
  for (const text of texts) {
    const spans = words.map((quote) => findIn(text, quote));
    if (!spans.every((span) => span !== null) || spansFit(spans)) continue;
    const { sourceId, versionId, isNewest, slug, title, number } = text;
    return { sourceId, versionId, isNewest, spans, slug, title, version: number };
  }
  return null;
}

/** Looked for simply at first, since a refusal's advice is dear and nobody reads it here. */
function findIn(text: Text, quote: string): Found | null {
  if (!text.text.includes(quote)) {
    text.normal ??= normalise(text.text, { paragraphs: true });
    if (placesOf(text.normal, normalise(quote)).next().done) return null;
  }
  const found = findQuotation(text.text, { quote });
  if (!found.ok || (text.shown !== null && !text.shown.has(found.quote))) return null;
  return found;
}
