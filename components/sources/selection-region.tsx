"use client";

import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { type BarKeys, SelectionBar } from "#components/sources/selection-bar";
import { type Chosen, chosenIn, rangeOf } from "#components/sources/selection-places";
import { isArrow, walkThrough } from "#components/sources/selection-walk";
import { comeIntoView, useHighlight, useNamedStretch, useSelection } from "#components/sources/selection-watch";
import { filled, type SelectionWords, type SourceAtHand } from "#components/sources/selection-words";
import type { Arrow } from "#lib/sources/walk";

interface Props {
  title: string;
  source: SourceAtHand;
  words: SelectionWords;
  /** The id of what explains the keys. */
  help: string;
  children: ReactNode;
}

/** The text of a source: words selected in it by pointer, touch or keyboard open the bar that argues from them. */
export function SelectionRegion({ title, source, words, help, children }: Props) {
  const article = useRef<HTMLElement>(null);
  const walk = useRef<ReturnType<typeof walkThrough>>(null);
  /** Whoever came by a click scrolls with the arrows. */
  const byKeyboard = useRef(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const bar = useRef<BarKeys>(null);

  const choose = useCallback((range: Range | null) => {
    const next = range && article.current && chosenIn(article.current, range);
    setChosen((now) => (now && next && now.from === next.from && now.to === next.to ? now : next));
  }, []);
  useSelection(choose);
  useNamedStretch(article, choose);
  useHighlight(article, chosen);

  function letGo() {
    getSelection()?.removeAllRanges();
    choose(null);
    article.current?.focus({ preventScroll: true });
  }

  function go(text: HTMLElement, arrow: Arrow, extend: boolean) {
    walk.current ??= walkThrough(text);
    const { stretch, focus } = walk.current.go(arrow, extend, chosen);
    const range = rangeOf(text, stretch.from, stretch.to);
    const end = rangeOf(text, focus.from, focus.to);
    if (!range || !end) return;
    getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    comeIntoView(end);
    choose(range);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const text = article.current;
    if (!text || event.ctrlKey || event.metaKey || event.altKey) return;
    const onText = event.target === text;
    const { key, shiftKey } = event;
    // Letters that are typed into the bar are words, not keys.
    if (event.target instanceof HTMLInputElement) return;
    if (onText && byKeyboard.current && isArrow(key)) go(text, key, shiftKey);
    else if (chosen && key === "Escape") letGo();
    else if (chosen?.flaw === null && key.toLowerCase() === "a") bar.current?.argue();
    else if (chosen && key.toLowerCase() === "c") bar.current?.cite();
    else if (chosen && onText && key === "Tab" && !shiftKey)
      text.querySelector<HTMLElement>("[role=toolbar] :is(button, summary)")?.focus();
    else return;
    event.preventDefault();
  }

  const home = chosen && article.current?.querySelector(`p[data-start="${chosen.home}"]`)?.parentElement;
  return (
    <article
      ref={article}
      className="article"
      aria-label={title}
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys that select words
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget) byKeyboard.current = target.matches(":focus-visible");
      }}
    >
      {children}
      {home &&
        createPortal(
          <SelectionBar key={`${chosen.from} ${chosen.to}`} ref={bar} {...{ chosen, source, words }} />,
          home,
        )}
      <p className="sr-only" role="status">
        {chosen && `${filled(words.where, chosen)} ${chosen.words}`}
      </p>
    </article>
  );
}
