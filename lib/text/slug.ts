/** The readable part of an address: lower-case ASCII words of a headline or question, joined by hyphens. */

import { newId } from "#lib/text/id";

/** Long enough to recognise, short enough for a line of a mail. */
const SLUG_MAX = 60;

/** A slug of the text's first words; "untitled" where nothing of it is a Latin letter or a digit. */
export function slugOf(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .replace(/\p{M}|['’]/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length + 1 > SLUG_MAX) break;
    slug = slug ? `${slug}-${word}` : word;
  }
  return slug || words[0]?.slice(0, SLUG_MAX) || "untitled";
}

/**
 * A slug for what few may know of: its end is by chance, so that neither a guess nor a like slug elsewhere tells of it.
 */
export const hiddenSlug = (slug: string): string => `${slug}-${newId().slice(0, 10)}`;

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? slug : `${slug}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}
