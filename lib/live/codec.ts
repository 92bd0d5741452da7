/** The form of the stream: server-sent events, each with the place at which a reader that was cut off goes on. */

/** What a page is told: ids and codes; the words it fetches under its reader's own rights. */
export interface LiveEvent {
  /** The event's number in its thread. */
  id: number;
  kind: string;
  argument?: string;
  link?: string;
  /** The argument that is answered, where one is. */
  parent?: string;
  /** The reader's own act, perhaps in another window. */
  own?: true;
}

/**
 * What a page may have missed and still be told one by one; beyond it, it asks anew, which costs it as much as a
 * hundred small lines.
 */
export const REPLAY_MAX = 200;

export const lineOf = (thread: string, event: LiveEvent): string =>
  `id: ${thread}.${event.id}\ndata: ${JSON.stringify(event)}\n\n`;

/** Tells a page to ask anew for everything; what comes next comes after the event of this number. */
export const resetLine = (thread: string, id: number): string =>
  `id: ${thread}.${id}\nevent: reset\ndata: ${JSON.stringify({ id })}\n\n`;

/** After how long a page that was cut off comes back. */
export const retryLine = (ms: number): string => `retry: ${Math.round(ms)}\n\n`;

/** Nothing but a sign of life. */
export const HEARTBEAT = ":\n\n";

/**
 * After which event a page goes on: by the browser's own note of what came last, else by the page's address. Null where
 * that is no place in this thread, or too far back: then the page has to ask anew.
 */
export function placeOf(
  { last, after }: { last: string | undefined; after: string | null },
  thread: string,
  latest: number,
): number | null {
  const [, of, number] = /^(?:([a-z0-9]{1,40})\.)?(\d{1,10})$/.exec(last ?? after ?? "") ?? [];
  // The browser's note names its thread, the address names it elsewhere.
  if (number === undefined || (last !== undefined && of !== thread)) return null;
  const place = Number(number);
  return place <= latest && latest - place <= REPLAY_MAX ? place : null;
}
