/** What somebody may have meant: for each word the nearest that this viewer may find, and which of them finds something. */
import { db } from "#lib/db";
import { seenEntry } from "#lib/search/seen";
import { wordPlacesOf } from "#lib/text/words";
import type { Viewer } from "#lib/users/viewer";

/** Three letters are like too many others. */
const LETTERS_MIN = 4;
/** A slip or two in a sentence; each costs a look into the index. */
const WORDS_MAX = 6;
/** The share of three-letter groups in common: "prizon" and "prison" have 0.4, "deporation" and "deportation" 0.6. */
const ALIKE = 0.4;
/** Nearest words that are looked at for one. */
const NEAREST = 6;

/** The query with each word that finds nothing put right, as far as there is a word like it; null where nothing changes. */
export async function nearestQuery(viewer: Viewer, q: string): Promise<string | null> {
  const places = wordPlacesOf(q).filter(({ word }) => word.length >= LETTERS_MIN && /^\p{L}+$/u.test(word));
  const words = places.slice(0, WORDS_MAX);
  if (words.length === 0) return null;
  const rows = await db().$queryRaw<{ place: number; word: string }[]>`
    SELECT DISTINCT ON (place) place::int - 1 AS place, near.word
    FROM unnest(${words.map(({ word }) => word.toLowerCase())}::text[]) WITH ORDINALITY AS asked (word, place)
    CROSS JOIN LATERAL (
      SELECT w.word, similarity(w.word, unaccent(asked.word)) AS alike FROM search_words w
      WHERE w.word % unaccent(asked.word) AND similarity(w.word, unaccent(asked.word)) >= ${ALIKE}
      ORDER BY alike DESC, w.word LIMIT ${NEAREST}) AS near
    WHERE EXISTS (SELECT FROM search_entries e WHERE e.words @@ plainto_tsquery('grounds', near.word) AND ${seenEntry(viewer)})
    ORDER BY place, near.alike DESC, near.word`;
  const nearest = new Map(rows.map(({ place, word }) => [words[place]?.at ?? -1, word]));
  const put = words.reduceRight((query, { word, at }) => {
    const near = nearest.get(at);
    return near === undefined || near === word.toLowerCase()
      ? query
      : query.slice(0, at) + near + query.slice(at + word.length);
  }, q);
  return put === q ? null : put;
}
