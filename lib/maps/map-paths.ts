/** The lines of a drawn map, as paths of SVG: with the letters M, H, V, C and Z alone, which pdfkit reads, too. */
import type { Target } from "#lib/arguments/view";
import { type Aim, type Content, type MapEdge, SET } from "#lib/maps/drawn";
import type { Placed } from "#lib/maps/tree-layout";

type Set = Placed<Content>;

/** A control of this width stands right of a box; the trunk follows, then the stubs. */
const CONTROL = 24;
const TO_TRUNK = CONTROL + 10;
export const ACROSS = TO_TRUNK + SET.stub + 2;
/** A curve that leads back bends out so far. */
const BEND = 40;
/** Below the anchor, so that a second stub is told from the first. */
const SECOND = 12;

const anchorOf = ({ y }: Set) => y + SET.anchor;

export function trunkOf(parent: Set): { parent: string; path: string } {
  const at = parent.x + SET.width + TO_TRUNK;
  const lines = parent.below.map(anchorOf);
  const own = anchorOf(parent);
  const [from, to] = [Math.min(own, ...ends(lines)), Math.max(own, ...ends(lines))];
  const along = from === to ? "" : `M${at} ${from}V${to}`;
  return { parent: parent.of.id, path: `M${parent.x + SET.width} ${own}H${at}${along}` };
}

/** They are in order. */
const ends = (lines: number[]): number[] => [lines[0] ?? 0, lines.at(-1) ?? 0];

const stub = (x: number, y: number) => `M${x - SET.stub - 2} ${y}H${x - 2}`;

function markOf(target: Target, x: number, y: number): string | null {
  const from = x - SET.stub - 2;
  if (target === "RELEVANCE") return `M${from + 10} ${y - 6}V${y + 6}`;
  return target === "EVIDENCE" ? `M${from + 5} ${y - 4}H${from + 13}V${y + 4}H${from + 5}Z` : null;
}

export function homeEdge(child: Set, parent: Set): MapEdge {
  const { id, aim, gone, stance } = child.of;
  const [x, y] = [child.x, anchorOf(child)];
  const target = aim?.parent == null ? "CLAIM" : aim.target;
  const mark = gone ? null : markOf(target, x, y);
  return { kind: "HOME", child: id, parent: parent.of.id, stance, target, gone, path: stub(x, y), mark, curve: null };
}

export function againEdge(child: Set, parent: Set, { stance, target }: Aim): MapEdge {
  const { id, gone } = child.of;
  const [x, y] = [child.x, anchorOf(child) + SECOND];
  const mark = gone ? null : markOf(target, x, y);
  const curve = curveFrom(parent, x - SET.stub - 2, y);
  return { kind: "AGAIN", child: id, parent: parent.of.id, stance, target, gone, path: stub(x, y), mark, curve };
}

/** From the right of what stands left of the stub; from the left of what does not, so that no box lies between. */
function curveFrom({ x, y }: Set, toX: number, toY: number): string {
  const ahead = x + SET.width < toX;
  const fromX = ahead ? x + SET.width : x - 2;
  const fromY = y + SET.anchor + SECOND;
  const bend = ahead ? Math.max(BEND, (toX - fromX) / 2) : -BEND;
  return `M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - Math.abs(bend)} ${toY} ${toX} ${toY}`;
}
