/** Looks at the tags of a web page before a parser builds a tree of them: one pass, no memory. */
import { Refused } from "#lib/verdict";

/** The longest pages of encyclopaedias have fewer. */
const ELEMENTS_MAX = 60_000;
/** Browsers stop at 512, and whoever walks the tree after them recurses. */
const DEPTH_MAX = 400;
/** Ten for each element is more than any page has. */
const ATTRIBUTES_MAX = 10 * ELEMENTS_MAX;

/** Elements without an end, and those whose end most pages leave out. */
const NEVER_DEEP =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot)$/i;

/** @throws Refused "page-too-complex" */
export function refuseBomb(html: string): void {
  let [elements, depth, attributes] = [0, 0, 0];
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    const [, close, name] = /^<(\/?)([a-z][a-z0-9:-]{0,40})/i.exec(html.slice(at, at + 48)) ?? [];
    if (!name) {
      at += 1;
      continue;
    }
    const end = endOfTag(html, at);
    if (close) depth = Math.max(0, depth - (NEVER_DEEP.test(name) ? 0 : 1));
    else {
      elements += 1;
      const tag = html.slice(at + 1 + name.length, end);
      if (!NEVER_DEEP.test(name) && !tag.endsWith("/")) depth += 1;
      attributes += countSpaces(tag);
    }
    if (elements > ELEMENTS_MAX || depth > DEPTH_MAX || attributes > ATTRIBUTES_MAX)
      throw new Refused("page-too-complex");
    // What stands in a script looks like tags and is none.
    at = !close && /^(?:script|style)$/i.test(name) ? endOfScript(html, end, name) : end;
  }
}

function endOfTag(html: string, at: number): number {
  const end = html.indexOf(">", at);
  return end < 0 ? html.length : end;
}

function endOfScript(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

/** As many spaces as there are, so many attributes there may be. */
function countSpaces(tag: string): number {
  let count = 0;
  for (let i = 0; i < tag.length; i++) if (tag.charCodeAt(i) <= 0x2f && /[\s/]/.test(tag[i] as string)) count += 1;
  return count;
}
