/** What happened in a thread since somebody's last visit, as far as a reader of its page sees it. */

/** One argument, whatever happened to it how often. */
export interface NewsItem {
  argument: string;
  /** Its number in the thread. */
  number: number;
  /** Whether it is new to the reader, or a known one that was revised, withdrawn or removed. */
  kind: "new" | "changed";
  /** The numbers of the first and the last event that the reader has not seen of it. */
  first: number;
  last: number;
}

export interface NewsView {
  /** Whether the visit is kept here; a stranger's browser keeps its own. */
  kept: boolean;
  /** The number of the thread's latest event. */
  latest: number;
  /** Up to where the reader had seen everything; null on a first visit, when nothing is new. */
  seen: number | null;
  /** Later events that the reader has seen one by one. */
  singly: number[];
  /** When that was, ISO 8601; null where it is not known here. */
  at: string | null;
  /** By `first`. */
  items: NewsItem[];
  /** Whether there is more than `items` can hold. */
  more: boolean;
}

/**
 * What is to be kept once the events in `singly` are seen, too: up to where nothing is unseen any more, and the rest
 * one by one.
 */
export function visitAfter(
  { latest, items, more }: Pick<NewsView, "latest" | "more"> & { items: readonly Pick<NewsItem, "first" | "last">[] },
  singly: ReadonlySet<number>,
): { seen: number; singly: number[] } {
  const unseen = items.filter(({ last }) => !singly.has(last)).map(({ first }) => first);
  const end = more ? (items.at(-1)?.first ?? 1) - 1 : latest;
  const seen = Math.min(end, ...unseen.map((first) => first - 1));
  return { seen, singly: [...singly].filter((number) => number > seen).sort((a, b) => a - b) };
}
