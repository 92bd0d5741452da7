/**
 * An elaboration as CommonMark. Every character that could mean something to a Markdown reader is escaped, those of
 * GitHub's tables and strikethrough included, so that the text reads as its author wrote it and no HTML gets in.
 */
import type { Block, Document, Inline, Mark } from "#lib/text/document";

/** Text of others on one line, inert: the signs of CommonMark, of GitHub's tables and of pandoc's extensions. */
export const inertMarkdown = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#&~|$^@]/g, "\\$&");

const BREAK = "\\\n";

const escaped = (text: string) => text.replace(/[\\`*_[\]<>~|]|&(?=#?\w+;)/g, "\\$&");

/** What opens a heading, a list, a rule or an underline only at the start of a line; leading space would open code. */
const lineStart = (line: string) =>
  line
    .trim()
    .replace(/^[#>+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");

/** Emphasis may not touch white space from inside: it is moved out. */
function wrapped(text: string, open: string, close: string): string {
  const [, before = "", core = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return core === "" ? text : before + open + core + close + after;
}

const markOf = (inline: Inline, type: Mark["type"]) =>
  inline.type === "text" ? inline.marks?.find((mark) => mark.type === type) : undefined;

/** Neighbours that carry the same mark, together. */
function runs(inlines: Inline[], type: Mark["type"]): { mark: Mark | undefined; inlines: Inline[] }[] {
  const all: { mark: Mark | undefined; inlines: Inline[] }[] = [];
  for (const inline of inlines) {
    const mark = markOf(inline, type);
    const last = all.at(-1);
    if (last && JSON.stringify(last.mark) === JSON.stringify(mark)) last.inlines.push(inline);
    else all.push({ mark, inlines: [inline] });
  }
  return all;
}

function inlineMarkdown(inlines: Inline[], types: Mark["type"][] = ["link", "bold", "italic"]): string {
  const [type, ...rest] = types;
  if (type === undefined) return inlines.map((i) => (i.type === "text" ? escaped(i.text) : BREAK)).join("");
  return runs(inlines, type)
    .map(({ mark, inlines: run }) => {
      const inner = inlineMarkdown(run, rest);
      if (mark === undefined) return inner;
      if (mark.type === "bold") return wrapped(inner, "**", "**");
      if (mark.type === "italic") return wrapped(inner, "*", "*");
      const href = mark.attrs.href.replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29"));
      return wrapped(inner, "[", `](${href})`);
    })
    .join("");
}

const paragraph = (inlines: Inline[]) =>
  inlineMarkdown(inlines)
    .split(BREAK)
    .map(lineStart)
    .filter((line) => line !== "")
    .join(BREAK);

const hang = (marker: string, item: string) => marker + item.replace(/\n(?=[^\n])/g, `\n${" ".repeat(marker.length)}`);

function block(node: Block): string {
  switch (node.type) {
    case "paragraph":
      return paragraph(node.content ?? []);
    case "blockquote":
      return blocks(node.content).replace(/^/gm, "> ");
    case "bulletList":
      return node.content.map((item) => hang("- ", blocks(item.content))).join("\n");
    case "orderedList": {
      const start = node.attrs?.start ?? 1;
      return node.content.map((item, i) => hang(`${start + i}. `, blocks(item.content))).join("\n");
    }
  }
}

const blocks = (nodes: Block[]): string => nodes.map(block).join("\n\n");

export function markdownOf(document: Document): string {
  return blocks(document.content);
}
