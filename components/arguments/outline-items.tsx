/**
 * The outline on the page as a tree. The server sends lists, articles and headings, which read as a document; the roles of
 * a tree are given here, by the script that keeps their promise, from where things stand: so what is put in later fits.
 */

const ITEM = '[role="treeitem"]';
/** h1 is the page's, h2 the column's. */
const ABOVE = 2;

export const itemOf = (at: EventTarget | null): HTMLElement | null =>
  at instanceof Element ? at.closest<HTMLElement>(ITEM) : null;
export const listBelow = (item: Element): HTMLElement | null => item.querySelector<HTMLElement>(":scope > .answers");
export const control = (item: Element): HTMLAnchorElement | null => item.querySelector(":scope > .argument .below");
export const link = (item: Element): HTMLAnchorElement | null =>
  item.querySelector(":scope > .argument .claim a, :scope > a") ?? control(item);
export const numberOf = (item: Element): string => item.querySelector(":scope > .argument")?.id.slice(1) ?? "";
export const isMore = (item: Element): boolean => item.classList.contains("more");
export const isOpen = (item: Element): boolean => item.getAttribute("aria-expanded") === "true";
export const levelOf = (item: Element): number => Number(item.getAttribute("aria-level"));
export const rootOf = (item: Element): HTMLElement | null => item.closest('[role="tree"]');
export const parentOf = (item: Element): HTMLElement | null => itemOf(item.parentElement);

const entriesOf = (list: Element): HTMLElement[] =>
  [...list.children].filter((entry): entry is HTMLElement => entry instanceof HTMLElement && !entry.hidden);
export const siblingsOf = (item: Element): HTMLElement[] => (item.parentElement ? entriesOf(item.parentElement) : []);

const text = (part: Element | null) => part?.textContent?.replace(/\s+/g, " ").trim() ?? "";

/**
 * An item is named by its card, and a card by how it answers, what it claims and how much is below it. The words are written
 * on the card, because one that is off the screen of a vast tree is not laid out and lends none.
 */
function name(item: Element): void {
  const card = item.querySelector(":scope > .argument");
  if (!card) return;
  const parts = ["argument-head", "claim", "tombstone", "meta", "below"].flatMap((part) => {
    const one = card.querySelector<HTMLElement>(`:scope > .${part}, :scope > .argument-foot > .${part}`);
    // The mark of what is new stands after the head and before all else, as `news.css` shows it.
    const news = one?.dataset.news ?? "";
    return part === "argument-head" ? [text(one), news] : [news, text(one)];
  });
  card.removeAttribute("aria-labelledby");
  card.ariaLabel = parts.filter((part) => part !== "").join(" ");
}

/** What type-ahead looks at: the claim, or the number. */
export const startsWith = (item: Element, typed: string): boolean =>
  numberOf(item) === typed || text(link(item)).toLocaleLowerCase().startsWith(typed);

/** Levels of rails that leave a line of about 35 letters on the narrowest screens: deeper branches are read from there. */
export const DEEPEST = 6;

/** Closes in a list that came what stands deeper than there is room for. */
export function trim(list: Element, level: number): void {
  for (const item of entriesOf(list)) {
    const below = listBelow(item);
    if (below && level >= DEEPEST) below.remove();
    else if (below) trim(below, level + 1);
  }
}

/** Gives a list and all below it their roles, levels and places; `rest` tells whether what has them already is looked at again. */
function dress(list: Element, level: number, above: number, rest: boolean): void {
  list.setAttribute("role", level === 1 ? "tree" : "group");
  const entries = entriesOf(list);
  const more = entries.find(isMore);
  const size = entries.length - (more ? 1 : 0) + Number(more?.dataset.rest ?? 0);
  for (const [place, item] of entries.entries()) {
    item.setAttribute("aria-posinset", `${place + 1}`);
    item.setAttribute("aria-setsize", `${size}`);
    if (!rest && item.role) continue;
    item.setAttribute("role", "treeitem");
    item.setAttribute("aria-level", `${level}`);
    name(item);
    if (!item.hasAttribute("tabindex")) item.tabIndex = -1;
    const below = listBelow(item);
    if (!item.hasAttribute("aria-expanded") && (below || control(item)))
      item.setAttribute("aria-expanded", `${below !== null}`);
    item
      .querySelector(":scope > [data-argument] > :is(.claim, .tombstone)")
      ?.setAttribute("aria-level", `${level + above}`);
    if (below) dress(below, level + 1, above, rest);
  }
}

/** So many items are laid out in a frame without being felt. */
const MANY = 150;

/** The level of the headings above a tree's own. */
function aboveIn(root: Element): number {
  const first = root.querySelector(":scope > li > [data-argument] > .claim");
  return first ? Number(first.tagName.slice(1)) - 1 : ABOVE;
}

/** Says of a tree whether it is vast. */
const size = (root: Element) => root.classList.toggle("vast", root.querySelectorAll(ITEM).length > MANY);

/** Dresses a whole tree. */
export function dressTree(root: Element): void {
  dress(root, 1, aboveIn(root), true);
  size(root);
}

/** Dresses what is new in a list of a tree. */
export function dressList(list: Element): void {
  const root = rootOf(list) ?? list;
  const item = itemOf(list);
  dress(list, item ? levelOf(item) + 1 : 1, aboveIn(root), false);
  size(root);
}

/** Every item that can be seen, in the order of reading. */
export function visibleIn(list: Element): HTMLElement[] {
  return entriesOf(list).flatMap((item) => {
    const below = isOpen(item) ? listBelow(item) : null;
    return below ? [item, ...visibleIn(below)] : [item];
  });
}

/** Lets this one alone be reached by Tab, and goes there. */
export function goTo(item: HTMLElement): void {
  settle(item);
  item.focus({ preventScroll: true });
  item.querySelector(":scope > .argument, :scope > a")?.scrollIntoView({ block: "nearest" });
}

export function settle(item: HTMLElement): void {
  const root = rootOf(item);
  root?.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
  item.tabIndex = 0;
}
