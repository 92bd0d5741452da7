/** Pieces at a time: so few that they are gone before the collector of garbage has to move them. */
const AT_A_TIME = 200;

/**
 * A long text from its pieces, as they come. Ten thousand arguments are a hundred thousand pieces and more, which to
 * keep until the last is written costs as much as to write them.
 */
export function joined(pieces: Iterable<string>, between = "\n"): string {
  const whole: string[] = [];
  let some: string[] = [];
  for (const piece of pieces) {
    some.push(piece);
    if (some.length < AT_A_TIME) continue;
    whole.push(some.join(between));
    some = [];
  }
  if (some.length > 0) whole.push(some.join(between));
  return whole.join(between);
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
