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

/**
 * Every box in reading order, the root first. No more than some 2,000 levels: the library calls itself once a level,
 * and the stack ends there.
 */
export function layTree<T>(root: Boxed<T>, { width, across, down }: Spacing): Placed<T>[] {
  const bands = bandsOf(root, down);
  const band = (box: Boxed<T>) => bands.get(box) ?? box.height;
  const lay = flextree<Boxed<T>>({
    children: ({ below }) => below,
    nodeSize: ({ data }) => [band(data) + down, width + across],
  });
  const tree = lay(lay.hierarchy(root));
  type Node = typeof tree;
  // The library sets from above to below, and a box by the middle of its edge.
  const edgeOf = (node: Node) => node.x - band(node.data) / 2;
  const all: Placed<T>[] = [];
  const next: { node: Node; above: Placed<T> | null; y: number }[] = [{ node: tree, above: null, y: 0 }];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    const { node, above, y } = one;
    const placed = { of: node.data.of, x: node.y, y, height: node.data.height, depth: node.depth, above, below: [] };
    above?.below.push(placed);
    all.push(placed);
    const children = node.children ?? [];
    const first = children[0] ? edgeOf(children[0]) : 0;
    for (const child of children.toReversed()) next.push({ node: child, above: placed, y: y + edgeOf(child) - first });
  }
  return all;
}

/** How high each branch is: as its box, or as those of its answers with the gaps between them. */
function bandsOf<T>(root: Boxed<T>, down: number): Map<Boxed<T>, number> {
  const all = [root];
  for (const { below } of all) for (const box of below) all.push(box);
  const bands = new Map<Boxed<T>, number>();
  for (const box of all.reverse()) {
    const needed = box.below.reduce((sum, one) => sum + (bands.get(one) ?? 0) + down, -down);
    bands.set(box, Math.max(box.height, needed));
  }
  return bands;
}
