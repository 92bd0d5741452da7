/** American Psychological Association, 7th edition. */
import { addressOf, type CslItem, isArticle } from "#lib/sources/csl";
import { UNDATED, yearFirst, yearOf } from "#lib/sources/styles/dates";
import { inText, joined, withInitials } from "#lib/sources/styles/names";
import { enumerated, quoted, type Run, sentences } from "#lib/sources/styles/runs";

export function apaReference(item: CslItem): Run[] {
  const authors = joined((item.author ?? []).map(withInitials), "&");
  const date = `(${dateOf(item)})`;
  const title: Run[] = [
    standsAlone(item) ? { italic: item.title } : item.title,
    ...(item.genre ? [` [${item.genre}]`] : []),
  ];
  const address = addressOf(item);
  const named = authors
    ? sentences(authors, date, title, containerOf(item))
    : sentences(title, date, containerOf(item));
  return address ? [...named, " ", { address }] : named;
}

export function apaInText(item: CslItem, paragraph: number): string {
  const named = inText(item, "&");
  return `(${named ? `${named},` : quoted(item.title, ",")} ${yearOf(item.issued)}, para. ${paragraph})`;
}

const standsAlone = (item: CslItem): boolean => !isArticle(item) || !item["container-title"];

/** What appears day by day has its day, other works their year. */
function dateOf({ type, issued }: CslItem): string {
  if (!issued) return UNDATED;
  return /^(?:article-journal|book|chapter|report)$/.test(type) ? yearOf(issued) : yearFirst(issued);
}

function containerOf(item: CslItem): Run[] | undefined {
  const { "container-title": container, publisher, volume, issue, page } = item;
  if (!container || !isArticle(item)) {
    const house = container ?? publisher;
    return house ? [house] : undefined;
  }
  const number: Run[] | undefined = volume ? [{ italic: volume }, ...(issue ? [`(${issue})`] : [])] : undefined;
  return enumerated({ italic: container }, number, page?.replace("-", "–"));
}
