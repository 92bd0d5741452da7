/** The article of a web page: what can be seen of it, the rest set aside. No script runs and nothing is fetched. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { charsetInHtml, textOf } from "#lib/sources/extraction/charset";
import { refuseBomb } from "#lib/sources/extraction/html-scan";
import type { Block, Reading } from "#lib/sources/extraction/proposal";
import { isTitleOff } from "#lib/sources/extraction/title";

const UNSEEN =
  "script, style, noscript, template, iframe, object, svg, math, canvas, audio, video, select, textarea, button, dialog, [hidden], [aria-hidden=true]";
const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** What a page says of itself, and not to its readers. */
const UNSAID = new Set(["head", "title", "script"]);
/** Shorter ones may stand in the article by chance, a menu's "News" for instance. */
const SURE_LENGTH = 40;

type Style = (name: string) => string;

function styleOf(element: Element): Style {
  const pairs = (element.getAttribute("style") ?? "").split(";").map((one) => one.split(":"));
  const said = new Map(pairs.map(([name = "", value = ""]) => [name.trim().toLowerCase(), value.trim().toLowerCase()]));
  return (name) => (said.get(name) ?? "").replace(/\s*!important$/, "");
}

/** The colour behind an element, as far as style attributes tell; a page is white. */
function groundOf(element: Element | null): string {
  if (!element) return "white";
  const value = styleOf(element);
  return value("background-color") || value("background") || groundOf(element.parentElement);
}

/** What a style attribute makes invisible: not shown, or in the colour of its ground. */
function isUnseen(element: Element): boolean {
  const value = styleOf(element);
  return (
    value("display") === "none" ||
    /^(?:hidden|collapse)$/.test(value("visibility")) ||
    /^0+(?:\.0+)?%?$/.test(value("opacity")) ||
    /^0+(?:\.0+)?(?:px|pt|em|rem|%)?$/.test(value("font-size")) ||
    (value("color") !== "" && colour(value("color")) === colour(groundOf(element)))
  );
}

const NAMES: Record<string, string> = { white: "#ffffff", black: "#000000", transparent: "#ffffff" };
function colour(text: string): string {
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(text);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  const rgb = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/.exec(text);
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`;
  return NAMES[text] ?? text;
}

/** The texts of the blocks under a node, in order, with the name of the innermost block. Two line breaks part them, too. */
function blocksOf(root: Node): { text: string; name: string }[] {
  const found: { text: string; name: string }[] = [];
  let words = "";
  const end = (name: string) => {
    for (const part of words.split(/\n\s*\n/)) {
      const text = part.replace(/\s+/g, " ").trim();
      if (text) found.push({ text, name });
    }
    words = "";
  };
  const walk = (node: Node, block: string) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) words += (child.textContent ?? "").replace(/\s+/g, " ");
      if (child.nodeType !== 1) continue;
      const name = child.nodeName.toLowerCase();
      if (UNSAID.has(name)) continue;
      if (name === "br") words += "\n";
      else if (!BLOCKS.has(name)) walk(child, block);
      else {
        end(block);
        walk(child, name);
        end(name);
      }
    }
  };
  walk(root, "body");
  end("body");
  return found;
}

/** Readability knows which part of a page is its article; which words those are is told by the page itself. */
function inArticle(content: string): (text: string) => boolean {
  const { document } = parseHTML(`<!doctype html><html><body>${content}</body></html>`);
  const texts = blocksOf(document.body).map(({ text }) => text);
  const [known, all] = [new Set(texts), texts.join(" ")];
  return (text) => known.has(text) || (text.length >= SURE_LENGTH && all.includes(text));
}

/** As much of the beginning as names what a text is about. */
const BEGINNING = 3;

/** Reads a web page. `charset` is what the answer that brought it said, `address` where it was asked for. */
export function readHtml(bytes: Uint8Array, charset?: string, address = ""): Reading {
  const html = textOf(bytes, charset ?? charsetInHtml(bytes));
  refuseBomb(html);
  const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`);
  for (const element of document.querySelectorAll(UNSEEN)) {
    // It holds the claims, and is read by name alone.
    if (element.getAttribute("type") !== "application/ld+json") element.remove();
  }
  for (const element of document.querySelectorAll("[style]")) {
    if (isUnseen(element)) element.remove();
  }
  const page = blocksOf(document.body);
  const article = new Readability(document as unknown as Document, { maxElemsToParse: 0 }).parse();
  const isKept = article?.content ? inArticle(article.content) : () => true;
  const blocks: Block[] = page.map(({ text, name }) => {
    if (name === "figcaption") return { text, reason: "caption" };
    return { text, reason: name === "h1" || isKept(text) ? null : "outside" };
  });
  const [title, outlet] = [said(article?.title), said(article?.siteName)];
  const begins = blocks.filter(({ reason }) => reason === null).slice(0, BEGINNING);
  const shown = [...page.filter(({ name }) => /^h[12]$/.test(name)), ...begins].map(({ text }) => text);
  return {
    blocks,
    warnings: title && isTitleOff(title, { outlet: outlet ?? "", shown, address }) ? ["title-mismatch"] : [],
    claims: {
      title,
      outlet,
      byline: said(article?.byline)?.replace(/^by\s+/i, "") ?? null,
      publishedOn: /^\d{4}-\d\d-\d\d/.exec(article?.publishedTime ?? "")?.[0] ?? null,
    },
  };
}

const said = (text: string | null | undefined): string | null => text?.replace(/\s+/g, " ").trim() || null;
