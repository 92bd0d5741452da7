/**
 * Whether two texts say the same in the same letters: what a typesetter, a word processor or a copy out of a PDF may
 * change without touching a word. Quotation marks, apostrophes, dashes, ellipses, ligatures, soft hyphens, invisible
 * characters and white space are evened out; a hyphen before a space may belong to the word or to the line.
 */
function evened(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[‘’‚‛′ʼ`]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/\p{Pd}|−/gu, "-")
    .replace(/\s+/g, " ")
    .trim();
}

const hyphenations = (text: string) => [text, text.replace(/- /g, "-"), text.replace(/- /g, "")];

export function sameButForTypography(a: string, b: string): boolean {
  const forms = hyphenations(evened(b));
  return hyphenations(evened(a)).some((form) => forms.includes(form));
}
