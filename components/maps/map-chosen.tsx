/** The card of the argument that is chosen on a map, with its quotations, as the map's text has it. */
import { paths } from "#lib/paths";

const cardIn = (page: ParentNode, number: number): Element | null =>
  number === 0 ? page.querySelector(".map-asked") : page.querySelector(`.map-text #a${number}`);

/** Of a large map the text holds no quotations: they are had from the map of the argument's own branch. */
async function fetchCard(slug: string, number: number): Promise<Element | null> {
  const answer = await fetch(paths.map(slug, { from: number }));
  return cardIn(new DOMParser().parseFromString(await answer.text(), "text/html"), number);
}

function copied(card: Element): Node {
  const copy = document.importNode(card, true) as Element;
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
  return copy;
}

/** Shows the card in its place; what was asked for last is what is shown. */
export async function chosenCard(slug: string, number: number, place: HTMLElement): Promise<void> {
  place.dataset.number = `${number}`;
  const card = cardIn(document, number);
  if (card) place.replaceChildren(copied(card));
  if (number === 0 || card?.hasAttribute("data-quoted")) return;
  const whole = await fetchCard(slug, number).catch(() => null);
  if (whole && place.dataset.number === `${number}`) place.replaceChildren(copied(whole));
}
