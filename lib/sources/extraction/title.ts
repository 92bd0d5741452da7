/** Whether a page is about what it was asked for: a wall for consent or payment has its own words, under another's title. */
import { wordsOf } from "#lib/text/words";

/** Shorter words stand in any sentence. */
const TELLING = 4;
/** One may be shared by chance, or be the outlet's name. */
const SHARED = 2;

const tellingWordsOf = (text: string): Set<string> =>
  new Set(
    wordsOf(text.replaceAll("-", " "))
      .map((word) => word.toLowerCase())
      .filter((word) => word.length >= TELLING),
  );

/** Whether a text has as many of the title's words as chance does not give; all, where the title has fewer. */
const agrees = (title: Set<string>, text: Set<string>): boolean =>
  [...title].filter((word) => text.has(word)).length >= Math.min(SHARED, title.size);

/** The words of an address's last part, where it has some, as those of articles do: "/2026/harbour-road-toll-9f3c.html". */
function wordsOfAddress(address: string): Set<string> {
  const part = URL.parse(address)?.pathname.split("/").filter(Boolean).at(-1) ?? "";
  return tellingWordsOf((part.match(/[a-z]+(?:-[a-z]+)+/g) ?? []).join(" "));
}

interface Page {
  outlet: string;
  /** Its headings, and how its text begins. */
  shown: string[];
  /** At which it was asked for; empty for a file. */
  address: string;
}

/** Whether the title that a page claims fits neither what it shows nor the address at which it was asked for. */
export function isTitleOff(title: string, { outlet, shown, address }: Page): boolean {
  const ofOutlet = tellingWordsOf(outlet);
  const own = new Set([...tellingWordsOf(title)].filter((word) => !ofOutlet.has(word)));
  if (!shown.some((text) => agrees(own, tellingWordsOf(text)))) return true;
  const asked = wordsOfAddress(address);
  // An address spells other scripts in its own way.
  const latin = new Set([...own].filter((word) => /^[a-z]+$/.test(word)));
  return asked.size >= SHARED && !agrees(latin, asked);
}
