/** The texts beside a form: which there are to argue from, and the words of those at hand. */
import { getSource, listSources } from "#lib/sources/queries";
import type { Paragraph } from "#lib/text/canonical";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface Choosing {
  /** Every source, those at hand first. */
  sources: { slug: string; title: string }[];
  /** Those at hand, with their words. */
  texts: { slug: string; title: string; excerpts: boolean; paragraphs: Paragraph[] }[];
}

/** More texts than these make a form that takes long to load; the others are fetched when they are wanted. */
const AT_HAND = 3;

/** `slugs`: the sources that matter here, the most important first; what cannot be seen is passed over. */
export async function chooseTexts(viewer: Viewer, slugs: readonly string[]): Promise<Choosing> {
  const wanted = [...new Set(slugs)].slice(0, AT_HAND);
  const [{ items }, ...found] = await Promise.all([
    listSources(viewer),
    ...wanted.map((slug) => getSource(viewer, slug).catch(passOver)),
  ]);
  const texts = found.flatMap((source) => (source ? [source] : []));
  const listed = items.filter(({ slug }) => !texts.some((text) => text.slug === slug));
  return {
    sources: [...texts, ...listed].map(({ slug, title }) => ({ slug, title })),
    texts: texts.map(({ slug, title, excerpts, paragraphs }) => ({ slug, title, excerpts, paragraphs })),
  };
}

function passOver(error: unknown): null {
  if (error instanceof Missing) return null;
  throw error;
}
