"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { eyesOn } from "#components/threads/news-eyes";
import { countAtFeet, holdCards, markCards, tellOutline } from "#components/threads/news-marks";
import type { Stillness } from "#components/threads/news-still";
import { type NewsWords, waitingWords } from "#components/threads/news-words";
import { type Reading, unseen } from "#lib/visits/reading";

/** What was told on the stream beside the news itself. */
export interface Overheard {
  /** What those that wait answer. */
  parents: Map<string, string>;
  /** What changed while the page was open. */
  justNow: Set<string>;
}

function paint({ items, waiting }: Reading, { parents, justNow }: Overheard, words: NewsWords): void {
  const { fresh, changed, justNow: recent } = words.marks;
  const held = holdCards(new Set(waiting.keys()));
  const marked = markCards(
    new Map(
      Array.from(items.values(), ({ argument, kind }) => [
        argument,
        justNow.has(argument) ? recent : kind === "new" ? fresh : changed,
      ]),
    ),
  );
  if (held || marked) tellOutline();
  const counts = Map.groupBy(waiting.keys(), (argument) => parents.get(argument) ?? "");
  countAtFeet(new Map(Array.from(counts, ([parent, { length }]) => [parent, waitingWords(words, length)])));
}

/**
 * Shows on the page what is new, whenever that or the page changes: it is made anew in place, and branches are opened.
 * `saw` is told what has been before the reader's eyes.
 */
export function usePainted(
  reading: Reading,
  words: NewsWords,
  {
    overheard,
    still,
    saw,
  }: { overheard: Overheard; still: RefObject<Stillness | null>; saw: (argument: string) => void },
): void {
  const show = useRef(() => {});
  const eyes = useRef<ReturnType<typeof eyesOn>>(null);
  show.current = () => {
    paint(reading, overheard, words);
    still.current?.settle();
    eyes.current?.look(unseen(reading).map(({ argument }) => argument));
  };
  useEffect(() => {
    eyes.current = eyesOn(saw);
    const changes = new MutationObserver(() => show.current());
    changes.observe(document.querySelector("main") ?? document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    show.current();
    return () => {
      changes.disconnect();
      eyes.current?.close();
    };
  }, [saw]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that the reading is another one is what counts
  useLayoutEffect(() => show.current(), [reading]);
}
