/** Citations of a text, what truly became of them when it was mutated, and how each way to find them again did. */

import type { Chance } from "../../../bin/synthetic/chance.ts";
import { reanchor } from "../../../lib/sources/anchor.ts";
import { find } from "./baseline.ts";
import { mutated } from "./mutation.ts";
import { type Paragraph, Prose, shown, textOf } from "./prose.ts";

/** UTF-16, half-open; made-up prose has no other characters than those of one unit. */
export interface Place {
  start: number;
  end: number;
}

export interface Citation extends Place {
  /** Its length class, by place in `CLASSES`. */
  kind: number;
  /** Where two thirds of its words or more survive in one place; none where fewer do, two where twins hold as many. */
  truths: Place[];
}

export interface Trial {
  before: string;
  after: string;
  citations: Citation[];
}

/** Lengths in code points. */
export const CLASSES = [
  [20, 60],
  [61, 200],
  [201, 600],
] as const;

const SURVIVING = 2 / 3;
/** What is kept around a citation. */
const AROUND = 32;

export function trialOf(
  chance: Chance,
  { words, rate, citations }: { words: number; rate: number; citations: number },
): Trial {
  const prose = new Prose(chance);
  const before = prose.text(words);
  const after = mutated(before, rate, prose, chance);
  const paragraphs = placed(before);
  const became = Map.groupBy(placed(after).flat(), ({ id }) => id);
  const list: Citation[] = [];
  while (list.length < citations) {
    const kind = chance.below(CLASSES.length);
    const [low, high] = CLASSES[kind] as readonly [number, number];
    const pieces = chance.pick(paragraphs);
    const from = chance.below(pieces.length);
    const wanted = chance.from(low, high);
    const start = pieces[from]?.start ?? 0;
    const to = pieces.findIndex((piece, i) => i >= from && piece.end - start >= wanted);
    const end = pieces[to]?.end ?? 0;
    if (to < 0 || end - start > high) continue;
    const ids = pieces.slice(from, to + 1).map(({ id }) => id);
    list.push({ start, end, kind, truths: survivorsOf(ids, became) });
  }
  return { before: textOf(before), after: textOf(after), citations: list };
}

interface Placed extends Place {
  id: number | null;
  /** The piece's place among all. */
  number: number;
}

/** What a surviving word is worth in words that stand between it and the others. */
const WORTH = 6;

/** The stretch of the new text that holds most of these words in little space, if it holds enough; twins can make two. */
function survivorsOf(ids: (number | null)[], became: Map<number | null, Placed[]>): Place[] {
  const all = ids.flatMap((id) => became.get(id) ?? []).sort((a, b) => a.number - b.number);
  let [best, worth]: [Place[], number] = [[], 0];
  for (const [i, first] of all.entries()) {
    const held = new Set<number | null>();
    for (const last of all.slice(i)) {
      held.add(last.id);
      const stretch = WORTH * held.size - (last.number - first.number + 1);
      if (held.size < ids.length * SURVIVING || stretch < worth) continue;
      if (stretch > worth) [best, worth] = [[], stretch];
      best.push({ start: first.start, end: last.end });
    }
  }
  return best;
}

/** Each piece with its place, by paragraph. */
function placed(text: readonly Paragraph[]): Placed[][] {
  let [at, number] = [0, 0];
  return text.map((sentences) => {
    const pieces = sentences.flat().map((piece) => {
      const start = at;
      at += shown(piece).length + 1;
      return { id: piece.id, number: number++, start, end: at - 1 };
    });
    at += 1;
    return pieces;
  });
}

export interface Answers {
  places: (Place | null)[];
  seconds: number;
}

export function ours({ before, after, citations }: Trial): Answers {
  const started = performance.now();
  const anchored = reanchor(before, after, citations);
  const seconds = (performance.now() - started) / 1000;
  return {
    places: anchored.map((one) => (one.state === "ORPHANED" ? null : { start: one.start, end: one.end })),
    seconds,
  };
}

export function baseline({ before, after, citations }: Trial): Answers {
  const started = performance.now();
  const places = citations.map(({ start, end }) =>
    find(after, {
      quote: before.slice(start, end),
      prefix: before.slice(Math.max(0, start - AROUND), start),
      suffix: before.slice(end, end + AROUND),
      start,
    }),
  );
  return { places, seconds: (performance.now() - started) / 1000 };
}
