"use client";

import { type ReactNode, useEffect, useState } from "react";
import { fetchAnswers, type Piece } from "#components/arguments/outline-fetch";
import {
  control,
  DEEPEST,
  dressList,
  dressTree,
  goTo,
  isMore,
  isOpen,
  itemOf,
  levelOf,
  link,
  listBelow,
  numberOf,
  parentOf,
  settle,
  trim,
} from "#components/arguments/outline-items";
import { keysOf } from "#components/arguments/outline-keys";
import { CAME, CHANGED, REFRESHED } from "#components/arguments/outline-told";
import { queryOf, turned, turnsIn } from "#lib/arguments/turned";

/** The outermost lists of the outline, of an argument's two columns, or of one list. */
const ROOTS = ".side > .answers, .list > .answers";

interface Props {
  /** Said when a branch could not be had. */
  failed: string;
  /** What opens the line that says how the keys go. */
  title: string;
  children: ReactNode;
}

/** Puts the rest of a list in, as much of it as came; what React sent stays where it is. */
function extend(list: Element, more: HTMLElement, came: Element): HTMLElement | null {
  const known = new Set([...list.children].map((item) => (item as HTMLElement).dataset.link));
  const fresh = [...came.children].filter(
    (item): item is HTMLElement => item instanceof HTMLElement && !known.has(item.dataset.link ?? ""),
  );
  more.before(...fresh);
  more.hidden = true;
  return fresh[0] ?? null;
}

/** The arrows to the left and right lead to what stands beside this, where nothing else on the page wants them. */
function goBeside(event: KeyboardEvent): void {
  const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  if (!way || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.target !== document.body && !(event.target instanceof HTMLAnchorElement)) return;
  document.querySelector<HTMLAnchorElement>(`.siblings > [rel="${way}"]`)?.click();
}

/** Makes the outline a tree for the keyboard and lets branches open in place; says how the keys go, once they do. */
export function OutlineTree({ failed, title, children }: Props) {
  const [ready, setReady] = useState(false);
  const [trouble, setTrouble] = useState("");

  useEffect(() => {
    const roots = [...document.querySelectorAll<HTMLElement>(ROOTS)];
    const ending = new AbortController();
    const busy = new Set<Element>();
    let turns: string[] = [];
    const pieces: Piece[] = [];

    const tokenOf = (item: HTMLElement) => {
      if (!isMore(item)) return numberOf(item);
      const above = parentOf(item);
      return `${above ? numberOf(above) : (item.closest(".side")?.id ?? "")}*`;
    };

    async function turn(item: HTMLElement, again = false): Promise<void> {
      if (busy.has(item)) return;
      const address = isMore(item) ? link(item)?.href : control(item)?.href;
      const opening = isMore(item) || !isOpen(item);
      if (opening && !isMore(item) && !listBelow(item) && levelOf(item) >= DEEPEST) {
        if (address && !again) location.assign(address);
        return;
      }
      busy.add(item);
      if (isMore(item) || (opening && !listBelow(item))) item.setAttribute("aria-busy", "true");
      setTrouble("");
      try {
        if (isMore(item)) await add(item, address ?? "", again);
        else if (opening && !listBelow(item)) {
          const piece = `${address}/answers`;
          const came = await fetchAnswers(piece);
          pieces.push({ list: came, address: piece, first: true });
          trim(came, levelOf(item) + 1);
          item.append(came);
          dressList(came);
          item.setAttribute("aria-expanded", "true");
          came.dispatchEvent(new CustomEvent(CAME, { bubbles: true }));
        } else item.setAttribute("aria-expanded", `${opening}`);
        if (!again) note(tokenOf(item));
      } catch {
        if (!again) setTrouble(failed);
      } finally {
        item.removeAttribute("aria-busy");
        busy.delete(item);
      }
    }

    async function add(item: HTMLElement, address: string, again: boolean): Promise<void> {
      const list = item.parentElement;
      if (!list) return;
      const focused = document.activeElement === item || item.contains(document.activeElement);
      const came = await fetchAnswers(address);
      trim(came, levelOf(item));
      const first = extend(list, item, came);
      pieces.push({ list, address, first: false });
      dressList(list);
      list.dispatchEvent(new CustomEvent(CAME, { bubbles: true }));
      if (first && focused && !again) goTo(first);
    }

    function note(token: string): void {
      turns = turned(turns, token);
      history.replaceState(history.state, "", location.pathname + queryOf(location.search, turns) + location.hash);
    }

    /** Does again what the address says was done. */
    async function restore(): Promise<void> {
      for (const token of turnsIn(location.search)) {
        const [number = "", extending] = [token.replace("*", ""), token.endsWith("*")];
        const place = /^\d/.test(number)
          ? document.getElementById(`a${number}`)?.closest<HTMLElement>('[role="treeitem"]')
          : document.querySelector<HTMLElement>(`#${number}.side`);
        const item = extending
          ? [...(place?.querySelectorAll<HTMLElement>(":scope > .answers > .more") ?? [])].find((more) => !more.hidden)
          : place;
        if (!item || ending.signal.aborted) continue;
        await turn(item, true);
        turns = turned(turns, token);
      }
    }

    /** An argument of this thread that is not on the page has an address by its number, which leads to its own. */
    function follow(): void {
      const number = /^#a(\d{1,6})$/.exec(location.hash)?.[1];
      const thread = /^\/t\/[^/]+/.exec(location.pathname)?.[0];
      if (!number || document.getElementById(`a${number}`)) return;
      if (thread) location.replace(`${thread}/${number}`);
    }

    for (const root of roots) {
      dressTree(root);
      root.setAttribute("aria-labelledby", `${root.closest("[id]")?.id}-title`);
      const first = root.querySelector<HTMLElement>('[role="treeitem"]');
      if (first) first.tabIndex = 0;
      const options = { signal: ending.signal };
      root.addEventListener("keydown", keysOf(turn), options);
      root.addEventListener(
        "focusin",
        ({ target }) => {
          const item = itemOf(target);
          if (item && item.tabIndex !== 0) settle(item);
        },
        options,
      );
      root.addEventListener(
        "click",
        (event) => {
          const pressed = event.target instanceof Element && event.target.closest(".below, .more > a");
          const item = pressed && itemOf(pressed);
          if (!item || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          void turn(item);
        },
        options,
      );
      root.addEventListener(CHANGED, () => dressTree(root), options);
    }
    const refreshed = (event: Event) => {
      const concerned = (event as CustomEvent<ReadonlySet<string> | null>).detail;
      if (pieces.length > 0)
        void import("#components/arguments/outline-again").then(({ again }) => again(pieces, concerned));
    };
    document.addEventListener(REFRESHED, refreshed, { signal: ending.signal });
    addEventListener("hashchange", follow, { signal: ending.signal });
    document.addEventListener("keydown", goBeside, { signal: ending.signal });
    restore().finally(follow);
    setReady(true);
    return () => ending.abort();
  }, [failed]);

  return (
    <>
      <details className="tree-keys" hidden={!ready}>
        <summary className="quiet">{title}</summary>
        <p>{children}</p>
      </details>
      <p className="tree-trouble" role="status">
        {trouble}
      </p>
    </>
  );
}
