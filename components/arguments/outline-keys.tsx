/** What the keys of a tree do (WAI-ARIA's pattern of a tree view), where the focus is on an item itself. */
import {
  goTo,
  isMore,
  isOpen,
  itemOf,
  link,
  listBelow,
  parentOf,
  rootOf,
  siblingsOf,
  startsWith,
  visibleIn,
} from "#components/arguments/outline-items";

/** After a longer pause, typing begins anew. */
const PAUSE_MS = 600;

type Turn = (item: HTMLElement) => Promise<void> | void;

export function keysOf(turn: Turn): (event: KeyboardEvent) => void {
  let typed = { word: "", at: 0 };

  function ahead(item: HTMLElement, all: HTMLElement[], letter: string): void {
    const now = performance.now();
    const word = now - typed.at < PAUSE_MS ? typed.word : "";
    typed = { word: word + letter.toLocaleLowerCase(), at: now };
    // The first letter goes on from here; those that follow may keep to where it led.
    const from = all.indexOf(item) + (typed.word.length === 1 ? 1 : 0);
    const found = [...all.slice(from), ...all.slice(0, from)].find((other) => startsWith(other, typed.word));
    if (found) goTo(found);
  }

  return (event) => {
    const item = itemOf(event.target);
    const root = item && rootOf(item);
    if (!item || !root || event.target !== item || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = visibleIn(root);
    const step = (to: HTMLElement | null | undefined) => to && goTo(to);
    const at = all.indexOf(item);
    switch (event.key) {
      case "ArrowDown":
        step(all[at + 1]);
        break;
      case "ArrowUp":
        step(all[at - 1]);
        break;
      case "Home":
        step(all[0]);
        break;
      case "End":
        step(all.at(-1));
        break;
      case "ArrowRight":
        if (!item.hasAttribute("aria-expanded")) break;
        if (isOpen(item)) step(listBelow(item)?.querySelector<HTMLElement>('[role="treeitem"]'));
        else void turn(item);
        break;
      case "ArrowLeft":
        if (isOpen(item)) void turn(item);
        else step(parentOf(item));
        break;
      case "*":
        for (const sibling of siblingsOf(item)) {
          if (sibling.hasAttribute("aria-expanded") && !isOpen(sibling)) void turn(sibling);
        }
        break;
      case "Enter":
        if (isMore(item)) void turn(item);
        else link(item)?.click();
        break;
      default:
        // A space belongs to what is being typed; alone it scrolls, as everywhere.
        if (event.key.length !== 1 || (event.key === " " && performance.now() - typed.at >= PAUSE_MS)) return;
        ahead(item, all, event.key);
    }
    event.preventDefault();
  };
}
