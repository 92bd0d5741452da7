"use client";

import { type ComponentType, useCallback, useEffect, useState } from "react";
import { usePainted } from "#components/threads/news-paint";
import type { PanelProps } from "#components/threads/news-panel";
import { useKept, useReading, useRefreshing } from "#components/threads/news-reading";
import type { NewsWords } from "#components/threads/news-words";
import { saw } from "#lib/visits/reading";

interface Props {
  slug: string;
  latest: number;
  words: NewsWords;
}

/**
 * Follows what is new in a thread and marks it on the page. What says so and leads through it comes when there is
 * something: most visits have nothing new.
 */
export function NewsBar({ slug, latest, words }: Props) {
  const { refresh, refreshing, still } = useRefreshing();
  const { reading, setReading, news, overheard } = useReading(slug, latest, refresh);
  const [paused, setPaused] = useState(false);
  const [Panel, setPanel] = useState<ComponentType<PanelProps> | null>(null);
  useKept(slug, reading, news, paused);
  usePainted(reading, words, {
    overheard,
    still,
    saw: useCallback((argument: string) => setReading((one) => saw(one, argument)), [setReading]),
  });
  const wanted = reading.waiting.size > 0 || reading.items.size > 0;
  useEffect(() => {
    // Where it cannot be had, the marks are there, and the next news asks again.
    if (wanted && !Panel)
      import("#components/threads/news-panel").then(
        ({ NewsPanel }) => setPanel(() => NewsPanel),
        () => {},
      );
  }, [wanted, Panel]);
  return Panel && <Panel {...{ words, news, reading, setReading, overheard, refresh, refreshing, still, setPaused }} />;
}
