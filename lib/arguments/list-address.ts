/** The addresses of lists: `pro`, `con` or `answers`, then the page unless it is the first. */
import type { Which } from "#lib/arguments/screens";

const WHICH: Readonly<Record<string, Which>> = { pro: "pro", con: "con", answers: "answers" };

/** A page's number as its address writes it: not 0, not 1, no sign, no zero before it; long enough for every thread. */
const NUMBER = /^(?:[2-9]|[1-9]\d{1,4})$/;

/** null where there is no such list or no such way to write its address. */
export function listAt(which: string, page: readonly string[] = []): { which: Which; page: number } | null {
  const known = Object.hasOwn(WHICH, which) ? WHICH[which] : undefined;
  const number = pageAt(page);
  return known && number !== null ? { which: known, page: number } : null;
}

/** The number of a page by what its address ends in; null where it is no such address. */
export function pageAt([number, ...more]: readonly string[] = []): number | null {
  if (more.length > 0) return null;
  if (number === undefined) return 1;
  return NUMBER.test(number) ? Number(number) : null;
}
