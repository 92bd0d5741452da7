/** The line under the tag of a card in policy debate. It names the day of reading, so that others can look again. */
import { addressOf, type CslItem } from "#lib/sources/csl";
import { numbered, partsOf, UNDATED } from "#lib/sources/styles/dates";
import { inText, natural } from "#lib/sources/styles/names";
import { quoted } from "#lib/sources/styles/runs";

/** The last two figures of a year. */
const YEAR_FIGURES = -2;

export function cardCite(item: CslItem): string {
  const { short, rest } = cardParts(item);
  return `${short} ${rest}`;
}

/** The short form, which debaters read aloud, and the rest in brackets. */
export function cardParts(item: CslItem): { short: string; rest: string } {
  const { "container-title": container, publisher, author = [], issued, accessed, genre } = item;
  const house = container ?? publisher;
  const year = issued ? String(partsOf(issued)[0]).slice(YEAR_FIGURES) : UNDATED;
  const before = author.map((name) => `${natural(name)}, `).join("");
  const after = [
    house,
    genre?.toLowerCase(),
    issued ? numbered(issued) : UNDATED,
    addressOf(item),
    accessed && `accessed ${numbered(accessed)}`,
  ];
  const named = inText(item, "and") ?? house ?? item.title;
  return {
    short: `${named} ${year}`,
    rest: `(${before}${quoted(item.title, ",")} ${after.filter(Boolean).join(", ")})`,
  };
}
