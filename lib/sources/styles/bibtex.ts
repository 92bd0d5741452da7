/**
 * BibTeX in biblatex's fields, which know addresses and whole dates. Readers count braces even behind a backslash, so that
 * every brace inside a value is written as a command.
 */
import type { CslItem, CslName } from "#lib/sources/csl";
import { iso } from "#lib/sources/styles/dates";
import { inverted } from "#lib/sources/styles/names";
import { value } from "#lib/sources/styles/value";

const COMMANDS: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

export const bibtex = (items: readonly CslItem[]): string => items.map(entry).join("\n");

function entry(item: CslItem): string {
  const { "container-title": container, publisher, issued, accessed, URL, archive_location, page } = item;
  const kind = kindOf(item);
  const house = kind === "report" ? "institution" : kind === "book" ? "publisher" : "organization";
  const fields: [name: string, text: string | undefined][] = [
    ["author", item.author?.map(author).join(" and ")],
    ["title", `{${escaped(item.title)}}`],
    ["journaltitle", kind === "article" && container ? braced(container) : undefined],
    [house, kind === "article" ? undefined : braced(publisher ?? container)],
    ["location", braced(item["publisher-place"])],
    ["volume", item.volume && escaped(item.volume)],
    ["number", item.issue && escaped(item.issue)],
    ["pages", page && escaped(page.replace(/[-–]+/, "--"))],
    ["date", issued && iso(issued)],
    ["doi", item.DOI && address(item.DOI)],
    ["url", address(URL ?? archive_location)],
    ["urldate", accessed && iso(accessed)],
    ["note", [item.genre, item.note].flatMap((note) => (note ? [escaped(note)] : [])).join(". ")],
  ];
  const lines = fields.filter(([, text]) => text).map(([name, text]) => `  ${name.padEnd(7)} = {${text}},\n`);
  return `@${kind}{${item.id.replace(/[^\w-]/g, "")},\n${lines.join("")}}\n`;
}

function kindOf({ type, "container-title": container }: CslItem): string {
  if (type === "book" || type === "report") return type;
  return type.startsWith("article-") && container ? "article" : "online";
}

const escaped = (text: string): string =>
  value(text).replace(/[\\{}$&#%_~^]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`);

/** A name that must not be taken apart at its "and" or its comma. */
const braced = (text: string | undefined): string | undefined =>
  text && (/,|\band\b/i.test(text) ? `{${escaped(text)}}` : escaped(text));

function author(name: CslName): string {
  if ("literal" in name) return `{${escaped(name.literal)}}`;
  return /,|\band\b/i.test(`${name.family} ${name.given}`) ? `{${escaped(inverted(name))}}` : escaped(inverted(name));
}

/** Addresses are read letter by letter: what would end the value is encoded as addresses do it. */
const address = (text: string | undefined): string | undefined =>
  text?.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
