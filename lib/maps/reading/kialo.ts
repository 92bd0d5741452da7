/**
 * Kialo's text export, in both of its dialects: that of 2017 to 2019, a claim a line with links in its words, and that
 * of 2025, a label and a claim for each place, indented by depth, with notes that lead to a list of sources. A number is
 * that of its parent with one more figure; `-> See 1.2.` is a further place of the claim there. What looks like a head
 * and has no parent, or stands at another depth than its number says, is part of the text above it.
 */
import { type Found, type FoundLink, gather } from "#lib/maps/reading/gather";
import type { ReadMap, ReadQuotation } from "#lib/maps/reading/read-map";
import { quoted, sourceAt, stretchesOf } from "#lib/maps/reading/words";
import { Refused } from "#lib/verdict";

const FLAT_TITLE = /^Discussion (?:Title|Name):[^\S\n]*(\S.*)$/;
const INDENTED_TITLE = /^Discussion Name:\s*$/;
const FLAT_HEAD = /^()((?:\d{1,6}\.){1,250}) (?:(Pro|Con|Thesis|Question): )?(.*)$/;
const INDENTED_HEAD = /^( *)((?:\d{1,6}\.){1,250}) (Question|Thesis|Pro|Con):\s*$/;
const SEE = /^-> See ((?:\d{1,6}\.){1,250})\s*$/;
const LINK = /\[((?:[^[\]\\]|\\.){0,1000})\]\(((?:[^()\\]|\\.){0,2000})\)/g;
const NOTE = /\s*(?<!\\)\[(\d{1,6})(?<!\\)\]/g;

/** Whether a text may be Kialo's. */
export const isKialo = (text: string) => /^Discussion (?:Title|Name):/.test(text);

const unescaped = (text: string) => text.replace(/\\([[\]()*_\\`#>~-])/g, "$1");
const parentOf = (number: string) => number.replace(/\d+\.$/, "");
const depthOf = (number: string) => number.split(".").length - 1;

interface Place {
  number: string;
  label: string | null;
  text: string;
}

/** @throws Refused "map-unreadable", and whatever `gather` refuses */
export function readKialo(text: string): ReadMap {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const indented = INDENTED_TITLE.test(lines[0] ?? "");
  const title = indented ? lines[1] : FLAT_TITLE.exec(lines[0] ?? "")?.[1];
  if (title === undefined) throw new Refused("map-unreadable");
  const end = indented ? lines.findIndex((line) => /^Sources:\s*$/.test(line)) : -1;
  const places = placesIn(lines.slice(indented ? 2 : 1, end < 0 ? undefined : end), indented);
  const sources = end < 0 ? [] : sourcesIn(lines.slice(end + 1));
  return mapped(title, places, indented, sources);
}

function placesIn(lines: string[], indented: boolean): Place[] {
  const places: (Place & { lines: string[] })[] = [];
  const known = new Set<string>();
  for (const line of lines) {
    const [, indent = "", number = "", label, rest = ""] = (indented ? INDENTED_HEAD : FLAT_HEAD).exec(line) ?? [];
    const isHead =
      number !== "" &&
      !known.has(number) &&
      (depthOf(number) === 1 ? known.size === 0 : known.has(parentOf(number))) &&
      (!indented || indent.length === 2 * (depthOf(number) - 1));
    if (isHead) {
      known.add(number);
      places.push({ number, label: label ?? null, text: "", lines: indented ? [] : [rest] });
    } else places.at(-1)?.lines.push(line);
  }
  return places.map(({ lines: own, ...place }) => ({
    ...place,
    text: own
      .map((line) => line.trim())
      .join("\n")
      .trim(),
  }));
}

/** Numbered without gaps, which tells `[12]` in a quotation from the next source. */
function sourcesIn(lines: string[]): ReadQuotation[] {
  const sources: { address: string; quote: string[] }[] = [];
  for (const line of lines) {
    const [, number, address = ""] = /^\[(\d{1,6})\] ?(.*)$/.exec(line) ?? [];
    if (Number(number) === sources.length + 1) sources.push({ address: unescaped(address.trim()), quote: [] });
    else sources.at(-1)?.quote.push(line);
  }
  return sources.map(({ address, quote }) => quoted(stretchesOf(quote.join("\n").trim()), sourceAt(address)));
}

function mapped(title: string, places: Place[], indented: boolean, sources: ReadQuotation[]): ReadMap {
  const [root] = places;
  if (!root) throw new Refused("map-empty");
  const seen = new Map(places.map(({ number, text }) => [number, SEE.exec(text)?.[1] ?? null]));
  const claims: Found[] = [];
  // A claim's own place is its home, though a reference may stand before it.
  const own: FoundLink[] = [];
  const further: FoundLink[] = [];
  // Where a debate asks a question, its theses answer it.
  const asks = root.label === "Question";
  const idOf = (number: string): string | null => (number === root.number ? null : (seen.get(number) ?? number));
  for (const { number, label, text } of places.slice(1)) {
    const child = idOf(number);
    if (child === null) continue;
    const isOwn = child === number;
    if (isOwn) claims.push({ id: number, ...worded(text, indented, sources) });
    const stance = label === "Pro" || label === "Thesis" ? "PRO" : label === "Con" ? "CON" : null;
    (isOwn ? own : further).push({ child, parent: idOf(parentOf(number)), stance, target: "CLAIM", at: null });
  }
  const { claim } = worded(root.text, indented, sources);
  return gather({
    format: "kialo",
    question: asks ? claim : title.trim(),
    thesis: asks ? null : claim,
    claims,
    links: [...own, ...further],
  });
}

/** A claim without the notes and links at its end, which say what it stands on. */
function worded(text: string, indented: boolean, sources: ReadQuotation[]): Pick<Found, "claim" | "quotations"> {
  if (indented) {
    const cited = [...text.matchAll(NOTE)].flatMap(([, number]) => sources[Number(number) - 1] ?? []);
    return {
      claim: unescaped(text.replace(NOTE, (note, number) => (sources[Number(number) - 1] ? "" : note))),
      quotations: cited,
    };
  }
  const linked = [...text.matchAll(LINK)].map(([, title = "", address = ""]) =>
    quoted([], sourceAt(unescaped(address), { title: unescaped(title) })),
  );
  // A link behind the last sentence names a source; one within is words of the claim.
  const claim = text.replace(/(?<=[.!?…”"'’)])\s*(?:\[(?:[^[\]\\]|\\.){0,1000}\]\((?:[^()\\]|\\.){0,2000}\)\s*)+$/, "");
  return { claim: unescaped(claim.replace(LINK, "$1")), quotations: linked };
}
