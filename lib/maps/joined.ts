/** Pieces at a time: so few that they are gone before the collector of garbage has to move them. */
const AT_A_TIME = 200;

/**
 * A long text from its pieces, as they come. Ten thousand arguments are a hundred thousand pieces and more, which to
 * keep until the last is written costs as much as to write them.
 */
export function joined(pieces: Iterable<string>, between = "\n"): string {
  const text = new Pieces(between);
  for (const piece of pieces) text.add(piece);
  return text.all();
}

/** The same, for whoever writes two texts while going through a thread once. */
export class Pieces {
  readonly #between: string;
  readonly #whole: string[] = [];
  #some: string[] = [];

  constructor(between: string) {
    this.#between = between;
  }

  add(piece: string): void {
    this.#some.push(piece);
    if (this.#some.length < AT_A_TIME) return;
    this.#whole.push(this.#some.join(this.#between));
    this.#some = [];
  }

  all(): string {
    if (this.#some.length === 0) return this.#whole.join(this.#between);
    return [...this.#whole, this.#some.join(this.#between)].join(this.#between);
  }
}

/** An object in JSON, without its end, so that more may follow. */
export const openJson = (members: object): string => JSON.stringify(members).slice(0, -1);

/** A list in JSON, an item a line, as pieces. */
export function* listed(items: Iterable<unknown>): Generator<string> {
  yield "[";
  let before = "\n";
  for (const item of items) {
    yield `${before}${JSON.stringify(item)}`;
    before = ",\n";
  }
  yield "\n]";
}
