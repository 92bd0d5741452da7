"use client";

import { type RefObject, useEffect } from "react";
import { rangeOf } from "#components/sources/selection-places";

type Article = RefObject<HTMLElement | null>;
type Choose = (range: Range | null) => void;

/** As long as a selection rests before it counts: handles are dragged on a touch screen without any other sign. */
const REST_MS = 200;
/** What the highlight is called in the sheet. */
const HIGHLIGHT = "selected-words";
/** Room for the edge of the screen above the words, and for the bar below them, in pixels. */
const ROOM = { above: 80, below: 160 };

export const SELECTION_BAR = "selection-bar";

/** Tells what is selected on the page whenever a selection has come to rest, by whatever means. */
export function useSelection(choose: Choose): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let dragging = false;
    let inBar = false;
    const look = () => {
      const selection = getSelection();
      const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      // A tap on the bar ends the browser's own selection on some screens, and typing in it on all; not the choice.
      const held = inBar || document.activeElement?.closest(`.${SELECTION_BAR}`);
      if (range || !held) choose(range);
    };
    const changed = () => {
      clearTimeout(timer);
      if (!dragging) timer = setTimeout(look, REST_MS);
    };
    const down = ({ target, pointerType }: PointerEvent) => {
      inBar = target instanceof Element && target.closest(`.${SELECTION_BAR}`) !== null;
      dragging = pointerType === "mouse" && !inBar;
      if (!inBar && getSelection()?.isCollapsed) choose(null);
    };
    // Pressed with a mouse, the bar must not end the selection either.
    const press = (event: MouseEvent) => {
      if (inBar && !(event.target instanceof Element && event.target.closest("input, label"))) event.preventDefault();
    };
    const up = () => {
      if (dragging) timer = setTimeout(look);
      dragging = false;
    };
    document.addEventListener("selectionchange", changed);
    document.addEventListener("pointerdown", down);
    document.addEventListener("mousedown", press);
    document.addEventListener("pointerup", up);
    // Whoever reads is quicker than the script at times.
    if (getSelection()?.isCollapsed === false) changed();
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", changed);
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("mousedown", press);
      document.removeEventListener("pointerup", up);
    };
  }, [choose]);
}

/** An address may name a stretch that nothing stands on, which has no place of its own in the page: it is chosen. */
export function useNamedStretch(article: Article, choose: Choose): void {
  useEffect(() => {
    const look = () => {
      const [, from, to] = /^#c(\d+)-(\d+)$/.exec(location.hash) ?? [];
      if (!article.current || !from || !to || document.getElementById(location.hash.slice(1))) return;
      const range = rangeOf(article.current, Number(from), Number(to));
      if (range) comeIntoView(range);
      choose(range);
    };
    look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, [article, choose]);
}

/** The grey wash under the chosen words; nothing in the page's own markup changes. */
export function useHighlight(article: Article, stretch: { from: number; to: number } | null): void {
  const { from, to } = stretch ?? {};
  useEffect(() => {
    if (!article.current || from === undefined || to === undefined || !("highlights" in CSS)) return;
    const range = rangeOf(article.current, from, to);
    if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
    return () => void CSS.highlights.delete(HIGHLIGHT);
  }, [article, from, to]);
}

/** Scrolls no further than it must. */
export function comeIntoView(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  const over = bottom - (innerHeight - ROOM.below);
  if (top < ROOM.above) scrollBy(0, top - ROOM.above);
  else if (over > 0) scrollBy(0, Math.min(over, top - ROOM.above));
}
