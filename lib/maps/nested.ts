/** Nested elements, written from items that say how deep they are. */
import type { Item } from "#lib/maps/reading-order";

/**
 * The lines of a strand's items: what opens each, and what closes it before the next that does not stand in it.
 * `depth` is that of the strand's first items.
 */
export function* nested(
  items: Item[],
  depth: number,
  write: { open(item: Item, indent: string): string[]; close: string },
): Generator<string> {
  for (const [i, item] of items.entries()) {
    yield* write.open(item, "  ".repeat(depth + item.depth));
    const next = items[i + 1]?.depth ?? 0;
    for (let open = item.depth; open >= next; open -= 1) yield `${"  ".repeat(depth + open)}${write.close}`;
  }
}
