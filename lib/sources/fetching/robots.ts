/**
 * What a site's robots.txt says to us, after RFC 9309: whether a page may be asked for by a program. One pass over the
 * file and one look at each of our rules, so that a hostile file takes no more time or memory than its length.
 */

/** How we are called there: the first word of what `ask` says of itself, in small letters. */
const NAME = "grounds";
/** As much as must be read of it; what comes after does not count. */
export const ROBOTS_BYTES = 500 * 1024;

interface Rule {
  allow: boolean;
  pattern: string;
}

const LINE = /^\s*(user-agent|allow|disallow)\s*:([^#]*)/i;
const UNRESERVED = /[\w.~-]/;

/** One spelling of an address's octets, so that "%7E", "%7e" and "~" are the same. */
function spelled(path: string): string {
  return path
    .toWellFormed()
    .replace(/[^\x21-\x7e]/gu, encodeURIComponent)
    .replace(/%([\da-f]{2})/gi, (octet, hex: string) => {
      const letter = String.fromCharCode(Number.parseInt(hex, 16));
      return UNRESERVED.test(letter) ? letter : octet.toUpperCase();
    });
}

/** The rules of the groups that name us; without any, those for everybody. */
function rulesOf(robots: string): Rule[] {
  const [ours, everybodys]: [Rule[], Rule[]] = [[], []];
  let named = false;
  let group = { us: false, everybody: false, begun: false };
  for (const row of robots.split(/\r\n?|\n/)) {
    const [, key = "", rest = ""] = LINE.exec(row) ?? [];
    const value = rest.trim();
    if (key === "") continue;
    if (key.toLowerCase() === "user-agent") {
      if (group.begun) group = { us: false, everybody: false, begun: false };
      if (value === "*") group.everybody = true;
      else if (/^[a-z_-]*/i.exec(value)?.[0].toLowerCase() === NAME) group.us = named = true;
    } else {
      group.begun = true;
      const rule = { allow: key.toLowerCase() === "allow", pattern: spelled(value) };
      if (value && group.us) ours.push(rule);
      if (value && group.everybody) everybodys.push(rule);
    }
  }
  return named ? ours : everybodys;
}

/** A star stands for any letters, a dollar at the end for the end. Taking the first place for each part finds a match if there is one. */
function matches(pattern: string, path: string): boolean {
  const whole = pattern.endsWith("$");
  const [first = "", ...parts] = (whole ? pattern.slice(0, -1) : pattern).split(/\*+/);
  if (!path.startsWith(first)) return false;
  const last = whole ? parts.pop() : undefined;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!whole) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

/** Whether a site allows a page: of the rules that fit its path the longest decides, and of two as long the one that allows. */
export function allows(robots: string, url: URL): boolean {
  const path = spelled(url.pathname + url.search);
  const fitting = rulesOf(robots).filter(({ pattern }) => matches(pattern, path));
  const longest = Math.max(0, ...fitting.map(({ pattern }) => pattern.length));
  const deciding = fitting.filter(({ pattern }) => pattern.length === longest);
  return deciding.length === 0 || deciding.some(({ allow }) => allow);
}

/** A page says it by a header or in its head, of which so much is looked at. */
const HEAD_BYTES = 64 * 1024;
const ROBOTS_TAG = /<meta[^>]{0,200}\bname\s{0,9}=\s{0,9}["']?robots\b[^>]{0,400}/gi;

/** Whether a page itself asks to be kept from machines that learn: a reader of ours asked for it, but it goes into a text that others take along. */
export function asksNoMachine(header: string | string[] | undefined, page: Buffer): boolean {
  const tags = page.subarray(0, HEAD_BYTES).toString("latin1").match(ROBOTS_TAG) ?? [];
  return [header ?? "", ...tags].flat().some((said) => /\bnoai\b/i.test(said));
}
