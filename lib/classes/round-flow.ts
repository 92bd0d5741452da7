/**
 * A round on the debaters' sheet: a column a speech, and a row a line of argument, so that an answer stands to the right
 * of what it answers, in the speech in which it was made. Several of one speech stand below each other. Pure and linear.
 */
import type { Branch, Edge, Node } from "#lib/arguments/tree";
import { clockAt, type Done, type Timing } from "#lib/classes/round";

/** The column of what stood before the round. */
export const BEFORE = -1;

export interface Noted {
  id: string;
  /** The place of its speech. */
  speech: number;
  /** The argument in whose row it stands; null begins a row. */
  answers: string | null;
}

export type Entry<N extends Node, E extends Edge, M extends Noted> =
  | { kind: "argument"; branch: Branch<N, E> }
  | { kind: "note"; note: M };

export interface SheetRow<N extends Node, E extends Edge, M extends Noted> {
  key: string;
  /** What was said in each speech, by its place. */
  cells: ReadonlyMap<number, readonly Entry<N, E, M>[]>;
}

/** Which speech was on at a moment, both milliseconds since 1970; after the last one the last. */
export function speechAt(timing: Timing, opened: number, done: readonly Done[], at: number): number {
  if (at < opened) return BEFORE;
  const until = done.filter((act) => act.at <= at);
  return Math.min(clockAt(timing, until, at).speech, timing.speeches.length - 1);
}

/** `speechOf`: in which speech an argument was made. What a note answers that is not on the sheet begins a row. */
export function sheetOf<N extends Node, E extends Edge, M extends Noted>(
  top: readonly Branch<N, E>[],
  notes: readonly M[],
  speechOf: (argument: N) => number,
): SheetRow<N, E, M>[] {
  const rowOf = new Map<string, Map<number, Entry<N, E, M>[]>>();
  const put = (cells: Map<number, Entry<N, E, M>[]>, speech: number, entry: Entry<N, E, M>) =>
    cells.set(speech, [...(cells.get(speech) ?? []), entry]);
  const rows: { key: string; cells: Map<number, Entry<N, E, M>[]> }[] = [];
  const begin = (key: string) => {
    const row = { key, cells: new Map<number, Entry<N, E, M>[]>() };
    rows.push(row);
    return row.cells;
  };
  for (const branch of top) {
    const cells = begin(branch.link.id);
    const open = [branch];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      put(cells, speechOf(next.argument), { kind: "argument", branch: next });
      if (!next.again) rowOf.set(next.argument.id, cells);
      open.push(...next.answers.toReversed());
    }
  }
  for (const note of notes) put(rowOf.get(note.answers ?? "") ?? begin(note.id), note.speech, { kind: "note", note });
  return rows;
}

/** The columns that a sheet needs, in order: every speech in which something was said, and the one that is on. */
export function columnsOf(rows: readonly { cells: ReadonlyMap<number, unknown> }[], now: number): number[] {
  return [...new Set([now, ...rows.flatMap(({ cells }) => [...cells.keys()])])].sort((a, b) => a - b);
}
