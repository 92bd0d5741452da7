/** What there is to see of a thread as a drawn map. */
import { isDropped } from "#lib/arguments/dropped";
import { type Cards, readCards } from "#lib/arguments/queries/cards";
import { type Bone, type Bones, type Joint, readBones } from "#lib/arguments/queries/skeleton";
import { type Branch, countBelow, pathTo } from "#lib/arguments/tree";
import type { CardView, RatedLinkView, ThreadTop } from "#lib/arguments/view";
import { askedBy, type Turns } from "#lib/maps/branches";
import { drawMap } from "#lib/maps/drawing";
import type { Drawable, MapDrawing, Sprig } from "#lib/maps/drawn";
import { GONE } from "#lib/maps/said";
import { type Unfolded, unfold } from "#lib/maps/unfold";
import { words } from "#lib/maps/words";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** Two levels of the seed's debates are drawn whole; of larger ones as much as a reader takes in, and loads at once. */
const ROOM = { levels: 2, entries: 48, outer: 16, inner: 4, most: 1000 };
/** Beyond so many, cards are sent without their quotations: one is fetched when it is chosen. */
const QUOTED = 60;
/** Four lines are a sentence; the card has the whole. */
const LINES = 4;

type Bough = Branch<Bone, Joint>;
type Shoot = Unfolded<Bone, Joint>;

/** An argument as the map's text tells it, where it stands. */
export interface MapItem {
  argument: CardView;
  link: RatedLinkView;
  /** Its home is elsewhere: a reference. */
  again: boolean;
  dropped: boolean;
  quoted: boolean;
  below: number;
  open: boolean;
  kept: boolean;
  answers: MapItem[];
  rest: number;
}

export interface MapView {
  thread: ThreadTop;
  /** From the answer to the question down to the branch that is drawn; empty where it is the whole map. */
  line: MapItem[];
  drawing: MapDrawing;
  top: MapItem[];
  rest: number;
  /** There is more than is drawn, and all of it may be asked for. */
  more: boolean;
}

/** In four queries or fewer after the thread's bones, whatever its size. @throws Missing */
export async function getMap(viewer: Viewer, slug: string, turns: Turns, from?: number): Promise<MapView> {
  const bones = await readBones(viewer, { slug });
  const line = from === undefined ? [] : lineTo(bones, from);
  const root = line.at(-1);
  const top = root?.answers ?? bones.top;
  const unfolding = unfold(top, from ?? 0, askedBy(turns), ROOM);
  const shoots = allOf(unfolding.shown);
  const ids = [...new Set([...line, ...shoots.map(({ branch }) => branch)].map(({ argument }) => argument.id))];
  const quoted = new Set(shoots.length <= QUOTED ? ids : line.slice(-1).map(({ argument }) => argument.id));
  const cards = await readCards({ ids, quoted: [...quoted], names: bones.names });
  const told = teller(bones, cards, quoted, shoots);
  const visible = shoots.filter(({ branch: { again, argument } }) => !again && argument.state === "VISIBLE").length;
  const all = root ? countBelow(root) : bones.thread.counts.arguments;
  return {
    thread: bones.thread,
    line: line.flatMap((branch) => told.item({ branch, answers: [], rest: 0, open: false, kept: false, below: 0 })),
    drawing: drawMap({
      root: root ? told.drawable(root) : bones.thread.question,
      top: told.sprigs(unfolding.shown),
      rest: unfolding.rest,
      again: told.again,
      lines: LINES,
    }),
    top: told.items(unfolding.shown),
    rest: unfolding.rest,
    more: visible < all && all <= ROOM.most,
  };
}

/** @throws Missing */
function lineTo({ top, arguments: all }: Bones, number: number): Bough[] {
  const id = all.find((one) => one.number === number)?.id;
  const line = id === undefined ? [] : pathTo(top, id);
  if (line.length === 0) throw new Missing();
  return line;
}

function allOf(shown: readonly Shoot[]): Shoot[] {
  const all = [...shown];
  for (const { answers } of all) all.push(...answers);
  return all;
}

/** Puts the words to the bones. Who was removed between two queries is left out. */
function teller(bones: Bones, cards: Cards, quoted: ReadonlySet<string>, shoots: readonly Shoot[]) {
  const dropped = isDropped({ ...bones, dropped: bones.thread.dropped }, new Date());
  const homes = new Set(shoots.filter(({ branch }) => !branch.again).map(({ branch }) => branch.argument.id));
  const told = ({ argument: { id }, link }: Bough) => {
    const [argument, view] = [cards.argument(id), cards.link(link.id)];
    return argument && view ? { argument, link: view } : null;
  };
  const drawable = (branch: Bough): Drawable => {
    const { id, number, state } = branch.argument;
    const text = told(branch)?.argument.claim ?? words(GONE[state]);
    return { id, number, text, gone: state !== "VISIBLE", dropped: dropped(id), elsewhere: false };
  };
  const elsewhere = (one: Drawable, { id }: Joint): Drawable => ({ ...one, id: `${one.id}-${id}`, elsewhere: true });
  const sprigs = (shown: readonly Shoot[]): Sprig[] =>
    shown.flatMap(({ branch, answers, rest, open, below }) => {
      const its = told(branch);
      if (!its || (branch.again && homes.has(branch.argument.id))) return [];
      const argument = branch.again ? elsewhere(drawable(branch), branch.link) : drawable(branch);
      return { argument, aim: its.link, answers: sprigs(answers), below: open ? 0 : below, rest };
    });
  const again = shoots.flatMap(({ branch }) => {
    const its = branch.again && homes.has(branch.argument.id) ? told(branch) : null;
    return its ? { child: branch.argument.id, aim: its.link } : [];
  });
  const item = ({ branch, answers, ...shoot }: Shoot): MapItem[] => {
    const its = told(branch);
    if (!its) return [];
    const { body: _, ...argument } = its.argument;
    const { id } = argument;
    return [
      {
        argument,
        link: its.link,
        again: branch.again,
        dropped: dropped(id),
        quoted: quoted.has(id),
        ...shoot,
        answers: items(answers),
      },
    ];
  };
  const items = (shown: readonly Shoot[]): MapItem[] => shown.flatMap(item);
  return { drawable, sprigs, again, item, items };
}
