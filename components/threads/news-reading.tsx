"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState, useTransition } from "react";
import { REFRESHED } from "#components/arguments/outline-told";
import { listen } from "#components/threads/live";
import { askMine } from "#components/threads/mine";
import { keepVisit, visitHere } from "#components/threads/news-kept";
import { hideWords, isOnPage, isSpokenOf, showWords, tellOutline } from "#components/threads/news-marks";
import type { Overheard } from "#components/threads/news-paint";
import { holdStill, type Stillness } from "#components/threads/news-still";
import type { LiveEvent } from "#lib/live/codec";
import type { NewsView } from "#lib/visits/news";
import { begin, gone, happened, kept, type Reading, told } from "#lib/visits/reading";

/** What is seen is told in portions: often enough that little is lost, seldom enough that reading is no traffic. */
const KEEP_MS = 3_000;
/** Several changes that come together make the page anew once. */
const GATHER_MS = 150;

/** Makes the page anew in place, without moving what one reads. */
export function useRefreshing(): {
  /** For these arguments, or for none in particular. */
  refresh: (...concerned: string[]) => void;
  refreshing: boolean;
  still: React.RefObject<Stillness | null>;
} {
  const router = useRouter();
  const [refreshing, start] = useTransition();
  const still = useRef<Stillness>(null);
  const gathering = useRef<ReturnType<typeof setTimeout>>(undefined);
  const concerned = useRef<Set<string> | null>(new Set());
  const refresh = useCallback(
    (...some: string[]) => {
      if (some.length === 0) concerned.current = null;
      for (const argument of some) concerned.current?.add(argument);
      clearTimeout(gathering.current);
      gathering.current = setTimeout(() => {
        still.current ??= holdStill();
        start(() => router.refresh());
      }, GATHER_MS);
    },
    [router],
  );
  useEffect(() => () => clearTimeout(gathering.current), []);
  useEffect(() => {
    if (refreshing || !still.current) return;
    still.current.end();
    still.current = null;
    showWords();
    tellOutline();
    document.dispatchEvent(new CustomEvent(REFRESHED, { detail: concerned.current }));
    concerned.current = new Set();
  }, [refreshing]);
  return { refresh, refreshing, still };
}

/** What this reader had seen before, as the server or this browser knows it. */
function before(slug: string, news: NewsView) {
  const here = news.kept ? null : visitHere(slug);
  return { singly: here?.singly ?? news.singly, at: here?.at ?? news.at };
}

/**
 * A visit to a page that was made after the event `latest`: what the server says is new, and from then on what happens.
 */
export function useReading(slug: string, latest: number, refresh: (...concerned: string[]) => void) {
  const [reading, setReading] = useState<Reading>(() => begin(latest));
  const [news, setNews] = useState<NewsView | null>(null);
  const overheard = useRef<Overheard>({ parents: new Map(), justNow: new Set() }).current;
  /** The number of the event up to which the page was told. */
  const place = useRef(latest);

  const change = useCallback(
    ({ id, kind, argument, parent, own }: LiveEvent) => {
      if (id <= place.current) return;
      place.current = id;
      if (own || argument === undefined || !/^argument\.(?:posted|revised|withdrawn|removed)$/.test(kind)) {
        setReading((one) => ({ ...one, latest: id }));
        refresh(...[argument, parent].filter((one) => one !== undefined));
      } else if (kind === "argument.posted") {
        if (parent) overheard.parents.set(argument, parent);
        const waits = !isOnPage(argument);
        setReading((one) => happened(one, { argument, kind: "new", id, waits }));
      } else {
        overheard.justNow.add(argument);
        if (kind !== "argument.revised") hideWords(argument);
        if (isSpokenOf(argument)) refresh(argument);
        setReading((one) =>
          kind === "argument.revised"
            ? happened(one, { argument, kind: "changed", id, waits: false })
            : gone(one, { argument, id }),
        );
      }
    },
    [refresh, overheard],
  );

  useEffect(() => {
    let left = false;
    let stop = () => {};
    const ask = async () => {
      const { news: answer } = await askMine(slug);
      const missed = answer.items.filter(({ last }) => last > place.current).sort((a, b) => a.last - b.last);
      for (const { argument, kind, last } of missed)
        change({ id: last, argument, kind: kind === "new" ? "argument.posted" : "argument.revised" });
      place.current = Math.max(place.current, answer.latest);
      refresh();
    };
    const begun = async () => {
      const { news: answer } = await askMine(slug);
      if (left) return;
      // What happened since the page was made is told by the stream.
      const items = answer.items.filter(({ last }) => last <= place.current);
      const known = { ...answer, ...before(slug, answer), latest: place.current, items };
      setReading((one) => told(one, known));
      setNews(known);
    };
    // Where the server is away, the stream asks again.
    begun()
      .catch(() => {})
      .finally(() => {
        const ear = { place: () => place.current, happened: change, ask: () => void ask().catch(() => {}) };
        if (!left) stop = listen(slug, ear);
      });
    return () => {
      left = true;
      stop();
    };
  }, [slug, change, refresh]);

  return { reading, setReading, news, overheard };
}

/** Keeps what was seen a moment later, at once where the page is left, and not while it may yet be taken back. */
export function useKept(slug: string, reading: Reading, news: NewsView | null, paused: boolean): void {
  const visit = useMemo(() => JSON.stringify(kept(reading)), [reading]);
  const last = useRef<string>(null);
  useEffect(() => {
    if (news === null) return;
    last.current ??= JSON.stringify({ seen: news.seen, singly: news.singly });
    const keep = () => {
      if (last.current === visit) return;
      last.current = visit;
      keepVisit(slug, news.kept, JSON.parse(visit));
    };
    const timer = paused ? undefined : setTimeout(keep, KEEP_MS);
    addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", keep);
    };
  }, [news, visit, paused, slug]);
}
