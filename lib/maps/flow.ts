/**
 * The debaters' sheet of a thread: a column a turn, and rows that follow an argument across. Its first answer stands
 * beside it in its own row, each further one in a row below; an argument is as many rows high as the answers it
 * leads to. Pure; the columns follow policy debate's flow, where an argument is answered in the column to its right.
 */
import type { Branch, Edge, Node } from "#lib/arguments/tree";

export interface Cell<N extends Node, E extends Edge> {
  branch: Branch<N, E>;
  /** From 1: the turn. */
  column: number;
  /** How many rows it is high. */
  rows: number;
  /** Arguments below it that the sheet has no column for. */
  beyond: number;
}

/** The cells that begin in a row, each right of the one before. */
export type Row<N extends Node, E extends Edge> = Cell<N, E>[];

export interface Sheet<N extends Node, E extends Edge> {
  rows: Row<N, E>[];
  columns: number;
  /** Answers to the question that the sheet has no room for. */
  rest: number;
}

interface Size {
  columns: number;
  /** No further answer to the question begins once so many rows are filled. */
  rows: number;
}

export function flowOf<N extends Node, E extends Edge>(top: readonly Branch<N, E>[], size: Size): Sheet<N, E> {
  const rows: Row<N, E>[] = [];
  let columns = 0;
  let begun = 0;
  for (const branch of top) {
    if (rows.length >= size.rows) break;
    begun += 1;
    rows.push([]);
    const last = (): Row<N, E> => rows[rows.length - 1] as Row<N, E>;
    const heights = heightsOf(branch, size.columns);
    // Depth first, each with whether it begins a row of its own.
    const open = [{ branch, column: 1, below: false }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.below) rows.push([]);
      const { column } = next;
      const answers = column < size.columns ? next.branch.answers : [];
      const beyond = answers.length < next.branch.answers.length ? heights.below(next.branch) : 0;
      last().push({ branch: next.branch, column, rows: heights.rows(next.branch), beyond });
      columns = Math.max(columns, column);
      const right = answers.map((answer, i) => ({ branch: answer, column: column + 1, below: i > 0 }));
      open.push(...right.reverse());
    }
  }
  return { rows, columns, rest: top.length - begun };
}

/** How many rows each branch needs, and how many arguments stand below it; answers before what they answer. */
function heightsOf<N extends Node, E extends Edge>(root: Branch<N, E>, columns: number) {
  const all = [{ branch: root, column: 1 }];
  for (const { branch, column } of all)
    for (const answer of branch.answers) all.push({ branch: answer, column: column + 1 });
  const rows = new Map<Branch<N, E>, number>();
  const below = new Map<Branch<N, E>, number>();
  for (const { branch, column } of all.reverse()) {
    const sum = (of: (answer: Branch<N, E>) => number) => branch.answers.reduce((total, one) => total + of(one), 0);
    rows.set(
      branch,
      column < columns
        ? Math.max(
            1,
            sum((one) => rows.get(one) ?? 1),
          )
        : 1,
    );
    below.set(
      branch,
      sum((one) => (below.get(one) ?? 0) + (one.argument.state === "VISIBLE" && !one.again ? 1 : 0)),
    );
  }
  return {
    rows: (branch: Branch<N, E>) => rows.get(branch) ?? 1,
    below: (branch: Branch<N, E>) => below.get(branch) ?? 0,
  };
}
