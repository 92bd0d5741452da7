"use client";

import { paths } from "#lib/paths";

/** How far a stranger has read a thread, which their browser keeps; a member's visits are kept by the server. */
interface Visit {
  seen: number;
  singly: number[];
  /** When, ISO 8601. */
  at: string;
}

const PREFIX = "visit:";
/** As many threads as somebody follows without ever joining; the longest unvisited goes first. */
const THREADS_MAX = 100;

export function visitHere(slug: string): Visit | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + slug) ?? "null");
  } catch {
    return null;
  }
}

function keepHere(slug: string, visit: Visit): void {
  try {
    const before = visitHere(slug);
    // Another window may have read on.
    if (before && before.seen > visit.seen) return;
    localStorage.setItem(PREFIX + slug, JSON.stringify(visit));
    const kept = Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => [visitHere(key.slice(PREFIX.length))?.at ?? "", key] as const)
      .sort();
    for (const [, key] of kept.slice(0, -THREADS_MAX)) localStorage.removeItem(key);
  } catch {
    // Storage is full or switched off: everything counts as seen on the next visit.
  }
}

/** Keeps what was seen, with the server or in this browser; also on the way out of a page. */
export function keepVisit(slug: string, withServer: boolean, visit: { seen: number; singly: number[] }): void {
  if (!withServer) {
    keepHere(slug, { ...visit, at: new Date().toISOString() });
    return;
  }
  fetch(paths.api.mine(), {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ thread: slug, ...visit }),
    // The session is over, or the server away: it is said again with what is seen next.
  }).catch(() => {});
}
