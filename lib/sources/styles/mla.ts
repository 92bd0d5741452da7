/** Modern Language Association, 9th edition. */
import { addressOf, type CslItem, isArticle } from "#lib/sources/csl";
import { dayFirst, yearOf } from "#lib/sources/styles/dates";
import { inText, inverted, joined, natural } from "#lib/sources/styles/names";
import { enumerated, quoted, type Run, sentences } from "#lib/sources/styles/runs";
import { titleCase } from "#lib/sources/styles/title-case";

export function mlaReference(item: CslItem): Run[] {
  const title = titleCase(item.title, item.language);
  const { "container-title": container, publisher, volume, issue, page, issued, accessed } = item;
  const address = addressOf(item);
  const published = enumerated(
    container ? { italic: container } : publisher,
    volume && `vol. ${volume}`,
    issue && `no. ${issue}`,
    issued && (item.type === "article-journal" ? yearOf(issued) : dayFirst(issued)),
    page && `pp. ${page.replace("-", "–")}`,
    address ? { address } : undefined,
  );
  return sentences(
    authorsOf(item),
    isPart(item) ? quoted(title, ".") : { italic: title },
    published.length > 0 ? published : undefined,
    // The handbook asks for the day of reading where a work has no day of its own.
    !issued && accessed ? `Accessed ${dayFirst(accessed)}` : undefined,
    item.genre,
  );
}

export function mlaInText(item: CslItem, paragraph: number): string {
  const named = inText(item, "and");
  const title = quoted(titleCase(item.title, item.language), ",");
  return named ? `(${named}, par. ${paragraph})` : `(${title} par. ${paragraph})`;
}

const isPart = (item: CslItem): boolean => isArticle(item) || item.type === "webpage";

function authorsOf({ author: [first, second, third] = [] }: CslItem): string | undefined {
  if (!first || !second) return first && inverted(first);
  return third ? `${inverted(first)}, et al.` : joined([inverted(first), natural(second)], "and");
}
