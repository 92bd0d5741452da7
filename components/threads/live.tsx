"use client";

import type { LiveEvent } from "#lib/live/codec";
import { paths } from "#lib/paths";

/** The page is at rest before its stream opens: nobody who waits for that waits for a stream, which never ends. */
const START_MS = 1_500;
/** Whoever looks into another tab for a moment comes back; a forgotten one shall cost nothing. */
const HIDDEN_MS = 60_000;
/** Without a stream the page asks this seldom, each time at a moment of its own. */
const ASK_MS = 60_000;

interface Ear {
  /** The number of the event after which to go on. */
  place: () => number;
  happened: (event: LiveEvent) => void;
  /** What happened cannot be told one by one: ask anew for everything. */
  ask: () => void;
}

/** Hears what happens in a thread while the page is before somebody's eyes. Answers how to stop. */
export function listen(slug: string, { place, happened, ask }: Ear): () => void {
  let source: EventSource | null = null;
  let next: ReturnType<typeof setTimeout>;

  function close() {
    clearTimeout(next);
    source?.close();
    source = null;
  }

  function open() {
    close();
    if (document.hidden) return;
    const stream = new EventSource(paths.api.live(slug, place()));
    source = stream;
    stream.onmessage = ({ data }) => happened(JSON.parse(data));
    stream.addEventListener("reset", ask);
    stream.onerror = () => {
      // Cut off, the browser comes back by itself; refused, it does not.
      if (stream.readyState !== EventSource.CLOSED || source !== stream) return;
      close();
      next = setTimeout(
        () => {
          ask();
          open();
        },
        ASK_MS * (0.75 + Math.random() / 2),
      );
    };
  }

  function turned() {
    if (document.hidden) {
      clearTimeout(next);
      next = setTimeout(close, HIDDEN_MS);
    } else if (source === null || source.readyState === EventSource.CLOSED) open();
    else clearTimeout(next);
  }

  next = setTimeout(open, START_MS);
  document.addEventListener("visibilitychange", turned);
  // A page that the browser puts away to come back to it must hold no connection.
  addEventListener("pagehide", close);
  addEventListener("pageshow", reopen);
  function reopen({ persisted }: PageTransitionEvent) {
    if (persisted) open();
  }
  return () => {
    close();
    document.removeEventListener("visibilitychange", turned);
    removeEventListener("pagehide", close);
    removeEventListener("pageshow", reopen);
  };
}
