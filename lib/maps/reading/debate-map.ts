/** Debate Map's "CSV quotes": three columns, a claim, the words quoted for it and where they stand; no stance. */
import { parse } from "csv-parse/sync";
import { CLAIMS_MAX, type Found, gather } from "#lib/maps/reading/gather";
import type { ReadMap } from "#lib/maps/reading/read-map";
import { quoted, sourceAt, stretchesOf } from "#lib/maps/reading/words";
import { Refused } from "#lib/verdict";

const HEAD = /^"?Node text"?,"?Quote text"?,"?Quote source url"?\r?\n/;
/** A claim may stand on several quotations, a row each; files with more rows than this hold no debate. */
const ROWS_MAX = 4 * CLAIMS_MAX;

export const isDebateMap = (text: string) => HEAD.test(text);

/** @throws Refused "map-unreadable", "map-too-large", and whatever `gather` refuses */
export function readDebateMap(text: string): ReadMap {
  const rows = rowsOf(text);
  if (rows.length > ROWS_MAX) throw new Refused("map-too-large", { values: { max: CLAIMS_MAX } });
  const claims = new Map<string, Found & { quotations: NonNullable<Found["quotations"]> }>();
  rows.forEach(([claim = "", quote = "", address = ""], row) => {
    const known = claims.get(claim) ?? { id: `row ${row + 2}`, claim, quotations: [] };
    if (quote.trim() || address.trim()) known.quotations.push(quoted(stretchesOf(quote), sourceAt(address.trim())));
    claims.set(claim, known);
  });
  const found = [...claims.values()];
  return gather({
    format: "debate-map",
    claims: found,
    links: found.map(({ id }) => ({ child: id, parent: null, stance: null, target: "CLAIM", at: null })),
  });
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, {
      from_line: 2,
      columns: false,
      relax_column_count: true,
      skip_empty_lines: true,
      to: ROWS_MAX + 1,
    });
  } catch {
    throw new Refused("map-unreadable");
  }
}
