/** Where to go after signing in: only ever within this site. */

/** Longer than any of our addresses with its query; the longest is a thread's form with its question, escaped. */
const BACK_MAX = 1_000;
const NOWHERE = "http://nowhere.invalid";

/** The path that `back` names within this site, or the home page. What a browser would repair counts as repaired. */
export function pathWithin(back: string | undefined): string {
  if (back === undefined || back.length > BACK_MAX || !/^\/(?![/\\])/.test(back)) return "/";
  if (/[\\\p{Cc}]/u.test(back)) return "/";
  const url = URL.parse(back, NOWHERE);
  // "/.//elsewhere" loses its dot and would then name another host.
  if (url?.origin !== NOWHERE || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}
