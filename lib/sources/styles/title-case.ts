/** Articles, conjunctions and prepositions: small inside a title whatever their length, as MLA and Chicago (17) have it. */
const SMALL = new Set(
  `a an the and but or nor for so yet as at by from in into like near of off on onto out over per than through to toward
   towards under until up upon via with within without about above across after against along among around before
   behind below beneath beside between beyond despite down during except inside outside since vs`.split(/\s+/),
);

const isEnglish = (language = "en"): boolean => /^en\b/i.test(language);

/**
 * A title in the capitals of English titles. Words that the outlet capitalised in a way of its own ("iPhone", "U.S.", a title in
 * capitals throughout) stay, as do addresses and titles in another language; where none is named, it is English.
 */
export function titleCase(title: string, language?: string): string {
  if (!isEnglish(language) || !/\p{Ll}/u.test(title)) return title;
  const words = title.split(/(\s+|-)/);
  const last = words.length - 1;
  return words
    .map((word, i) => {
      const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
      if (/[./@]/.test(bare) || !/^\p{L}[\p{Ll}\p{M}’']*$/u.test(bare)) return word;
      const opens = i === 0 || /[:?!]$/.test(words[i - 2] ?? "");
      const isSmall = SMALL.has(bare.toLowerCase()) && !opens && i !== last;
      return word.replace(/\p{L}/u, (letter) => (isSmall ? letter.toLowerCase() : letter.toUpperCase()));
    })
    .join("");
}
