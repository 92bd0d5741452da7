/** How the seed's prose is measured: words, sentences, what stands in quotation marks, what is copied. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const QUOTED = /“[^”]*”|"[^"]*"/gu;

/** Lower case, no accents, apostrophes dropped, every other mark a space, 40,000 as 40000. */
export function plainWords(text: string): string[] {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const joined = letters.replace(/(\d),(?=\d{3})/g, "$1").replace(/['’‘ʼ]/g, "");
  return joined.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

export const says = (text: string, phrase: string) =>
  ` ${plainWords(text).join(" ")} `.includes(` ${plainWords(phrase).join(" ")} `);

export const quotedIn = (text: string) => (text.match(QUOTED) ?? []).map((quoted) => quoted.slice(1, -1));

/** "U.S." and an initial do not end a sentence. */
export function sentenceCount(paragraph: string): number {
  const guarded = paragraph.replace(/\bU\.S\./g, "U_S_").replace(/\b([A-Z])\. (?=[A-Z])/g, "$1_ ");
  return guarded.split(/(?<=[.!?]”?)\s+(?=[“A-Z0-9])/u).filter((sentence) => sentence.trim() !== "").length;
}

/** What an editor would send back. */
export function untidy(text: string): string[] {
  const marks = (text.match(/[“”]/g) ?? []).join("");
  return [
    text !== text.normalize("NFC").toWellFormed().trim() && "not NFC, well formed and trimmed",
    / {2}|[\t\u00a0\u200b\r]|(?<!\n)\n(?!\n)|\n{3}/.test(text) && "an unusual space or line break",
    /['"‘]/.test(text) && "a straight or single quotation mark",
    marks !== "“”".repeat(marks.length / 2) && "quotation marks that do not pair",
    // The one word of the articles that is not to be repeated.
    plainWords(text).includes("animals") && "a word that demeans people",
  ].filter((flaw) => flaw !== false);
}

const FOLDER = new URL("../../../../shared/articles/", import.meta.url);
/** The articles' own texts, which are not part of this project and may be absent. */
export const articles: string[] = existsSync(FOLDER)
  ? readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER), "utf8"))
  : [];

/** Seven words in a row that another has written are copied. */
const RUN = 7;
const runs = (text: string) => {
  const words = plainWords(text);
  return Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, i) => words.slice(i, i + RUN).join(" "));
};
const theirs = new Set(articles.flatMap(runs));

/** How many runs outside quotation marks are copied from an article. */
export const copiedRuns = (text: string) =>
  text
    .split(QUOTED)
    .flatMap(runs)
    .filter((run) => theirs.has(run)).length;
