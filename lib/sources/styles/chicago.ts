/** The Chicago Manual of Style, 17th edition: the bibliography of its system of notes. */
import { addressOf, type CslItem, isArticle } from "#lib/sources/csl";
import { monthFirst, UNDATED, yearOf } from "#lib/sources/styles/dates";
import { inText, inverted, joined, natural } from "#lib/sources/styles/names";
import { enumerated, quoted, type Run, sentences } from "#lib/sources/styles/runs";
import { titleCase } from "#lib/sources/styles/title-case";

export function chicagoReference(item: CslItem): Run[] {
  const title = titleCase(item.title, item.language);
  const authors = (item.author ?? []).map((name, index) => (index === 0 ? inverted(name) : natural(name)));
  const address = addressOf(item);
  return sentences(
    joined(authors, "and"),
    item.type === "book" ? { italic: title } : quoted(title, "."),
    houseOf(item) && item.genre,
    item.type === "article-journal" ? journal(item) : published(item),
    // The manual asks for the day of reading where a work has no day of its own.
    !item.issued && item.accessed ? `Accessed ${monthFirst(item.accessed)}` : undefined,
    address ? { address } : undefined,
  );
}

/** A shortened note, in brackets. */
export function chicagoInText(item: CslItem, paragraph: number): string {
  const title = quoted(titleCase(item.title, item.language), ",");
  return `(${[inText(item, "and"), `${title} para. ${paragraph}`].filter(Boolean).join(", ")})`;
}

function journal({ "container-title": container = "", volume, issue, page, issued }: CslItem): Run[] {
  const number = [volume, issue && `no. ${issue}`].filter(Boolean).join(", ");
  return [
    { italic: container },
    `${number && ` ${number}`} (${yearOf(issued)})${page ? `: ${page.replace("-", "–")}` : ""}`,
  ];
}

function published(item: CslItem): Run[] {
  const house = houseOf(item);
  const date = item.issued ? monthFirst(item.issued) : UNDATED;
  return enumerated(house && isArticle(item) ? { italic: house } : (house ?? item.genre), date);
}

function houseOf({ "container-title": container, publisher, "publisher-place": place }: CslItem): string | undefined {
  return container ?? (place && publisher ? `${place}: ${publisher}` : publisher);
}
