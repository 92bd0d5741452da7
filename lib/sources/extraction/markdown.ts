/** Markdown as plain paragraphs: its signs go, its words stay. A small reader: what articles use of CommonMark. */
import type { Reading } from "#lib/sources/extraction/proposal";

const FENCE = /^ {0,3}(?:```|~~~)/;
const RULE = /^ {0,3}(?:[-*_] *){3,}$/;
const UNDERLINE = /^ {0,3}(?:=+|-+) *$/;
const HEADING = /^ {0,3}#{1,6}(?:\s+|$)/;
const QUOTED = /^ {0,3}> ?/;
const ITEM = /^ {0,12}(?:[-*+]|\d{1,9}[.)])\s+/;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:\s/;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** Stand for escaped signs while others are taken away; nobody writes them. */
const HIDDEN = 0xe000;

/** Words without emphasis, links, images, code marks and comments. */
function plain(text: string): string {
  return text
    .replace(ESCAPED, (_, sign: string) => String.fromCharCode(HIDDEN + sign.charCodeAt(0)))
    .replace(/!\[[^\]]{0,500}\]\([^()]{0,2000}\)/g, "")
    .replace(/\[([^[\]]{0,2000})\]\([^()]{0,2000}\)/g, "$1")
    .replace(/\[([^[\]]{1,2000})\]\[[^\]]{0,200}\]/g, "$1")
    .replace(/<(https?:\/\/[^\s<>]{1,2000})>/g, "$1")
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, "")
    .replace(/(`+)([^`]{1,2000})\1/g, "$2")
    .replace(/(\*{1,3})(?=\S)([^*]{1,5000}?\S|\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}])(_{1,3})(?=\S)([^_]{1,5000}?\S|\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/[\ue021-\ue07e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - HIDDEN));
}

/** Reads Markdown; a lone title in its head (`title: …` between two lines of dashes) is claimed. */
export function readMarkdown(raw: string): Reading {
  const text = raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const [head = "", matter = ""] = /^---\n(.{0,5000}?)\n---\n/s.exec(text) ?? [];
  const paragraphs: string[][] = [[]];
  const begin = () => paragraphs.push([]);
  let fenced = false;
  for (const line of text
    .slice(head.length)
    .replace(/<!--.{0,5000}?-->/gs, "")
    .split("\n")) {
    const words = line.replace(QUOTED, "");
    if (FENCE.test(words)) {
      fenced = !fenced;
      begin();
    } else if (fenced) paragraphs.at(-1)?.push(words);
    else if (words.trim() === "" || RULE.test(words) || DEFINITION.test(words)) begin();
    else if (UNDERLINE.test(words)) begin();
    else if (HEADING.test(words)) {
      paragraphs.push([words.replace(HEADING, "").replace(/\s+#+\s*$/, "")]);
      begin();
    } else if (ITEM.test(words)) paragraphs.push([words.replace(ITEM, "")]);
    else paragraphs.at(-1)?.push(words.trim());
  }
  const blocks = paragraphs.flatMap((lines) => {
    const words = plain(lines.join(" ")).trim();
    return words ? [{ text: words, reason: null }] : [];
  });
  const claimed = (name: string) => new RegExp(`^${name}:[ \\t]*["']?(.{1,300}?)["']?[ \\t]*$`, "im").exec(matter)?.[1];
  return { blocks, claims: { title: claimed("title") ?? null } };
}
