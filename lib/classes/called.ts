/** Whether a label that somebody typed calls a person. Pure. */

const folded = (words: string): string => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Of two letters and more: an initial names nobody. */
const wordsOf = (label: string): string[] => folded(label).match(/[\p{L}\p{N}_]{2,}/gu) ?? [];

/** By a part of the name that a list has for them, or by what everybody reads of them; accents and case are no difference. */
export function calls(label: string, { listed, shown }: { listed: string | null; shown: readonly string[] }): boolean {
  const parts = new Set(wordsOf(listed ?? ""));
  return wordsOf(label).some((word) => parts.has(word)) || shown.some((name) => folded(label).includes(folded(name)));
}
