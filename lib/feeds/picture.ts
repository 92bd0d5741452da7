/**
 * The picture that is shown beside a link to a thread: its question, how many argue for and against, and on how much they
 * stand. Drawn as SVG in shapes and escaped text alone, and painted with the faces of this project.
 */
import { PICTURE } from "#lib/feeds/preview";
import type { ThreadCard } from "#lib/feeds/queries";
import { words } from "#lib/feeds/words";
import { paint } from "#lib/maps/png";
import { element, INK, INTERFACE, READ, signOf, TEXT, text } from "#lib/maps/svg";
import { linesOf } from "#lib/maps/text-width";
import { attributes } from "#lib/maps/xml";

const MARGIN = 72;
const RIGHT = PICTURE.width - MARGIN;
/** Between the wordmark and the rule. */
const QUESTION = { top: 132, height: 336, width: PICTURE.width - 2 * MARGIN };
/** The largest in which all of a question has room; the last cuts it, and is as small as a preview can be read. */
const SIZES = [76, 66, 58, 50, 44, 40] as const;
const LEAD = 1.14;
const FOOT = 562;
/** The name, marked as a cited word is. */
const WORDMARK = { x: MARGIN - 6, width: 156 };
/** Signs are drawn for text of 12. */
const SIGN = 2.4;

/** A picture made of several, which a machine without its face would lay upon each other. */
const JOINER = /\u200d(?=\p{Extended_Pictographic})/gu;
/** What the faces of this project have letters for. */
const OURS =
  /^(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|(?!\p{Extended_Pictographic})[\p{Script=Common}\p{Script=Inherited}])*$/u;
const FROM_THE_RIGHT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

function setIn(question: string): { size: number; lines: string[] } {
  for (const size of SIZES) {
    const most = Math.floor(QUESTION.height / (size * LEAD));
    const lines = linesOf(question, { size, width: QUESTION.width, most });
    const whole = linesOf(question, { size, width: QUESTION.width, most: most + 1 }).length <= most;
    if (whole || size === SIZES.at(-1)) return { size, lines };
  }
  return { size: SIZES[0], lines: [] };
}

export function pictureOf({ question, sides, counts }: Pick<ThreadCard, "question" | "sides" | "counts">): string {
  const { size, lines } = setIn(question.replace(JOINER, ""));
  const place = FROM_THE_RIGHT.test(question) ? { x: RIGHT, "text-anchor": "end" } : { x: MARGIN };
  const height = lines.length * size * LEAD;
  // In the middle of its room, and never above it.
  const first = QUESTION.top + Math.max(0, (QUESTION.height - height) / 2) + size;
  const foot = { y: FOOT, "font-family": INTERFACE, "font-size": 30 };
  const side = (stance: "PRO" | "CON", x: number) => [
    `<g${attributes({ transform: `translate(${x} ${FOOT - 11}) scale(${SIGN})` })}>${signOf(stance, 0, 0).join("")}</g>`,
    text(words(stance === "PRO" ? "pro" : "con", { count: sides[stance] }), {
      ...foot,
      x: x + 42,
      "font-weight": 600,
      fill: TEXT[stance],
    }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ ...PICTURE, "font-family": READ, "font-weight": 500 })}>`,
    element("rect", { ...PICTURE, fill: INK.paper }),
    element("rect", { ...WORDMARK, y: 78, height: 22, fill: INK.mark }),
    element("rect", { ...WORDMARK, y: 99, height: 3, fill: INK.ink }),
    text(words("name"), { x: MARGIN, y: 94, "font-size": 36, fill: INK.ink }),
    ...lines.map((line, i) => text(line, { ...place, y: first + i * size * LEAD, "font-size": size, fill: INK.ink })),
    element("rect", { x: MARGIN, y: 504, width: QUESTION.width, height: 3, fill: INK.ink }),
    ...side("PRO", MARGIN),
    ...side("CON", MARGIN + 230),
    text(words("standsOn", { passages: counts.passages, sources: counts.sources }), {
      ...foot,
      x: RIGHT,
      "text-anchor": "end",
      fill: INK.quiet,
    }),
    "</svg>",
  ].join("\n");
}

/** Of the threads that are asked for most; a picture has some 40 kB. */
const KEPT = 64;
/** By what is drawn: most of what happens in a thread changes nothing of it. */
const painted = new Map<string, Promise<Buffer>>();

/** The same picture is painted once, however often its thread changes otherwise. */
export function paintPicture(card: Pick<ThreadCard, "question" | "sides" | "counts">): Promise<Buffer> {
  const svg = pictureOf(card);
  const known = painted.get(svg);
  if (known) return known;
  const png = paint(svg, PICTURE.width, { borrowing: !OURS.test(card.question) });
  painted.set(svg, png);
  png.catch(() => painted.delete(svg));
  for (const oldest of painted.keys()) {
    if (painted.size <= KEPT) break;
    painted.delete(oldest);
  }
  return png;
}
