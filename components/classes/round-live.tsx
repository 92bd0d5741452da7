"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { listen } from "#components/threads/live";

interface Props {
  thread: string;
  /** The number of the event after which the page was made. */
  latest: number;
}

/** Several events of one act, and what a class posts within the same moment, are one look. */
const TOGETHER_MS = 150;

/** Follows a round: whatever happens in its thread, the page asks anew under its reader's own rights. */
export function RoundLive({ thread, latest }: Props) {
  const router = useRouter();
  const place = useRef(latest);
  place.current = Math.max(place.current, latest);
  useEffect(() => {
    let next: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      clearTimeout(next);
      next = setTimeout(() => router.refresh(), TOGETHER_MS);
    };
    const stop = listen(thread, {
      place: () => place.current,
      happened: ({ id }) => {
        place.current = Math.max(place.current, id);
        ask();
      },
      ask,
    });
    return () => {
      clearTimeout(next);
      stop();
    };
  }, [thread, router]);
  return null;
}
