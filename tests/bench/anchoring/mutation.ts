/** What correcting does to a text, and worse: words changed, paragraphs moved, marks reset, sentences repeated. */
import type { Chance } from "../../../bin/synthetic/chance.ts";
import type { Paragraph, Piece, Prose, Sentence } from "./prose.ts";

/** Of the paragraphs: moved to another place, set with other marks; of the sentences: repeated. */
const MOVED = 0.05;
const RESET = 0.2;
const REPEATED = 0.02;

/** `rate` of the words inserted, deleted or replaced, a third each. */
export function mutated(text: readonly Paragraph[], rate: number, prose: Prose, chance: Chance): Paragraph[] {
  const early = repeated(text, chance, REPEATED / 2);
  const changed = early.map((sentences) => sentences.map((sentence) => reworded(sentence, rate, prose, chance)));
  const late = repeated(changed, chance, REPEATED / 2);
  return moved(late, chance).map((sentences) => (chance.hits(RESET) ? sentences.map(reset) : sentences));
}

function reworded(sentence: Sentence, rate: number, prose: Prose, chance: Chance): Sentence {
  return sentence.flatMap((piece): Piece[] => {
    if (!chance.hits(rate)) return [piece];
    const other = { id: null, lead: "", word: prose.word(), trail: "" };
    const change = chance.below(3);
    if (change === 0) return [piece, other];
    return change === 1 || other.word === piece.word ? [] : [{ ...piece, id: null, word: other.word }];
  });
}

/**
 * Some sentences stand once more: half of them right behind themselves, where nothing tells the copy from the first and
 * both keep the ids, half in any paragraph, where the copy has none.
 */
function repeated(text: readonly Paragraph[], chance: Chance, part: number): Paragraph[] {
  const result = text.map((sentences) => [...sentences]);
  for (const [number, sentences] of text.entries()) {
    for (const sentence of sentences) {
      if (!chance.hits(part)) continue;
      const twin = chance.hits(0.5);
      const into = result[twin ? number : chance.below(result.length)] as Sentence[];
      const copy = twin ? sentence : sentence.map((piece) => ({ ...piece, id: null }));
      into.splice(twin ? into.indexOf(sentence) + 1 : chance.below(into.length + 1), 0, copy);
    }
  }
  return result;
}

function moved(text: readonly Paragraph[], chance: Chance): Paragraph[] {
  const leaving = new Set(text.filter(() => chance.hits(MOVED)));
  const result = text.filter((paragraph) => !leaving.has(paragraph));
  for (const paragraph of leaving) result.splice(chance.below(result.length + 1), 0, paragraph);
  return result;
}

const marks = (text: string) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/—/g, "-");

const reset = (sentence: Sentence): Sentence =>
  sentence.map((piece) => ({ ...piece, lead: marks(piece.lead), word: marks(piece.word), trail: marks(piece.trail) }));
