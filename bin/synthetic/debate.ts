/** A debate of any size, drawn by chance: who answers what, with which words, from which passages, and what became of it. */
import type { Chance } from "./chance.ts";
import { claim, elaboration } from "./prose.ts";

/** Arguments are meant by their place in the plan; nothing refers to a later one. */
export interface Planned {
  author: number;
  /** null: it answers the question. */
  parent: number | null;
  stance: "PRO" | "CON";
  target: "CLAIM" | "RELEVANCE" | "EVIDENCE";
  /** A second thing that it answers. */
  also: { parent: number; stance: "PRO" | "CON" } | null;
  claim: string;
  body: string | null;
  /** One to three passages, by place in the sources' stock, each from another stretch. */
  passages: number[];
  fate: "WITHDRAWN" | "REMOVED" | null;
}

interface Size {
  arguments: number;
  depth: number;
  people: number;
  passages: number;
}

/** Few questions have more than some dozens of first answers, however long they are debated. */
const FIRST_ANSWERS = (all: number) => Math.max(4, Math.round(2 * all ** 0.45));

/**
 * Who is answered is drawn so that few have many answers and most have none or one: half of the answers go to something
 * said lately, and half to where somebody answered before (Yule's process), which makes long chains beside broad tops.
 */
export function planDebate(chance: Chance, size: Size): Planned[] {
  const planned: Planned[] = [];
  const levels: number[] = [];
  const answered: number[] = [];
  const first = FIRST_ANSWERS(size.arguments);
  const parentOf = (place: number): number | null => {
    if (place < 2 || chance.hits(first / size.arguments)) return null;
    for (;;) {
      const lately = Math.max(0, place - 1 - Math.floor(chance.part() ** 2 * Math.min(place, 400)));
      const parent = answered.length > 0 && chance.hits(0.5) ? chance.pick(answered) : lately;
      if ((levels[parent] ?? 0) < size.depth) return parent;
    }
  };
  for (let place = 0; place < size.arguments; place++) {
    const parent = parentOf(place);
    levels.push(parent === null ? 1 : (levels[parent] ?? 0) + 1);
    if (parent !== null) answered.push(parent);
    planned.push({
      author: chance.below(size.people),
      parent,
      stance: chance.hits(parent === null ? 0.5 : 0.35) ? "PRO" : "CON",
      target: parent === null ? "CLAIM" : chance.pick(["CLAIM", "CLAIM", "CLAIM", "RELEVANCE", "EVIDENCE"] as const),
      also: alsoOf(chance, place, parent, levels, size.depth),
      claim: claim(chance),
      body: chance.hits(0.3) ? elaboration(chance) : null,
      passages: passagesOf(chance, size.passages),
      fate: chance.hits(0.01) ? "WITHDRAWN" : chance.hits(0.005) ? "REMOVED" : null,
    });
  }
  return planned;
}

/** Something earlier than itself cannot stand below it, so no circle closes. */
function alsoOf(
  chance: Chance,
  place: number,
  parent: number | null,
  levels: number[],
  depth: number,
): Planned["also"] {
  if (place < 10 || !chance.hits(0.02)) return null;
  const also = chance.below(place);
  if (also === parent || (levels[also] ?? 0) >= depth) return null;
  return { parent: also, stance: chance.hits(0.35) ? "PRO" : "CON" };
}

/** Few passages are cited by many (Zipf's law). */
function passagesOf(chance: Chance, stock: number): number[] {
  const count = chance.pick([1, 1, 1, 2, 2, 3]);
  const drawn = new Set<number>();
  while (drawn.size < Math.min(count, stock)) drawn.add(Math.floor(stock ** chance.part()) - (stock > 1 ? 1 : 0));
  return [...drawn];
}
