"use client";

/**
 * What the news does to the page that the server made: attributes on its cards, and nothing in its tree. What the
 * attributes look like stands in `news.css`.
 */

import { itemOf, settle } from "#components/arguments/outline-items";
import { CHANGED } from "#components/arguments/outline-told";

export const cardOf = (argument: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-argument="${argument}"]`);

/** Whether an argument's card is there to be read; in a branch that is closed it is not. */
export const isOnPage = (argument: string): boolean => cardOf(argument)?.checkVisibility() ?? false;

/** Whether an argument's words stand anywhere on the page. */
export const isSpokenOf = (argument: string): boolean =>
  cardOf(argument) !== null || document.querySelector(`main a[href="/a/${argument}"]`) !== null;

const claimOf = (card: Element) => card.querySelector<HTMLElement>(".claim, .tombstone");

/** Marks these cards with a word, and no others. Answers whether that changed anything. */
export function markCards(words: ReadonlyMap<string, string>): boolean {
  let changed = false;
  const marked = new Set<Element>();
  for (const [argument, word] of words) {
    const card = cardOf(argument);
    const bearer = card?.querySelector<HTMLElement>(".argument-head") ?? (card && claimOf(card));
    if (!bearer) continue;
    marked.add(bearer);
    if (bearer.dataset.news === word) continue;
    bearer.dataset.news = word;
    changed = true;
  }
  for (const one of document.querySelectorAll("[data-news]")) {
    if (marked.has(one)) continue;
    one.removeAttribute("data-news");
    changed = true;
  }
  return changed;
}

/** Holds these cards back, should they be there already, and no others. Answers whether that changed anything. */
export function holdCards(waiting: ReadonlySet<string>): boolean {
  let changed = false;
  const held = new Set<Element>();
  for (const argument of waiting) {
    const card = cardOf(argument);
    const entry = card?.closest<HTMLElement>("li") ?? card;
    if (!entry) continue;
    held.add(entry);
    changed ||= !entry.hidden;
    entry.hidden = true;
    entry.dataset.held = "";
  }
  for (const entry of document.querySelectorAll<HTMLElement>("[data-held]")) {
    if (held.has(entry)) continue;
    entry.hidden = false;
    entry.removeAttribute("data-held");
    changed = true;
  }
  return changed;
}

/** Tells the outline that its entries, or what is said of them, are others. */
export function tellOutline(): void {
  for (const tree of document.querySelectorAll('[role="tree"]')) tree.dispatchEvent(new CustomEvent(CHANGED));
}

/** Says at the foot of what is answered how many answers wait; not where that would move what stands below. */
export function countAtFeet(counts: ReadonlyMap<string, string>): void {
  for (const foot of document.querySelectorAll<HTMLElement>("[data-waiting]")) foot.removeAttribute("data-waiting");
  for (const [argument, words] of counts) {
    const foot = cardOf(argument)?.querySelector<HTMLElement>(".argument-foot");
    if (!foot) continue;
    const { offsetHeight } = foot;
    foot.dataset.waiting = words;
    if (foot.offsetHeight !== offsetHeight) foot.removeAttribute("data-waiting");
  }
}

/** Takes an argument's words out of sight until the page is there without them. */
export const hideWords = (argument: string): void => cardOf(argument)?.setAttribute("data-gone", "");

export function showWords(): void {
  for (const card of document.querySelectorAll("[data-gone]")) card.removeAttribute("data-gone");
}

/** Brings a card before the reader, opens what is folded around it, and takes the focus there. */
export function stepTo(argument: string): void {
  const card = cardOf(argument);
  if (!card) return;
  for (let fold = card.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  for (const one of document.querySelectorAll("[data-here]")) one.removeAttribute("data-here");
  card.setAttribute("data-here", "");
  card.scrollIntoView({ block: "start" });
  const item = itemOf(card);
  if (item) settle(item);
  const way = item ?? claimOf(card)?.querySelector<HTMLElement>("a") ?? claimOf(card);
  if (way && !way.matches("a, [tabindex]")) way.tabIndex = -1;
  way?.focus({ preventScroll: true });
}

/** In the order of the page; what is not on it comes after, by the order in which it happened. */
export function inReadingOrder<T extends { argument: string; first: number }>(news: readonly T[]): T[] {
  const there = news.filter(({ argument }) => isOnPage(argument));
  const elsewhere = news.filter((one) => !there.includes(one)).sort((a, b) => a.first - b.first);
  there.sort((a, b) => {
    const [one, other] = [cardOf(a.argument), cardOf(b.argument)];
    return one && other && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
  });
  return [...there, ...elsewhere];
}
