/**
 * What the screens of a debate show: a thread's outline, one argument with what is around it, and one list of answers.
 * Each reads the thread's bones and then the words of what it shows, in six queries at most, whatever the size of the thread.
 */
import { isDropped } from "#lib/arguments/dropped";
import { readCards } from "#lib/arguments/queries/cards";
import { type Bone, type Bones, type Joint, readBones } from "#lib/arguments/queries/skeleton";
import { type List, type Revealed, reveal } from "#lib/arguments/reveal";
import type { FocusView, Item, ListView, Mention, OutlineView, Which } from "#lib/arguments/screens";
import { isLetIn, JUDGED } from "#lib/arguments/state";
import { type Branch, pathTo } from "#lib/arguments/tree";
import type { ArgumentView } from "#lib/arguments/view";
import { db } from "#lib/db";
import { visibleTo } from "#lib/threads/policy";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** The first screen of a large thread: as many cards as its bytes allow, the top ones of either side and a few answers. */
const OUTLINE = { whole: 40, entries: 20, outer: 5, inner: 1 };
const FOCUS = { whole: 40, entries: 30, outer: 10, inner: 2 };
/** A page of one list; two answers to each are shown as long as there is room. */
const PAGE = 20;
const LIST = { whole: 40, entries: 40, outer: PAGE, inner: 2 };

type Bough = Branch<Bone, Joint>;
type Shoot = Revealed<Bone, Joint>;

/**
 * `weights` puts answers to the same thing in the order of what their links weigh, the heaviest first; those that weigh
 * alike stay in the order of their numbers.
 * @throws Missing
 */
export async function getOutline(
  viewer: Viewer,
  slug: string,
  weights?: (link: string) => number,
): Promise<OutlineView> {
  const bones = await readBones(viewer, { slug });
  const top = weights ? sorted(bones.top, weights) : bones.top;
  const [pro, con] = reveal(byStance(top), OUTLINE) as [List<Shoot>, List<Shoot>];
  const clothe = await wardrobe(bones, [pro, con], []);
  return {
    thread: bones.thread,
    sides: bones.sides,
    columns: { PRO: clothe.list(pro), CON: clothe.list(con) },
  };
}

/** @throws Missing */
export async function getFocus(viewer: Viewer, id: string): Promise<FocusView> {
  const bones = await readBones(viewer, { argument: id });
  const { top } = bones;
  const path = pathTo(top, id);
  const branch = path.at(-1);
  if (!branch) throw new Missing();
  const [pro, con] = reveal(byStance(branch.answers), FOCUS) as [List<Shoot>, List<Shoot>];
  const beside = (path.at(-2)?.answers ?? top.filter(({ link }) => link.stance === branch.link.stance)).filter(
    ({ again }) => !again,
  );
  const at = beside.indexOf(branch);
  const [previous, next] = [beside[at - 1], beside[at + 1]];
  const clothe = await wardrobe(
    bones,
    [pro, con],
    [...path, ...(previous ? [previous] : []), ...(next ? [next] : [])],
    id,
  );
  const here = clothe.mention(branch);
  const argument = clothe.whole(id);
  if (!here || !argument) throw new Missing();
  return {
    thread: bones.thread,
    above: clothe.mentions(path.slice(0, -1)),
    argument,
    link: here.link,
    dropped: clothe.dropped(id),
    places: bones.links.filter(({ child }) => child === id).length,
    previous: previous ? clothe.mention(previous) : null,
    next: next ? clothe.mention(next) : null,
    columns: { PRO: clothe.list(pro), CON: clothe.list(con) },
  };
}

/** One page of a list of answers, from 1, in the order of `weights` like the outline. @throws Missing where there is no such page. */
export async function getList(
  viewer: Viewer,
  of: { slug: string } | { argument: string },
  { which, page }: { which: Which; page: number },
  weights?: (link: string) => number,
): Promise<ListView> {
  const bones = await readBones(viewer, of);
  const top = weights ? sorted(bones.top, weights) : bones.top;
  const path = "argument" in of ? pathTo(top, of.argument) : [];
  const branch = path.at(-1);
  if ("argument" in of && !branch) throw new Missing();
  const all = branch?.answers ?? top;
  const listed =
    which === "answers" ? all : all.filter(({ link }) => link.stance === (which === "pro" ? "PRO" : "CON"));
  const pages = Math.max(1, Math.ceil(listed.length / PAGE));
  if (!Number.isInteger(page) || page < 1 || page > pages) throw new Missing();
  const from = (page - 1) * PAGE;
  const [shown] = reveal([listed.slice(from, from + PAGE)], LIST) as [List<Shoot>];
  const list = { ...shown, rest: Math.max(0, listed.length - from - PAGE) };
  const clothe = await wardrobe(bones, [list], path);
  return { thread: bones.thread, above: clothe.mentions(path), which, list: clothe.list(list), page, pages };
}

/** The id of the argument of this number. @throws Missing */
export async function getNumbered(viewer: Viewer, slug: string, number: number): Promise<string> {
  const row = await db().argument.findFirst({
    where: { number, thread: { slug, ...visibleTo(viewer) } },
    select: { id: true, threadId: true, authorId: true, reviews: JUDGED.reviews },
  });
  if (!row || !isLetIn(row) || (row.authorId !== viewer?.id && mustPostFirst(viewer, row.threadId)))
    throw new Missing();
  return row.id;
}

function byStance(branches: Bough[]): [Bough[], Bough[]] {
  return [branches.filter(({ link }) => link.stance === "PRO"), branches.filter(({ link }) => link.stance === "CON")];
}

function sorted(branches: readonly Bough[], weights: (link: string) => number): Bough[] {
  return branches
    .toSorted((a, b) => weights(b.link.id) - weights(a.link.id))
    .map((branch) => ({ ...branch, answers: sorted(branch.answers, weights) }));
}

function shootsOf(lists: readonly List<Shoot>[]): Shoot[] {
  const all = lists.flatMap(({ shown }) => shown);
  for (const { answers } of all) if (answers) all.push(...answers.shown);
  return all;
}

/** Puts the words to the bones. Who was removed between two queries is left out. */
async function wardrobe(bones: Bones, lists: readonly List<Shoot>[], mentioned: readonly Bough[], whole?: string) {
  const shoots = shootsOf(lists);
  const quoted = shoots.filter(({ branch }) => !branch.again).map(({ branch }) => branch.argument.id);
  const cards = await readCards({
    ids: [...shoots.map(({ branch }) => branch.argument.id), ...mentioned.map(({ argument }) => argument.id)],
    quoted: whole === undefined ? quoted : [whole, ...quoted],
    whole: whole === undefined ? [] : [whole],
    names: bones.names,
  });
  const dropped = isDropped({ ...bones, dropped: bones.thread.dropped }, new Date());
  const mention = ({ argument: { id }, link }: Bough): Mention | null => {
    const [argument, view] = [cards.argument(id), cards.link(link.id)];
    if (!argument || !view) return null;
    const { body: _, ...card } = argument;
    return { argument: card, link: view };
  };
  const mentions = (boughs: readonly Bough[]) => boughs.map(mention).filter((one) => one !== null);
  const list = ({ shown, rest }: List<Shoot>): List<Item> => ({
    shown: shown.flatMap(({ branch, below, answers }) => {
      const here = mention(branch);
      if (!here) return [];
      const { again, argument } = branch;
      return { ...here, again, dropped: dropped(argument.id), below, answers: answers && list(answers) };
    }),
    rest,
  });
  return { list, mention, mentions, dropped, whole: (id: string): ArgumentView | undefined => cards.argument(id) };
}
