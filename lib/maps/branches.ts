/**
 * Which branches of a map are open, as the query of its address: `12` is drawn with its answers, wherever it stands; `12-`
 * is drawn closed; `12*` is one more piece of the list of its answers, `0*` of the answers to the question; `all` is
 * everything. So every state of a map has an address, with script and without.
 */

/** More would not fit into every address bar. */
const MOST = 60;
const TURN = /^(?:all|0\*|[1-9]\d{0,5}[-*]?)$/;

export const ALL = "all";
const QUERY = "branches";

export type Turns = readonly string[];

/** What an address says; what is none of ours is passed over. */
export function readTurns(said: string | null | undefined): Turns {
  return (said ?? "").split(",", MOST).filter((turn) => TURN.test(turn));
}

export const turnsIn = (search: string): Turns => readTurns(new URLSearchParams(search).get(QUERY));

/** With the question mark, or nothing. Commas and stars stand in a query as they are. */
export const queryOf = (turns: Turns): string => (turns.length === 0 ? "" : `?${QUERY}=${turns.join(",")}`);

const added = (turns: Turns, turn: string): Turns => (turns.length < MOST ? [...turns, turn] : turns);

export function opened(turns: Turns, number: number): Turns {
  const others = turns.filter((turn) => turn !== `${number}-`);
  return others.includes(`${number}`) ? others : added(others, `${number}`);
}

/** `kept`: it would be open though nobody had asked for it. */
export function closed(turns: Turns, number: number, kept: boolean): Turns {
  const others = turns.filter((turn) => turn !== `${number}`);
  return kept ? added(others, `${number}-`) : others;
}

export const extended = (turns: Turns, number: number): Turns => added(turns, `${number}*`);

/** What was asked, by numbers of arguments; 0 is the question. */
export interface Asked {
  all: boolean;
  open: ReadonlySet<number>;
  closed: ReadonlySet<number>;
  pieces: ReadonlyMap<number, number>;
}

export function askedBy(turns: Turns): Asked {
  const numbers = (end: string) =>
    turns.filter((turn) => turn.endsWith(end) && turn !== ALL).map((turn) => Number.parseInt(turn, 10));
  const pieces = new Map<number, number>();
  for (const number of numbers("*")) pieces.set(number, (pieces.get(number) ?? 0) + 1);
  return {
    all: turns.includes(ALL),
    open: new Set(turns.filter((turn) => /\d$/.test(turn)).map(Number)),
    closed: new Set(numbers("-")),
    pieces,
  };
}
