"use client";

import { cardOf } from "#components/threads/news-marks";

/** As long as a claim takes to be read; what scrolls by has not been seen. */
const SEEN_MS = 1_500;
/** The foot of the window, where the bar stands, in pixels. */
const BAR = 64;

/** Tells which of these arguments have been before the reader's eyes for long enough. */
export function eyesOn(saw: (argument: string) => void): {
  look: (unseen: Iterable<string>) => void;
  close: () => void;
} {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const watched = new Map<Element, string>();

  const leave = (argument: string) => {
    clearTimeout(timers.get(argument));
    timers.delete(argument);
  };
  const rest = (argument: string) => {
    timers.delete(argument);
    // A tab in the background is before nobody's eyes: it waits until somebody comes back.
    if (document.hidden) timers.set(argument, setTimeout(rest, SEEN_MS, argument));
    else saw(argument);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const argument = watched.get(target);
        if (argument === undefined) continue;
        if (!isIntersecting) leave(argument);
        else if (!timers.has(argument)) timers.set(argument, setTimeout(rest, SEEN_MS, argument));
      }
    },
    { threshold: 0.9, rootMargin: `0px 0px -${BAR}px 0px` },
  );

  return {
    look(unseen) {
      const wanted = new Map<Element, string>();
      for (const argument of unseen) {
        const claim = cardOf(argument)?.querySelector(".claim, .tombstone");
        if (claim) wanted.set(claim, argument);
      }
      for (const [claim, argument] of watched) {
        if (wanted.has(claim)) continue;
        observer.unobserve(claim);
        watched.delete(claim);
        leave(argument);
      }
      for (const [claim, argument] of wanted) {
        if (watched.has(claim)) continue;
        watched.set(claim, argument);
        observer.observe(claim);
      }
    },
    close() {
      observer.disconnect();
      for (const argument of [...timers.keys()]) leave(argument);
    },
  };
}
