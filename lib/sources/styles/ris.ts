/** RIS: a tag and a value a line. A value never holds a line's end, so that none of its words can pass for a tag. */
import type { CslItem } from "#lib/sources/csl";
import { iso, yearOf } from "#lib/sources/styles/dates";
import { inverted } from "#lib/sources/styles/names";
import { value } from "#lib/sources/styles/value";

const KINDS: Record<string, string> = {
  "article-newspaper": "NEWS",
  "article-magazine": "MGZN",
  "article-journal": "JOUR",
  report: "RPRT",
  book: "BOOK",
};

export const ris = (items: readonly CslItem[]): string => items.map(record).join("");

function record(item: CslItem): string {
  const { issued, accessed, page, URL, archive_location } = item;
  const [first, last] = page?.split(/[-–]+/) ?? [];
  const lines: [tag: string, text: string | undefined][] = [
    ["TY", KINDS[item.type] ?? "ELEC"],
    ...(item.author ?? []).map((name): [string, string] => ["AU", inverted(name)]),
    ["PY", issued && yearOf(issued)],
    ["DA", issued && iso(issued, "/")],
    ["TI", item.title],
    ["T2", item["container-title"]],
    ["VL", item.volume],
    ["IS", item.issue],
    ["SP", first],
    ["EP", last],
    ["PB", item.publisher],
    ["CY", item["publisher-place"]],
    ["DO", item.DOI],
    ["UR", URL ?? archive_location],
    ["Y2", accessed && iso(accessed, "/")],
    ["LA", item.language],
    ["N1", item.genre],
    ["N1", item.note],
  ];
  const written = lines.filter(([, text]) => text).map(([tag, text = ""]) => `${tag}  - ${value(text)}\r\n`);
  return `${written.join("")}ER  - \r\n`;
}
