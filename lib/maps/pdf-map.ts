/** The map on sheets: the question and the answers next to it, cut into bands where no box is cut, drawn in ink. */
import type { MapDrawing, MapEdge, MapNode } from "#lib/maps/drawn";
import { SET } from "#lib/maps/drawn";
import type { Face, Faces } from "#lib/maps/pdf-faces";
import { BOTTOM, COLOUR, MARGIN, PAGE, type Sheets } from "#lib/maps/pdf-sheet";
import type { Snapshot } from "#lib/maps/snapshot";
import { drawingOf } from "#lib/maps/snapshot-drawing";
import { words } from "#lib/maps/words";

/** Three columns fill a sheet's width with letters of eight points; a fourth could not be read. */
const LEVELS = [2, 1];
/** More nobody lays beside each other; then there is one level less, and then an end. */
const SHEETS_MAX = 12;
const WIDTH = PAGE.width - 2 * MARGIN;
/** Below the heading, and what is said of the map. */
const HEAD = 74;
const PAPER = "#ffffff";

interface Band {
  from: number;
  to: number;
}

/** Bands of a drawing no higher than `room` tells for each, which end between boxes wherever one does not fill a sheet. */
export function bandsOf(
  { nodes, height }: Pick<MapDrawing, "nodes" | "height">,
  room: (band: number) => number,
): Band[] {
  const bands: Band[] = [];
  for (let from = 0; from < height; ) {
    const end = from + room(bands.length);
    let to = end;
    for (let cut = crossing(nodes, to); to < height && cut !== null; cut = crossing(nodes, to)) to = cut;
    if (to <= from) to = end;
    bands.push({ from, to: Math.min(to, height) });
    from = to;
  }
  return bands;
}

/** Where the highest of the boxes begins that a line would cut. */
function crossing(nodes: MapNode[], at: number): number | null {
  const cut = nodes.filter(({ y, height }) => y < at && y + height > at);
  return cut.length === 0 ? null : Math.min(...cut.map(({ y }) => y));
}

/** Sets it on sheets of its own, and tells on which it begins. */
export function setMap(sheets: Sheets, snapshot: Snapshot, faces: Faces): number {
  const [drawing, bands, scale, levels] = fitting(snapshot);
  sheets.next();
  const page = sheets.page;
  sheets.rule(1.5);
  sheets.text(words("map"), { size: 20, lead: 28, face: "claim", tag: "H1", before: 4, after: 2 });
  const note = { size: 8.5, lead: 12, face: "machine", colour: COLOUR.quiet } as const;
  sheets.text(words("mapMeans", { levels }), note);
  if (bands.length > SHEETS_MAX) sheets.text(words("mapCut", { sheets: SHEETS_MAX }), note);
  sheets.space(8);
  for (const band of bands.slice(0, SHEETS_MAX))
    sheets.figure((band.to - band.from) * scale, words("mapAlt"), (document, top) => {
      document.save();
      document.rect(MARGIN, top, WIDTH, (band.to - band.from) * scale).clip();
      document.translate(MARGIN, top - band.from * scale).scale(scale);
      draw(document, drawing, band, faces);
      document.restore();
    });
  return page;
}

function fitting(snapshot: Snapshot): [MapDrawing, Band[], number, number] {
  const fits = LEVELS.map((levels): [MapDrawing, Band[], number, number] => {
    const drawing = drawingOf(snapshot, levels);
    const scale = Math.min(1, WIDTH / drawing.width);
    const room = (band: number) => (BOTTOM - MARGIN - (band === 0 ? HEAD : 0)) / scale;
    return [drawing, bandsOf(drawing, room), scale, levels];
  });
  const [first, ...others] = fits as [(typeof fits)[0]];
  return [first, ...others].find(([, bands]) => bands.length <= SHEETS_MAX) ?? others.at(-1) ?? first;
}

function draw(
  document: PDFKit.PDFDocument,
  { nodes, trunks, edges }: MapDrawing,
  { from, to }: Band,
  faces: Faces,
): void {
  for (const { path } of trunks) document.path(path).lineWidth(1).stroke(COLOUR.line);
  for (const { curve } of edges)
    if (curve) document.path(curve).lineWidth(1).dash(6, { space: 3 }).stroke(COLOUR.line).undash();
  for (const edge of edges) drawEdge(document, edge);
  for (const node of nodes) if (node.y < to && node.y + node.height > from) drawNode(document, node, faces);
}

/** Solid for Pro, double for Con, dotted for what is gone, as everywhere. */
function drawEdge(document: PDFKit.PDFDocument, { stance, gone, path, mark, target }: MapEdge): void {
  if (gone || stance === null) {
    document.path(path).lineWidth(1.5).dash(1, { space: 4 }).stroke(COLOUR.quiet).undash();
    return;
  }
  const colour = stance === "PRO" ? COLOUR.railPRO : COLOUR.railCON;
  document
    .path(path)
    .lineWidth(stance === "PRO" ? 3 : 5)
    .stroke(colour);
  if (stance === "CON") document.path(path).lineWidth(2.4).stroke(PAPER);
  if (mark === null) return;
  if (target === "EVIDENCE") document.path(mark).fill(colour);
  else document.path(mark).lineWidth(2).stroke(colour);
}

function drawNode(document: PDFKit.PDFDocument, node: MapNode, faces: Faces): void {
  const { kind, x, y, width, head, number, lines, stance, gone, dropped, below } = node;
  const set = kind === "QUESTION" ? SET.question : SET.claim;
  const left = x + SET.pad;
  document.rect(x, y + 2, width, node.height - 4).fill(PAPER);
  const say = (text: string, at: number, baseline: number, size: number, face: Face, colour: string): number => {
    let end = at;
    for (const piece of faces.pieces(text, face)) {
      document.font(piece.face).fontSize(size).fillColor(colour);
      document.text(piece.text, end, baseline, { lineBreak: false, baseline: "alphabetic" });
      end += faces.width(piece, size);
    }
    return end;
  };
  const baseline = y + SET.head.baseline;
  const name = [number === null ? "" : `#${number}`, head, dropped ? words("droppedTag") : ""]
    .filter(Boolean)
    .join(" · ");
  const colour = stance ? COLOUR[stance] : COLOUR.quiet;
  say(name, left, baseline, SET.head.size, stance ? "machineStrong" : "machine", colour);
  lines.forEach((line, i) => {
    say(
      line,
      left,
      y + set.baseline + i * set.lead,
      set.size,
      gone || kind === "REST" ? "machine" : "drawn",
      COLOUR.ink,
    );
  });
  if (below > 0 && kind === "ARGUMENT")
    say(`+${below}`, x + width + 2, y + SET.anchor + 4, SET.head.size, "machine", COLOUR.quiet);
}
