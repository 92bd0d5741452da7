/** Draws a map: gives every box its lines, its place, and the paths that lead to it. Pure, and linear in the boxes. */
import {
  type Aim,
  type Content,
  type MapDrawing,
  type MapNode,
  QUESTION,
  SET,
  type Sketch,
  type Sprig,
} from "#lib/maps/drawn";
import { ACROSS, againEdge, homeEdge, trunkOf } from "#lib/maps/map-paths";
import { linesOf } from "#lib/maps/text-width";
import { layTree, type Placed } from "#lib/maps/tree-layout";
import { words } from "#lib/maps/words";

/** Between boxes of a column, and around the map. */
const DOWN = 14;
const MARGIN = 10;

interface Box {
  of: Content;
  height: number;
  below: Box[];
}

const TEXT_WIDTH = SET.width - 2 * SET.pad;

const box = (of: Content, { baseline, lead }: { baseline: number; lead: number }): Box => ({
  of,
  height: baseline + lead * Math.max(0, of.lines.length - 1) + SET.pad + 2,
  below: [],
});

const NOTHING = { number: null, stance: null, gone: false, dropped: false, elsewhere: false, below: 0, aim: null };

function questionBox(text: string): Box {
  const lines = linesOf(text, { size: SET.question.size, width: TEXT_WIDTH, most: Number.POSITIVE_INFINITY });
  return box({ ...NOTHING, kind: "QUESTION", id: QUESTION, head: words("question"), lines, text }, SET.question);
}

type Told = Pick<Sprig, "argument" | "aim" | "below"> & { head: string };

function argumentBox({ argument: { text, ...argument }, aim, below, head }: Told, most: number): Box {
  const lines = linesOf(text, { size: SET.claim.size, width: TEXT_WIDTH, most });
  const stance = aim?.stance ?? null;
  return box({ ...argument, kind: "ARGUMENT", head, lines, text, stance, below, aim }, SET.claim);
}

/** "Con, evidence". */
function headOf({ stance, concession, ...aim }: Aim): string {
  const target = aim.parent === null ? "QUESTION" : aim.target;
  return words("head", { stance, target, concession: concession ? "yes" : "no" });
}

function restBox(parent: string, count: number): Box {
  const text = words("rest", { count });
  return box(
    { ...NOTHING, kind: "REST", id: `${parent}-rest`, head: "", lines: [text], text, below: count },
    SET.claim,
  );
}

/** All boxes, with what stands below each; without calling itself, since a debate may be deep. */
function boxesOf({ root: of, top, rest, lines }: Sketch): Box {
  const root =
    typeof of === "string"
      ? questionBox(of)
      : argumentBox({ argument: of, aim: null, below: 0, head: words("root") }, Number.POSITIVE_INFINITY);
  const open = [{ at: root, sprigs: top, rest }];
  for (const { at, sprigs, rest } of open) {
    for (const sprig of sprigs) {
      const head = sprig.aim === null ? words("loose") : headOf(sprig.aim);
      const its = argumentBox({ ...sprig, head }, lines);
      at.below.push(its);
      open.push({ at: its, sprigs: sprig.answers, rest: sprig.rest });
    }
    if (rest > 0) at.below.push(restBox(at.of.id, rest));
  }
  return root;
}

export function drawMap(sketch: Sketch): MapDrawing {
  const placed = layTree(boxesOf(sketch), { width: SET.width, across: ACROSS, down: DOWN });
  for (const one of placed) {
    one.x += MARGIN;
    one.y = Math.round((one.y + MARGIN) * 2) / 2;
  }
  const byId = new Map(placed.map((one) => [one.of.id, one]));
  const edges = placed.flatMap((one) => (one.above ? homeEdge(one, one.above) : []));
  const again = sketch.again.flatMap(({ child, aim }) => {
    const [from, to] = [byId.get(child), byId.get(aim.parent ?? QUESTION)];
    return from && to ? againEdge(from, to, aim) : [];
  });
  return {
    nodes: placed.map(nodeOf),
    trunks: placed.flatMap((one) => (one.below.length > 0 ? trunkOf(one) : [])),
    edges: [...edges, ...again],
    width: MARGIN + ACROSS + placed.reduce((most, { x }) => Math.max(most, x + SET.width), 0),
    height: MARGIN + placed.reduce((most, { y, height }) => Math.max(most, y + height), 0),
  };
}

function nodeOf({ of: { aim: _, ...content }, x, y, height, depth, above }: Placed<Content>): MapNode {
  return { ...content, parent: above?.of.id ?? null, x, y, width: SET.width, height, depth };
}
