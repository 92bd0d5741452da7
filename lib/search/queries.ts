/** What there is to find. A search is neither stored nor logged. */
import { db } from "#lib/db";
import { readHits } from "#lib/search/hits";
import { cursorOf, type Matched, matching, PAGE } from "#lib/search/matching";
import { nearestQuery } from "#lib/search/meant";
import { placedAs } from "#lib/search/placed";
import type { Asked } from "#lib/search/schema";
import type { Found } from "#lib/search/view";
import { type Words, wordsOf } from "#lib/search/words";
import type { Viewer } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

/** Fewer than this, and somebody may have meant another word. */
const LITTLE = 3;

/**
 * What this viewer may find, and the ways to narrow it down unless a program asks. Each page goes on where the one before
 * ended, whatever came meanwhile.
 * @throws Refused "query-wordless"
 */
export async function search(viewer: Viewer, asked: Asked, { withWays = true } = {}): Promise<Found> {
  const words = asked.q === undefined ? null : await readWords(asked.q);
  if (asked.q !== undefined && words === null) throw new Refused("query-wordless");
  const among = await placedAs(viewer, asked);
  const { page, total, ...rest } = await match(viewer, asked, words, among, withWays);
  const shown = page.slice(0, PAGE);
  const last = page.length > PAGE ? shown.at(-1) : undefined;
  const little = total < LITTLE && asked.after === undefined;
  const [items, meant] = await Promise.all([
    readHits(viewer, shown, words, asked.thread),
    little ? findMeant(viewer, asked, among, total) : null,
  ]);
  return { items, next: last ? cursorOf(last) : null, total, ...rest, meant };
}

async function match(viewer: Viewer, asked: Asked, words: Words | null, among: string[] | null, withWays: boolean) {
  const [row] = await db().$queryRaw<[Matched]>(matching(viewer, asked, words, among, withWays));
  const { PARAGRAPH, ...others } = row.kinds ?? {};
  const kinds: Found["kinds"] = PARAGRAPH === undefined ? others : { ...others, TEXT: PARAGRAPH };
  const chosen = asked.kind?.toUpperCase() as keyof typeof kinds | undefined;
  return {
    page: row.page ?? [],
    total: chosen ? (kinds[chosen] ?? 0) : Object.values(kinds).reduce((sum, count) => sum + count, 0),
    kinds,
    threads: row.threads ?? [],
    sources: row.sources ?? [],
    authors: row.authors ?? [],
  };
}

/** Null where it has nothing to look for. */
async function readWords(q: string): Promise<Words | null> {
  const [read] = await db().$queryRaw<{ query: string }[]>`SELECT websearch_to_tsquery('grounds', ${q})::text AS query`;
  return wordsOf(read?.query ?? "");
}

/** The same with words put right, where that finds more than was found. */
async function findMeant(viewer: Viewer, asked: Asked, among: string[] | null, found: number): Promise<string | null> {
  const q = asked.q === undefined ? null : await nearestQuery(viewer, asked.q);
  const words = q === null ? null : await readWords(q);
  if (words === null) return null;
  const { total } = await match(viewer, { ...asked, q: q as string }, words, among, false);
  return total > found ? q : null;
}
