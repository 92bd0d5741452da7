/**
 * The beginning of a debate as a drawn map, for a frame: the boxes lead to the arguments, and what is not drawn is counted.
 * Its colours are the page's own, light or dark; what they say is said in words and in the kind of line as well.
 */
import type { Item, OutlineView } from "#lib/arguments/screens";
import { words } from "#lib/feeds/words";
import { drawMap } from "#lib/maps/drawing";
import { type MapDrawing, type MapEdge, type MapNode, QUESTION, SET, type Sprig } from "#lib/maps/drawn";
import { element, text } from "#lib/maps/svg";
import { attributes, escapeXml } from "#lib/maps/xml";
import { paths } from "#lib/paths";

/** Of a claim; the whole of it stands in the box's title. */
const LINES = 5;
/** A reader's own faces are wider than the one that places were measured with; at this part of the size theirs fit. */
const NARROWER = 0.9;

const sprigOf = ({ argument, link, dropped, below, answers }: Item): Sprig => {
  const { id, number, claim, state } = argument;
  const shown = (answers?.shown ?? []).filter(({ again }) => !again).map(sprigOf);
  return {
    argument: { id, number, text: claim ?? words("gone", { state }), gone: claim === null, dropped, elsewhere: false },
    aim: link,
    answers: shown,
    below: answers === null ? below : 0,
    rest: answers?.rest ?? 0,
  };
};

export function drawingOf({ thread, columns }: OutlineView): MapDrawing {
  const { PRO, CON } = columns;
  const top = [...PRO.shown, ...CON.shown].filter(({ again }) => !again).map(sprigOf);
  return drawMap({ root: thread.question, top, rest: PRO.rest + CON.rest, again: [], lines: LINES });
}

const classOf = ({ stance, gone }: Pick<MapNode, "stance" | "gone">) =>
  gone || stance === null ? "gone" : stance.toLowerCase();

/** Solid for Pro, double for Con, dotted for what is gone. */
function strokesOf(edge: MapEdge): string[] {
  const kind = classOf(edge);
  const line = element("path", { d: edge.path, class: `line ${kind}` });
  const inside = kind === "con" ? [element("path", { d: edge.path, class: "line inside" })] : [];
  const mark = edge.mark === null ? [] : [element("path", { d: edge.mark, class: `mark ${kind} ${edge.target}` })];
  return [line, ...inside, ...mark];
}

/** `slug` is the thread's: the question and what is left out are found there. */
function boxOf(node: MapNode, site: string, slug: string): string {
  const { kind, id, x, y, width, height, head, number, lines, text: whole, below } = node;
  const set = kind === "QUESTION" ? SET.question : SET.claim;
  const left = x + SET.pad;
  const href = site + (kind === "ARGUMENT" ? paths.argument(id) : paths.thread(slug));
  const inside = [
    `<title>${escapeXml(number === null ? whole : `#${number} ${head}: ${whole}`)}</title>`,
    element("rect", { x, y: y + 2, width, height: height - 4, class: "box" }),
    text(number === null ? head : `${head} #${number}`, {
      x: left,
      y: y + SET.head.baseline,
      class: `head ${classOf(node)}`,
    }),
    ...lines.map((line, i) =>
      text(line, {
        x: left,
        y: y + set.baseline + i * set.lead,
        class: kind === "QUESTION" ? "asked" : kind === "REST" || node.gone ? "rest" : "said",
        "font-size": set.size * NARROWER,
      }),
    ),
    ...(below > 0 && kind === "ARGUMENT"
      ? [text(`+${below}`, { x: x + width + 2, y: y + SET.anchor + 4, class: "rest" })]
      : []),
  ];
  return `<a${attributes({ href, target: "_blank", rel: "noopener" })}>${inside.join("")}</a>`;
}

export function mapOf(view: OutlineView, site: string): string {
  const { nodes, trunks, edges, width, height } = drawingOf(view);
  const { slug, question } = view.thread;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width, height, viewBox: `0 0 ${width} ${height}`, class: "map", role: "group", "aria-label": question })}>`,
    ...trunks.map(({ path }) => element("path", { d: path, class: "trunk" })),
    ...edges.flatMap(strokesOf),
    ...nodes
      .toSorted((a, b) => Number(b.id === QUESTION) - Number(a.id === QUESTION))
      .map((node) => boxOf(node, site, slug)),
    "</svg>",
  ].join("");
}
