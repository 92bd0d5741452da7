/**
 * A visit under way: what is new on a page, what waits to be shown, what has been before the reader's eyes. Values that
 * never change; each function answers the next one.
 */
import { type NewsItem, type NewsView, visitAfter } from "#lib/visits/news";

/** What happened to one argument that this reader has not seen, or not until a moment ago. */
export type News = Pick<NewsItem, "argument" | "kind" | "first" | "last">;

export interface Reading {
  /** The number of the latest event that the page knows of. */
  latest: number;
  /** Whether there is more than the server listed. */
  more: boolean;
  /** What can be stepped to, by argument. */
  items: ReadonlyMap<string, News>;
  /** Arguments that came while the page was open and wait to be shown. */
  waiting: ReadonlyMap<string, News>;
  /** The last events of what was seen. */
  seen: ReadonlySet<number>;
}

export const begin = (latest: number): Reading => ({
  latest,
  more: false,
  items: new Map(),
  waiting: new Map(),
  seen: new Set(),
});

const by = (news: readonly News[]) => new Map(news.map((one) => [one.argument, one]));

/** What the server knows to be new; what came by the stream meanwhile stays. */
export function told(reading: Reading, { items, singly, latest, more }: NewsView): Reading {
  const waiting = [...reading.waiting.keys()];
  const known = items.filter(({ argument }) => !waiting.includes(argument));
  return {
    ...reading,
    latest: Math.max(reading.latest, latest),
    more,
    items: by([...known, ...reading.items.values()]),
    seen: new Set([...singly, ...reading.seen]),
  };
}

/** Something happened to an argument, at the event of this number. `waits`: it is new and not on the page yet. */
export function happened(
  reading: Reading,
  { argument, kind, id, waits }: { argument: string; kind: News["kind"]; id: number; waits: boolean },
): Reading {
  const known = reading.waiting.get(argument) ?? reading.items.get(argument);
  const next =
    known && !reading.seen.has(known.last) ? { ...known, last: id } : { argument, kind, first: id, last: id };
  const place = waits || reading.waiting.has(argument) ? "waiting" : "items";
  return {
    ...reading,
    latest: Math.max(reading.latest, id),
    [place]: new Map(reading[place]).set(argument, next),
  };
}

/** An argument's words are gone: of what was new nothing is left to be read, a known one has changed. */
export function gone(reading: Reading, { argument, id }: { argument: string; id: number }): Reading {
  const latest = Math.max(reading.latest, id);
  if (reading.waiting.has(argument)) return { ...reading, latest, waiting: without(reading.waiting, argument) };
  const known = reading.items.get(argument);
  if (known?.kind === "new" && !reading.seen.has(known.last)) {
    return { ...reading, latest, items: without(reading.items, argument) };
  }
  return happened(reading, { argument, kind: "changed", id, waits: false });
}

function without<V>(map: ReadonlyMap<string, V>, key: string): Map<string, V> {
  const next = new Map(map);
  next.delete(key);
  return next;
}

/** What waited is on the page. */
export const shown = (reading: Reading): Reading => ({
  ...reading,
  items: new Map([...reading.items, ...reading.waiting]),
  waiting: new Map(),
});

export function saw(reading: Reading, argument: string): Reading {
  const last = reading.items.get(argument)?.last;
  if (last === undefined || reading.seen.has(last)) return reading;
  return { ...reading, seen: new Set([...reading.seen, last]) };
}

/** Everything that is on the page or can be stepped to; what waits was not before anybody's eyes. */
export const sawAll = (reading: Reading): Reading => ({
  ...reading,
  seen: new Set([...reading.seen, ...Array.from(reading.items.values(), ({ last }) => last)]),
});

export const unseen = ({ items, seen }: Reading): News[] => [...items.values()].filter(({ last }) => !seen.has(last));

/** What is to be kept of this visit. */
export function kept({ latest, more, items, waiting, seen }: Reading): { seen: number; singly: number[] } {
  const all = [...items.values(), ...waiting.values()].sort((a, b) => a.first - b.first);
  return visitAfter({ latest, items: all, more }, seen);
}
