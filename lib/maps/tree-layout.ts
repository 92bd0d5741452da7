/**
 * Boxes of a tree set from left to right: a column for each level, each box left of what stands below it, its first
 * answer on its own line, and no two over each other. d3-flextree sets them (van der Ploeg, Drawing non-layered tidy
 * trees in linear time, 2014); it centres a box beside its answers, so each is handed to it as high as those are
 * together: then the upper edges meet, and every branch has a band for itself.
 */
import { flextree } from "d3-flextree";

/** What is to be set, in any unit. */
export interface Boxed<T> {
  of: T;
  height: number;
  below: Boxed<T>[];
}

/** Where it stands: its upper left corner. */
export interface Placed<T> {
  of: T;
  x: number;
  y: number;
  height: number;
  /** 0 for the root. */
  depth: number;
  above: Placed<T> | null;
  below: Placed<T>[];
}

interface Spacing {
  /** Of every box. */
  width: number;
  /** Between a box and the column to its right, and between two boxes of a column. */
  across: number;
  down: number;
}

/** A box as the library takes it: as high as its branch, down its first axis, and as wide as a column. */
interface Sized<T> {
  box: Boxed<T>;
  size: [down: number, across: number];
  children: Sized<T>[];
}

/**
 * Every box in reading order, the root first. No more than some 2,000 levels: the library calls itself once a level,
 * and the stack ends there.
 */
export function layTree<T>(root: Boxed<T>, { width, across, down }: Spacing): Placed<T>[] {
  const lay = flextree<Sized<T>>({});
  const tree = lay(lay.hierarchy(sized(root, width + across, down)));
  type Node = typeof tree;
  // The library knows the middle of a box's edge.
  const edgeOf = ({ x, data }: Node) => x - data.size[0] / 2;
  const all: Placed<T>[] = [];
  const next: { node: Node; above: Placed<T> | null; y: number }[] = [{ node: tree, above: null, y: 0 }];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    const { node, above, y } = one;
    const { of, height } = node.data.box;
    const placed = { of, x: node.y, y, height, depth: node.depth, above, below: [] };
    above?.below.push(placed);
    all.push(placed);
    const children = node.children ?? [];
    const first = children[0] ? edgeOf(children[0]) : 0;
    for (const child of children.toReversed()) next.push({ node: child, above: placed, y: y + edgeOf(child) - first });
  }
  return all;
}

/** Each branch is as high as its box, or as those of its answers together; a gap belongs to each. */
function sized<T>(root: Boxed<T>, across: number, down: number): Sized<T> {
  const top: Sized<T> = { box: root, size: [0, across], children: [] };
  const all = [top];
  for (const { box, children } of all) {
    for (const below of box.below) {
      const its: Sized<T> = { box: below, size: [0, across], children: [] };
      children.push(its);
      all.push(its);
    }
  }
  for (const { box, size, children } of all.reverse())
    size[0] = Math.max(
      box.height + down,
      children.reduce((sum, one) => sum + one.size[0], 0),
    );
  return top;
}
