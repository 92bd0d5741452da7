"use client";

import { type Dispatch, type RefObject, type SetStateAction, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { inReadingOrder, isOnPage, stepTo } from "#components/threads/news-marks";
import type { Overheard } from "#components/threads/news-paint";
import { holdStill, type Stillness } from "#components/threads/news-still";
import { dayOf, filled, type NewsWords, waitingWords } from "#components/threads/news-words";
import { Button } from "#components/ui/button";
import { paths } from "#lib/paths";
import type { NewsView } from "#lib/visits/news";
import { type News, type Reading, saw, sawAll, shown, unseen } from "#lib/visits/reading";

/** As long as somebody needs to notice and to press. */
const UNDO_MS = 8_000;
/** New answers are announced when none has come for a moment, and not every moment of a lively debate. */
const CALM_MS = 2_000;
const ANNOUNCE_MS = 20_000;
/** Who uses single letters otherwise can switch them off; kept under this name. */
const KEYS = "keys";

export interface PanelProps {
  words: NewsWords;
  news: NewsView | null;
  reading: Reading;
  setReading: Dispatch<SetStateAction<Reading>>;
  overheard: Overheard;
  refresh: (...concerned: string[]) => void;
  refreshing: boolean;
  still: RefObject<Stillness | null>;
  /** Whether what was seen is not kept yet, because it may be taken back. */
  setPaused: (paused: boolean) => void;
}

/** Says what is new in a thread and leads through it; others' posts wait here until they are asked for. */
export function NewsPanel({
  words,
  news,
  reading,
  setReading,
  overheard,
  refresh,
  refreshing,
  still,
  setPaused,
}: PanelProps) {
  /** What had been seen before everything was marked as seen. */
  const [undo, setUndo] = useState<Reading["seen"] | null>(null);
  const [inside, setInside] = useState(false);
  const at = useRef<string>(null);
  const bar = useRef<HTMLElement>(null);

  useEffect(() => setPaused(undo !== null), [undo, setPaused]);
  useEffect(() => {
    if (undo === null) return;
    const timer = setTimeout(setUndo, UNDO_MS, null);
    return () => clearTimeout(timer);
  }, [undo]);

  const rest = unseen(reading);
  const step = (by: 1 | -1) => {
    const all = inReadingOrder([...reading.items.values()]);
    const from = all.findIndex(({ argument }) => argument === at.current);
    const turned =
      by === 1
        ? [...all.slice(from + 1), ...all.slice(0, from + 1)]
        : all.slice(0, from === -1 ? undefined : from).reverse();
    const goal: News | undefined = by === 1 ? turned.find((one) => rest.includes(one)) : turned[0];
    if (!goal) return;
    const { argument } = goal;
    at.current = argument;
    if (!isOnPage(argument)) return location.assign(paths.argument(argument));
    stepTo(argument);
    setReading((one) => saw(one, argument));
  };
  const show = () => {
    still.current ??= holdStill();
    const concerned = [...reading.waiting.keys()].flatMap((one) => [one, overheard.parents.get(one) ?? one]);
    flushSync(() => setReading(shown));
    refresh(...concerned);
    // The button is gone now, and who pressed it with the keyboard goes on here.
    bar.current?.querySelector<HTMLElement>("[data-next]")?.focus();
  };
  const open = reading.waiting.size > 0 || rest.length > 0 || undo !== null || (inside && reading.items.size > 0);
  const [keys, setKeys] = useKeys(open, step);
  if (!open) return null;
  const changed = rest.filter(({ kind }) => kind === "changed").length;
  const fresh = rest.length - changed;
  return (
    <section
      ref={bar}
      className="news-bar"
      aria-label={words.label}
      onFocus={() => setInside(true)}
      onBlur={({ relatedTarget, currentTarget }) => setInside(currentTarget.contains(relatedTarget as Node | null))}
    >
      <Announcement n={reading.waiting.size} words={words} />
      {reading.waiting.size > 0 && (
        <Button type="button" small busy={refreshing} onClick={show}>
          {filled(words.show, { what: waitingWords(words, reading.waiting.size) })}
        </Button>
      )}
      {undo !== null ? (
        <p>
          {words.allSeen}{" "}
          <Button
            type="button"
            kind="quiet"
            onClick={() => {
              setReading((one) => ({ ...one, seen: undo }));
              setUndo(null);
            }}
          >
            {words.undo}
          </Button>
        </p>
      ) : (
        reading.items.size > 0 && (
          <>
            <p className="tag new">
              {[
                (fresh > 0 || changed === 0) && filled(words.fresh, { n: fresh }),
                changed > 0 && filled(words.changed, { n: changed }),
              ]
                .filter(Boolean)
                .join(", ")}
              {news?.at && ` ${filled(words.since, { day: dayOf(news.at) })}`}
            </p>
            <p className="news-steps">
              <Button type="button" kind="quiet" data-next="" disabled={rest.length === 0} onClick={() => step(1)}>
                {words.next} {keys && <kbd>n</kbd>}
              </Button>
              <Button type="button" kind="quiet" onClick={() => step(-1)}>
                {words.previous} {keys && <kbd>p</kbd>}
              </Button>
              <Button
                type="button"
                kind="quiet"
                disabled={rest.length === 0}
                onClick={() => {
                  setUndo(reading.seen);
                  setReading(sawAll);
                }}
              >
                {words.all}
              </Button>
              <Button
                type="button"
                kind="quiet"
                className="quiet news-keys"
                aria-pressed={keys}
                title={words.keysHelp}
                onClick={() => setKeys(!keys)}
              >
                {words.keys}
              </Button>
            </p>
          </>
        )
      )}
    </section>
  );
}

/** The letters n and p, unless somebody types, or has switched them off. */
function useKeys(open: boolean, step: (by: 1 | -1) => void): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true);
  const steps = useRef(step);
  steps.current = step;
  useEffect(() => setOn(localStorage.getItem(KEYS) !== "off"), []);
  useEffect(() => {
    if (!open || !on) return;
    const pressed = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || (key !== "n" && key !== "p")) return;
      if (target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog")) return;
      // Before the outline, which takes letters for the beginning of a claim.
      event.preventDefault();
      event.stopPropagation();
      steps.current(key === "n" ? 1 : -1);
    };
    addEventListener("keydown", pressed, { capture: true });
    return () => removeEventListener("keydown", pressed, { capture: true });
  }, [open, on]);
  return [
    on,
    (next) => {
      setOn(next);
      if (next) localStorage.removeItem(KEYS);
      else localStorage.setItem(KEYS, "off");
    },
  ];
}

/** Tells a screen reader how many answers wait, without chatting. */
function Announcement({ n, words }: { n: number; words: NewsWords }) {
  const [said, setSaid] = useState("");
  const last = useRef(0);
  useEffect(() => {
    if (n === 0) return setSaid("");
    const wait = Math.max(CALM_MS, last.current + ANNOUNCE_MS - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setSaid(waitingWords(words, n));
    }, wait);
    return () => clearTimeout(timer);
  }, [n, words]);
  return (
    <p className="sr-only" role="status">
      {said}
    </p>
  );
}
