/** How many streams may be open, in one process: of one person, of one network, and in all. */
import { Refused } from "#lib/verdict";

/** Hidden tabs close theirs, so these are windows in view: two screens at home and at work, and a telephone. */
export const PERSON_MAX = 10;
/** A class of 35 behind one address, each in two windows, three times over. */
export const NETWORK_MAX = 210;
/** Some 180 MB of memory while they open, by measurement (docs/scale.md); the database is asked once a thread. */
const ALL_MAX = 2_000;

/** Until somebody may have closed a window. */
const seconds = 60;
const FULL = { ground: "too-many", details: { retryAfter: seconds } } as const;

interface Reader {
  /** The person's id; null for a stranger. */
  person: string | null;
  network: string;
}

/** Counts who is there. */
export class Crowd {
  readonly #persons = new Map<string, number>();
  readonly #networks = new Map<string, number>();
  #all = 0;

  get size(): number {
    return this.#all;
  }

  /**
   * Lets a stream in and answers how it leaves; leaving twice is leaving once.
   * @throws Refused `streams-of-person` or `streams-crowded`
   */
  enter({ person, network }: Reader): () => void {
    if (person !== null && (this.#persons.get(person) ?? 0) >= PERSON_MAX)
      throw new Refused("streams-of-person", { ...FULL, values: { max: PERSON_MAX } });
    if ((this.#networks.get(network) ?? 0) >= NETWORK_MAX || this.#all >= ALL_MAX)
      throw new Refused("streams-crowded", FULL);
    const steps = [count(this.#networks, network), ...(person === null ? [] : [count(this.#persons, person)])];
    this.#all += 1;
    return () => {
      if (steps.length === 0) return;
      for (const step of steps.splice(0)) step();
      this.#all -= 1;
    };
  }
}

/** One more of these, and how to take it back. */
function count(counts: Map<string, number>, key: string): () => void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
  return () => {
    const left = (counts.get(key) ?? 0) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  };
}
