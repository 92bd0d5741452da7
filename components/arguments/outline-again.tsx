/** What branches that a reader opened show, made anew with the page: it came by itself, so the page knows nothing of it. */

import { fetchAnswers, type Piece } from "#components/arguments/outline-fetch";
import { dressTree, itemOf, listBelow, rootOf, settle, trim } from "#components/arguments/outline-items";
import { CAME } from "#components/arguments/outline-told";

/** As many as a reader has opened before they scrolled on; each is asked of the server. */
const PIECES_MAX = 20;

const linkOf = (item: Element) => (item as HTMLElement).dataset.link;

/** Whether something happened in this piece, or to what it answers. */
function concerns({ list, address }: Piece, concerned: ReadonlySet<string> | null): boolean {
  if (!list.isConnected) return false;
  if (concerned === null) return true;
  const cards = [...list.querySelectorAll<HTMLElement>("[data-argument]")];
  return [...concerned].some(
    (one) => address.includes(`/${one}/`) || cards.some(({ dataset }) => dataset.argument === one),
  );
}

/** Fetches pieces anew that these arguments concern, or all where that is not known. What is open stays open. */
export async function again(pieces: readonly Piece[], concerned: ReadonlySet<string> | null): Promise<void> {
  for (const { list, address, first } of pieces.filter((piece) => concerns(piece, concerned)).slice(-PIECES_MAX)) {
    const root = rootOf(list);
    // The server is away, or the piece is none any more: what stands here stays.
    const came = await fetchAnswers(address).catch(() => null);
    if (!root || !came || !list.isConnected) continue;
    trim(came, Number(itemOf(list)?.getAttribute("aria-level") ?? 0) + 1);
    renew(list, came, first);
    dressTree(root);
    list.dispatchEvent(new CustomEvent(CAME, { bubbles: true }));
  }
}

/**
 * Puts into a list what came: other words, and new answers where they belong. Where all of the list came, what is there no
 * longer is taken out; of a page of it, what is missing may stand on another.
 */
function renew(list: Element, came: Element, first: boolean): void {
  const known = new Map(Array.from(list.children, (item) => [linkOf(item), item]));
  const fresh = [...came.children].filter((item) => linkOf(item) !== undefined);
  const links = new Set(fresh.map(linkOf));
  const begin = fresh.map((item) => known.get(linkOf(item))).find((item) => item !== undefined);
  let before: Node | null = begin ?? list.querySelector(":scope > .more:not([hidden])");
  for (const one of fresh) {
    const item = known.get(linkOf(one));
    if (item) renewItem(item, one);
    else list.insertBefore(one, before);
    before = (item ?? one).nextSibling;
  }
  if (!first || came.querySelector(":scope > .more")) return;
  for (const [link, item] of known) if (link !== undefined && !links.has(link)) item.remove();
}

function renewItem(item: Element, fresh: Element): void {
  const [card, other] = [item, fresh].map((one) => one.querySelector(":scope > .argument"));
  if (card && other && card.textContent !== other.textContent) {
    const focused = card.contains(document.activeElement);
    card.replaceChildren(...other.childNodes);
    item.className = fresh.className;
    if (focused) {
      settle(item as HTMLElement);
      (item as HTMLElement).focus({ preventScroll: true });
    }
  }
  const [below, others] = [listBelow(item), listBelow(fresh)];
  if (below && others) renew(below, others, true);
}
