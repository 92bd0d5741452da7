/**
 * The boxes of a drawn map as a tree that is walked by keys. The server sends links, which read as such; the roles of a
 * tree are given here, by the script that keeps their promise.
 */
import type { Area } from "#lib/maps/viewpoint";

export type Box = SVGAElement;

const BOX = "a[data-node]";

export const boxesIn = (map: Element): Box[] => [...map.querySelectorAll<Box>(BOX)];
export const boxOf = (at: EventTarget | null): Box | null => (at instanceof Element ? at.closest<Box>(BOX) : null);
export const turnOf = (box: Box): SVGAElement | null => box.parentElement?.querySelector<SVGAElement>(".turn") ?? null;
/** 0 for the question; null for what stands for others. */
export const numberOf = (box: Box): number | null => (/^m\d+$/.test(box.id) ? Number(box.id.slice(1)) : null);
export const boxNumbered = (map: Element, number: number): Box | null => map.querySelector<Box>(`#m${number}`);

export function areaOf(box: Box): Area {
  const ground = box.querySelector("rect");
  const of = (name: string) => Number(ground?.getAttribute(name));
  return { x: of("x"), y: of("y"), width: of("width"), height: of("height") };
}

const parentOf = (box: Box, all: Box[]) => all.find((other) => other.dataset.node === box.dataset.parent);
const answersTo = (box: Box, all: Box[]) => all.filter((other) => other.dataset.parent === box.dataset.node);

/** Gives every box its role, level and place among those beside it. */
export function dress(map: Element, current: Box | null): void {
  const all = boxesIn(map);
  map.setAttribute("role", "tree");
  const lists = Map.groupBy(all, (box) => box.dataset.parent ?? "");
  const places = new Map<Box, number>();
  for (const list of lists.values()) for (const [i, box] of list.entries()) places.set(box, i + 1);
  for (const box of all) {
    const beside = lists.get(box.dataset.parent ?? "") ?? [];
    const turn = turnOf(box);
    const given: Record<string, string | null> = {
      role: "treeitem",
      "aria-level": `${Number(box.dataset.depth) + 1}`,
      "aria-posinset": `${places.get(box) ?? 1}`,
      "aria-setsize": `${beside.length}`,
      "aria-selected": `${box === current}`,
      "aria-expanded": turn ? `${turn.dataset.turn === "open"}` : lists.has(box.dataset.node ?? "") ? "true" : null,
      tabindex: box === (current ?? all[0]) ? "0" : "-1",
    };
    for (const [name, value] of Object.entries(given)) {
      if (value === null) box.removeAttribute(name);
      else box.setAttribute(name, value);
    }
    // By keys a branch is turned at its box.
    turn?.setAttribute("tabindex", "-1");
    turn?.setAttribute("aria-hidden", "true");
    box.parentElement?.setAttribute("role", "none");
  }
}

/** Where an arrow leads: left along the line to what is answered, right to the first answer, up and down in the column. */
export function neighbour(box: Box, key: string, map: Element): Box | null {
  const all = boxesIn(map);
  switch (key) {
    case "ArrowLeft":
      return parentOf(box, all) ?? null;
    case "ArrowRight":
      return answersTo(box, all)[0] ?? null;
    case "Home":
      return all[0] ?? null;
    case "End":
      return answersTo(parentOf(box, all) ?? box, all).at(-1) ?? null;
    case "ArrowUp":
    case "ArrowDown": {
      const column = all.filter(({ dataset }) => dataset.depth === box.dataset.depth);
      return column[column.indexOf(box) + (key === "ArrowUp" ? -1 : 1)] ?? null;
    }
    default:
      return null;
  }
}

/** The next box after this one whose argument says this in its claim, going round; how many do. */
export function finding(
  map: Element,
  words: string,
  after: Box | null,
): { box: Box | null; place: number; count: number } {
  const sought = words.toLocaleLowerCase();
  // A box may hold the beginning of a claim alone; the map's text has all of it.
  const found = boxesIn(map).filter((box) =>
    document
      .querySelector(`.map-text #a${numberOf(box)} .claim`)
      ?.textContent?.toLocaleLowerCase()
      .includes(sought),
  );
  const at = after ? found.indexOf(after) : -1;
  const next = found.length === 0 ? -1 : (at + 1) % found.length;
  return { box: found[next] ?? null, place: next + 1, count: found.length };
}
