/** Names of authors, as the styles write them. */
import type { CslItem, CslName } from "#lib/sources/csl";

/** "Ada Moss". */
export function natural(name: CslName): string {
  if ("literal" in name) return name.literal;
  return name.given ? `${name.given} ${name.family}` : name.family;
}

/** "Moss, Ada". */
export function inverted(name: CslName): string {
  if ("literal" in name) return name.literal;
  return name.given ? `${name.family}, ${name.given}` : name.family;
}

/** "Moss, A."; a name of several parts, joined by spaces or hyphens, has an initial for each. */
export function withInitials(name: CslName): string {
  if ("literal" in name || !name.given) return inverted(name);
  const initials = name.given.replace(/(\p{L})[^\s-]*/gu, "$1.");
  return `${name.family}, ${initials}`;
}

/** Names of a reference, "a, b, and c", or undefined where nobody is named. */
export function joined(names: string[], and: string): string | undefined {
  const last = names.at(-1);
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")}, ${and} ${last}`;
}

/** The names by which a text refers to a work: "Moss", "Lund and Ek", "Berg et al."; undefined where nobody is named. */
export function inText({ author = [] }: CslItem, and: string): string | undefined {
  const names = author.map((name) => ("literal" in name ? name.literal : name.family));
  return names.length > 2 ? `${names[0]} et al.` : names.length > 0 ? names.join(` ${and} `) : undefined;
}
