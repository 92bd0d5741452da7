/**
 * A snapshot's map as a drawing of its own (SVG 1.1): shapes and text in attributes alone. No script, no style sheet, no
 * link, nothing that is fetched; every text is escaped. The faces are named and not enclosed, with ones that stand in.
 */
import type { Stance } from "#lib/arguments/view";
import { type MapDrawing, type MapEdge, type MapNode, SET } from "#lib/maps/drawn";
import { joined } from "#lib/maps/joined";
import { proofLines } from "#lib/maps/said";
import type { Snapshot } from "#lib/maps/snapshot";
import { drawingOf } from "#lib/maps/snapshot-drawing";
import { words } from "#lib/maps/words";
import { attributes, escapeXml, XML_DECLARATION } from "#lib/maps/xml";

/** The values of the light theme (`app/tokens.css`); paper has no other. */
export const INK = {
  paper: "#fbfbf9",
  sunk: "#f2f2ee",
  ink: "#15181b",
  quiet: "#5a6166",
  line: "#7d8386",
  mark: "#ffec96",
  on: "#fbfbf9",
};
export const TEXT = { PRO: "#005963", CON: "#8c3506" } as const;
const RAIL = { PRO: "#0c8391", CON: "#c5560f" } as const;

export const READ = "'Source Serif 4', 'Source Serif Pro', Charter, Cambria, Georgia, serif";
// Without quotation marks, which each text would have to escape.
export const INTERFACE = "Inter, Helvetica Neue, Arial, sans-serif";

/** Below the map: where it is from. */
const FOOT = 44;
/** Right of the sign, which is 12 wide. */
const AFTER_SIGN = 16;

interface Size {
  width: number;
  height: number;
}

type Attributes = Parameters<typeof attributes>[0];

export const element = (name: string, given: Attributes) => `<${name}${attributes(given)}/>`;
export const text = (words: string, given: Attributes) => `<text${attributes(given)}>${escapeXml(words)}</text>`;
const group = (given: Attributes, inside: string[]) => [`<g${attributes(given)}>`, ...inside, "</g>"];

/** Filled with a plus, or open with a minus, so that the stance is told without its colour. */
export function signOf(stance: Stance, x: number, y: number): string[] {
  const colour = TEXT[stance];
  const [cx, cy] = [x + 6, y];
  if (stance === "CON")
    return [
      element("circle", { cx, cy, r: 5.3, fill: "none", stroke: colour, "stroke-width": 1.3 }),
      element("path", { d: `M${cx - 2.5} ${cy}H${cx + 2.5}`, stroke: colour, "stroke-width": 1.5 }),
    ];
  const plus = `M${cx} ${cy - 3}V${cy + 3}M${cx - 3} ${cy}H${cx + 3}`;
  return [
    element("circle", { cx, cy, r: 6, fill: colour }),
    element("path", { d: plus, stroke: INK.paper, "stroke-width": 1.5 }),
  ];
}

/** Solid for Pro, double for Con, dotted for what is gone; the bar or the square says what of the parent is meant. */
function strokesOf({ stance, gone, path, mark, target }: MapEdge): string[] {
  if (gone || stance === null)
    return [element("path", { d: path, stroke: INK.line, "stroke-width": 1.5, "stroke-dasharray": "1 4" })];
  const colour = RAIL[stance];
  const line =
    stance === "PRO"
      ? [element("path", { d: path, stroke: colour, "stroke-width": 3 })]
      : [
          element("path", { d: path, stroke: colour, "stroke-width": 5 }),
          element("path", { d: path, stroke: INK.paper, "stroke-width": 2.4 }),
        ];
  if (mark === null) return line;
  const drawn = target === "EVIDENCE" ? { fill: colour } : { stroke: colour, "stroke-width": 2 };
  return [...line, element("path", { d: mark, ...drawn })];
}

function boxOf(node: MapNode): string[] {
  const { kind, x, y, width, height, head, number, lines, text: whole, stance, gone, dropped, below } = node;
  const left = x + SET.pad;
  const right = x + width - SET.pad;
  const set = kind === "QUESTION" ? SET.question : SET.claim;
  const baseline = y + SET.head.baseline;
  const ui = { "font-family": INTERFACE, "font-size": SET.head.size };
  const name = number === null ? whole : `#${number} ${head}: ${whole}`;
  const stanceHead = stance
    ? [
        ...signOf(stance, left, baseline - 4),
        text(head, { x: left + AFTER_SIGN, y: baseline, ...ui, "font-weight": 600, fill: TEXT[stance] }),
      ]
    : [text(head, { x: left, y: baseline, ...ui, fill: INK.quiet })];
  return group({}, [
    `<title>${escapeXml(name)}</title>`,
    element("rect", { x, y: y + 2, width, height: height - 4, fill: INK.paper }),
    ...stanceHead,
    ...(dropped ? droppedTag(right - 46, baseline) : []),
    ...(number === null
      ? []
      : [text(`#${number}`, { x: right, y: baseline, ...ui, "text-anchor": "end", fill: INK.quiet })]),
    ...lines.map((line, i) =>
      text(line, {
        x: left,
        y: y + set.baseline + i * set.lead,
        "font-size": set.size,
        fill: gone || kind === "REST" ? INK.quiet : INK.ink,
        ...((gone || kind === "REST") && { "font-family": INTERFACE, "font-size": SET.head.size }),
      }),
    ),
    ...(below > 0 && kind === "ARGUMENT"
      ? [text(`+${below}`, { x: x + width + 2, y: y + SET.anchor + 4, ...ui, fill: INK.quiet })]
      : []),
  ]);
}

/** Ink reversed: it wants an answer. */
function droppedTag(right: number, baseline: number): string[] {
  const width = 58;
  const tag = { "font-family": INTERFACE, "font-size": SET.head.size, "font-weight": 600, "text-anchor": "middle" };
  return [
    element("rect", { x: right - width, y: baseline - 12, width, height: 16, fill: INK.ink }),
    text(words("droppedTag"), { x: right - width / 2, y: baseline, ...tag, fill: INK.on }),
  ];
}

/** The drawing, and its size in pixels. */
export function svgOf(snapshot: Snapshot, drawing: MapDrawing): { svg: string; width: number; height: number } {
  const size = { width: Math.max(drawing.width, 640), height: drawing.height + FOOT };
  return { svg: `${joined(linesOf(snapshot, drawing, size))}\n`, ...size };
}

function* linesOf(snapshot: Snapshot, drawing: MapDrawing, { width, height }: Size): Generator<string> {
  const { thread, exportedAt, hash } = snapshot;
  const small = { x: 16, "font-family": INTERFACE, "font-size": SET.head.size, fill: INK.quiet };
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  yield XML_DECLARATION;
  yield `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ version: "1.1", ...size, role: "img", "font-family": READ, "font-weight": 500 })}>`;
  yield `<title>${escapeXml(thread.question)}</title>`;
  yield `<desc>${escapeXml(proofLines(snapshot).join("\n"))}</desc>`;
  yield element("rect", { width, height, fill: INK.paper });
  yield '<g fill="none">';
  for (const { path } of drawing.trunks) yield element("path", { d: path, stroke: INK.line, "stroke-width": 1 });
  for (const { curve } of drawing.edges)
    if (curve) yield element("path", { d: curve, stroke: INK.line, "stroke-width": 1, "stroke-dasharray": "6 3" });
  for (const edge of drawing.edges) yield* strokesOf(edge);
  yield "</g>";
  for (const node of drawing.nodes) yield* boxOf(node);
  yield text(thread.url, { ...small, y: drawing.height + 18 });
  yield text(words("origin", { time: exportedAt, hash: hash.slice(0, 16) }), { ...small, y: drawing.height + 34 });
  yield "</svg>";
}

export const toSvg = (snapshot: Snapshot): string => svgOf(snapshot, drawingOf(snapshot)).svg;
