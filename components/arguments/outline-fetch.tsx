/** Lists of answers that a page asks for after it has come. */

/** A list, or a piece of one, that came to the page after it. */
export interface Piece {
  list: Element;
  /** Where it came from. */
  address: string;
  /** Whether the list begins with it. */
  first: boolean;
}

/** The answers on the page at this address, in the order of this page. */
export async function fetchAnswers(address: string): Promise<Element> {
  const url = new URL(address);
  for (const name of ["sort", "by"]) {
    const asked = new URLSearchParams(location.search).get(name);
    if (asked) url.searchParams.set(name, asked);
  }
  const answer = await fetch(url);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const list = page.querySelector(".list > .answers");
  if (!answer.ok || !list) throw new Error(`no answers at ${address}`);
  return document.importNode(list, true);
}
