/** Drawing lots: in which group everybody is and for which side they argue. Pure but for the chance that it is handed. */
import type { Stance } from "#lib/arguments/view";

export interface Drawn {
  person: string;
  /** The group's number, from 1. */
  group: number;
  side: Stance | null;
}

/** A number from 0 up to, and not with, `below`, each as likely as the next. */
export type Chance = (below: number) => number;

/** In an order that is as likely as every other (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], chance: Chance): T[] {
  const order = [...things];
  for (let i = order.length - 1; i > 0; i--) {
    const j = chance(i + 1);
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}

/** Groups differ by one person at most, and so do the sides of each; which side is larger is drawn, too. */
export function draw(people: readonly string[], groups: number, chance: Chance): Drawn[] {
  const larger = Array.from({ length: groups }, () => chance(2));
  return shuffled(people, chance).map((person, i) => ({
    person,
    group: (i % groups) + 1,
    side: (Math.floor(i / groups) + (larger[i % groups] ?? 0)) % 2 === 0 ? "PRO" : "CON",
  }));
}

/** Somebody who comes later: to the smallest group, and there to the smaller side; between equals it is drawn. */
export function drawLate(person: string, seated: readonly Drawn[], groups: number, chance: Chance): Drawn {
  const sizes = Array.from({ length: groups }, (_, i) => seated.filter(({ group }) => group === i + 1).length);
  const smallest = Math.min(...sizes);
  const free = sizes.flatMap((size, i) => (size === smallest ? [i + 1] : []));
  const group = free[chance(free.length)] as number;
  const count = (side: Stance) => seated.filter((one) => one.group === group && one.side === side).length;
  const lead = count("PRO") - count("CON");
  const side = lead === 0 ? (chance(2) === 0 ? "PRO" : "CON") : lead < 0 ? "PRO" : "CON";
  return { person, group, side };
}
