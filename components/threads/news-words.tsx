/** The words of the bar and the marks; of what stands in braces the values come in the browser. */
export interface NewsWords {
  label: string;
  /** "{n} new", "{n} changed", and "since {day}". */
  fresh: string;
  changed: string;
  since: string;
  /** New answers that wait: one, and {n}. */
  waitingOne: string;
  waitingMany: string;
  show: string;
  next: string;
  previous: string;
  all: string;
  allSeen: string;
  undo: string;
  keys: string;
  keysHelp: string;
  marks: { fresh: string; changed: string; justNow: string };
}

export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => `${values[name] ?? whole}`);

/** "13 Nov", as days stand everywhere on a page. */
export function dayOf(at: string): string {
  const day = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  const thisYear = at.slice(0, 4) === new Date().toISOString().slice(0, 4);
  const format = new Intl.DateTimeFormat(document.documentElement.lang, thisYear ? day : { ...day, year: "numeric" });
  return format.format(new Date(at));
}

/** "1 new answer", "3 new answers". */
export function waitingWords({ waitingOne, waitingMany }: NewsWords, n: number): string {
  return n === 1 ? waitingOne : filled(waitingMany, { n });
}
