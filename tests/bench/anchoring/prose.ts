/**
 * Made-up prose: no sentence of it says anything, but words come as often as in a newspaper (by Zipf's law), set
 * phrases and whole sentences come back, and quotation marks, apostrophes, dashes and figures stand where they do.
 */
import type { Chance } from "../../../bin/synthetic/chance.ts";

/** A word with the marks that stand at it; `id` is its place in the first text, null for what came later. */
export interface Piece {
  id: number | null;
  lead: string;
  word: string;
  trail: string;
}

export type Sentence = Piece[];
export type Paragraph = Sentence[];

const ONSETS = [
  "b",
  "br",
  "c",
  "d",
  "dr",
  "f",
  "g",
  "h",
  "l",
  "m",
  "n",
  "p",
  "pr",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
  "w",
];
const NUCLEI = ["a", "e", "i", "o", "u", "ea", "ou"];
const CODAS = ["", "", "n", "r", "s", "l", "nd", "st", "ck", "m"];
/** The words that half of all prose is made of. */
const COMMON = `the of and to a in is that for it was on are as with be by at this from had not have but they he were
  which their his an or has will we there been who would its`.split(/\s+/);

export class Prose {
  readonly #chance: Chance;
  readonly #words: string[];
  readonly #phrases: string[][];

  constructor(chance: Chance, size = 8_000) {
    this.#chance = chance;
    const made = new Set(COMMON);
    while (made.size < size) made.add(this.#coined());
    this.#words = [...made];
    this.#phrases = Array.from({ length: 60 }, () => Array.from({ length: chance.from(3, 6) }, () => this.word()));
  }

  /** By Zipf's law: the n-th word comes 1/n as often as the first. */
  word(): string {
    const rank = Math.floor((this.#words.length + 1) ** this.#chance.part()) - 1;
    return this.#words[Math.min(rank, this.#words.length - 1)] as string;
  }

  /** Paragraphs of `words` words and a few more. */
  text(words: number): Paragraph[] {
    const paragraphs: Paragraph[] = [];
    const written: string[][] = [];
    for (let count = 0; count < words; ) {
      const sentences = Array.from({ length: this.#chance.from(2, 7) }, () => {
        const again = written.length > 0 && this.#chance.hits(0.02);
        const sentence = again ? this.#chance.pick(written) : this.#sentence();
        written.push(sentence);
        return this.#set(sentence);
      });
      count += sentences.flat().length;
      paragraphs.push(sentences);
    }
    for (const [id, piece] of paragraphs.flat(2).entries()) piece.id = id;
    return paragraphs;
  }

  #coined(): string {
    const syllable = () => this.#chance.pick(ONSETS) + this.#chance.pick(NUCLEI) + this.#chance.pick(CODAS);
    const word = Array.from({ length: this.#chance.from(1, 3) }, syllable).join("");
    return this.#chance.hits(0.03) ? `${word}’s` : word;
  }

  #sentence(): string[] {
    const length = this.#chance.from(6, 32);
    const words: string[] = [];
    while (words.length < length) {
      if (this.#chance.hits(0.04)) words.push(...this.#chance.pick(this.#phrases));
      else words.push(this.#chance.hits(0.02) ? `${this.#chance.from(1, 999)},000` : this.word());
    }
    return words;
  }

  /** With a capital, commas, dashes and a stop. */
  #set(words: string[]): Sentence {
    const quoted = this.#chance.hits(0.15);
    return words.map((word, i) => {
      const [first, last] = [i === 0, i === words.length - 1];
      const mark = this.#chance.hits(0.07) ? "," : this.#chance.hits(0.01) ? " —" : "";
      return {
        id: null,
        lead: first && quoted ? "“" : "",
        word: first ? word.charAt(0).toUpperCase() + word.slice(1) : word,
        trail: last ? (quoted ? ".”" : ".") : mark,
      };
    });
  }
}

export const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map((sentences) => sentences.flat().map(shown).join(" ")).join("\n\n");

export const shown = ({ lead, word, trail }: Piece): string => lead + word + trail;
