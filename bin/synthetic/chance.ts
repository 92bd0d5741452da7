/** Chance with a seed, so that each run draws alike (the generator is Marsaglia's xorshift, 32 bits, period 2^32 - 1). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0 || 1;
    for (let i = 0; i < 8; i++) this.part();
  }

  /** 0 to 1, without 1. */
  part(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) / 2 ** 32;
  }

  /** A whole number below `end`. */
  below(end: number): number {
    return Math.floor(this.part() * end);
  }

  from(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  hits(probability: number): boolean {
    return this.part() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}
