/**
 * What a reader turned in an outline, as the query of its address: `12` is the branch below argument 12, opened where it
 * was served closed or closed where it was served open; `12*`, `pro*`, `con*` is one more piece of a list. In the order
 * in which it was done, so that it can be done again.
 */

/** More would not fit into every address bar, and each is asked of the server when the page is loaded again. */
const MOST = 60;
const TURN = /^(?:(?:[1-9]\d{0,5})\*?|(?:pro|con)\*)$/;

const QUERY = "open";

/** What an address says; what is none of ours is passed over. */
export function turnsIn(search: string): string[] {
  const said = new URLSearchParams(search).get(QUERY) ?? "";
  return said.split(",", MOST).filter((turn) => TURN.test(turn));
}

/** The address's query after one more turn. Turning a branch twice is not turning it; pieces only add up. */
export function turned(turns: readonly string[], turn: string): string[] {
  if (!turn.endsWith("*") && turns.includes(turn)) return turns.filter((known) => known !== turn);
  return turns.length < MOST && TURN.test(turn) ? [...turns, turn] : [...turns];
}

/** An address's query with what was turned in it; whatever else it says stays. Commas and stars stand in one as they are. */
export function queryOf(search: string, turns: readonly string[]): string {
  const others = new URLSearchParams(search);
  others.delete(QUERY);
  const parts = [`${others}`, turns.length > 0 ? `${QUERY}=${turns.join(",")}` : ""].filter(Boolean);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
