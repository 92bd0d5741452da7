/** How files write down what they quote, and from where. */
import type { NamedSource, ReadQuotation } from "#lib/maps/reading/read-map";

export const NOWHERE: NamedSource = { address: null, title: null, slug: null, sha256: null };

/** The stretches of a quotation as people write one: in one pair of quotation marks, with […] where words are left out. */
export function stretchesOf(text: string): string[] {
  const [, inner = text] = /^\s*(?:"(.*)"|“(.*)”)\s*$/s.exec(text)?.filter((part) => part !== undefined) ?? [];
  return inner
    .split(/\s*\[\s?(?:…|\.\.\.)\s?\]\s*|\n[^\S\n]*\n\s*/)
    .map((stretch) => stretch.replace(/\s+/g, " ").trim())
    .filter((stretch) => stretch !== "");
}

/** Where a copy of ours says that it keeps a text: `https://forum.example/s/the-slug?version=2`. */
const OURS = /^https?:\/\/[^/\s]+\/s\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\?version=\d+)?$/;

/** A text that an address names: one that is published there, or one that a forum like this one keeps. */
export function sourceAt(address: string, other: Partial<NamedSource> = {}): NamedSource {
  const slug = OURS.exec(address)?.[1] ?? null;
  return { ...NOWHERE, address: slug === null ? address : null, slug, ...other };
}

export const quoted = (words: string[], source: NamedSource): ReadQuotation => ({ words, source });
