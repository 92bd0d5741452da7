/** What a person may be called in addresses: short, typed without thought, and not to be taken for another's. */

/** Fits a line beside a claim; two letters are initials, which many share. */
const HANDLE = /^[a-z][a-z0-9_]{2,19}$/;

/** Letters that look alike in a small sans, and how they are folded; an underscore is easily overlooked. */
const ALIKE: [RegExp, string][] = [
  [/_/g, ""],
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/0/g, "o"],
  [/[1l]/g, "i"],
  [/5/g, "s"],
];

/** Two handles with one skeleton could be taken for each other. */
export function skeletonOf(handle: string): string {
  return ALIKE.reduce((text, [pattern, letter]) => text.replace(pattern, letter), handle.toLowerCase());
}

/** Names that speak for the forum or for nobody, in every spelling that looks like them. */
const RESERVED = new Set(
  [
    ...["admin", "administrator", "moderator", "moderators", "mod", "staff", "team", "official", "security", "support"],
    ...["grounds", "system", "operator", "root", "owner", "help", "info", "contact", "postmaster", "webmaster"],
    ...["anonymous", "nobody", "everyone", "everybody", "guest", "unknown", "you", "null", "undefined", "none"],
  ].map(skeletonOf),
);

/** Erased people are renamed to this and a number. */
const ERASED = skeletonOf("deleted");

/** Whether there is a page of whoever bears this handle: a pseudonym's has a hyphen, and leads nowhere. */
export const hasPage = (handle: string): boolean => !handle.includes("-");

/** The code of what is wrong with a handle, or null. */
export function flawOfHandle(handle: string): string | null {
  if (/\p{Lu}/u.test(handle)) return "handle-capitals";
  if (/\s/u.test(handle)) return "handle-spaces";
  if (!HANDLE.test(handle)) return /^[a-z][a-z0-9_]*$/.test(handle) ? "handle-length" : "handle-characters";
  const skeleton = skeletonOf(handle);
  return RESERVED.has(skeleton) || skeleton.startsWith(ERASED) ? "handle-reserved" : null;
}
