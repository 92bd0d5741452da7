/**
 * Debaters' cards in Word, as Verbatim sets them: a tag (the claim), a line that cites, and the passage in full, of which
 * the underlined and highlighted words are read out. A hat or pocket says on which side its cards are. Everything but
 * the styles and the words is passed over. Nothing outside the file is fetched and no entity is resolved.
 */
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import type { Stance } from "#lib/arguments/view";
import { type Found, type FoundLink, gather } from "#lib/maps/reading/gather";
import type { ReadMap, ReadQuotation } from "#lib/maps/reading/read-map";
import { quoted, sourceAt } from "#lib/maps/reading/words";
import { refuseUnfitArchive } from "#lib/sources/extraction/zip";
import { sentenceEdges } from "#lib/text/sentences";
import { Refused } from "#lib/verdict";

/** A quotation's least length (`lib/sources/quotation.ts`): shorter runs are read with the rest of their sentence. */
const RUN_MIN = 20;
const RUNS_MAX = 5;

type Style = "pocket" | "hat" | "block" | "tag" | "cite" | "read";

/** An element as the parser gives it: one member of its name with its children, and `:@` with its attributes. */
type Xml = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  processEntities: true,
});

const ZIP = [0x50, 0x4b, 0x03, 0x04];
export const isArchive = (bytes: Uint8Array) => ZIP.every((byte, i) => bytes[i] === byte);

const nameOf = (element: Xml) => Object.keys(element).find((key) => key !== ":@") ?? "";
const inside = (element: Xml | undefined): Xml[] => {
  const children = element?.[nameOf(element)];
  return Array.isArray(children) ? (children as Xml[]) : [];
};
const child = (elements: Xml[], name: string) => elements.find((one) => name in one);
const attribute = (element: Xml | undefined, name: string): string => {
  const value = (element?.[":@"] as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? value : "";
};
const settingOf = (elements: Xml[], name: string) => attribute(child(elements, name), "w:val");

/** @throws Refused "not-a-word-file", "file-too-large", "map-unreadable", and whatever `gather` refuses */
export function readCards(bytes: Uint8Array): ReadMap {
  refuseUnfitArchive(bytes);
  const part = (path: string): Xml[] => {
    const [xml] = Object.values(unzipSync(bytes, { filter: ({ name }) => name === path })).map((file) =>
      strFromU8(file),
    );
    // Word declares no document type; one would only be there to define entities.
    if (xml !== undefined && /<!DOCTYPE/i.test(xml)) throw new Refused("map-unreadable");
    return xml === undefined ? [] : (parser.parse(xml) as Xml[]);
  };
  let cards: Card[];
  try {
    const styles = stylesIn(inside(child(part("word/styles.xml"), "w:styles")));
    const body = child(inside(child(part("word/document.xml"), "w:document")), "w:body");
    cards = cardsIn(inside(body), styles);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("map-unreadable");
  }
  return mapped(cards);
}

const NAMED: [Style, RegExp][] = [
  ["pocket", /^(?:heading 1|pocket)$/],
  ["hat", /^(?:heading 2|hat)$/],
  ["block", /^(?:heading 3|block)$/],
  ["tag", /^(?:heading 4|tag)$/],
  ["cite", /^(?:style 13 pt bold|cite)$/],
  ["read", /^(?:style underline|underline|emphasis)$/],
];

/** What each style is for: by name or by alias, since ids differ between languages. */
function stylesIn(styles: Xml[]): Map<string, Style> {
  const known = new Map<string, Style>();
  for (const style of styles.filter((one) => "w:style" in one)) {
    const about = inside(style);
    const names = `${settingOf(about, "w:name")},${settingOf(about, "w:aliases")}`.toLowerCase().split(",");
    const found = NAMED.find(([, name]) => names.some((one) => name.test(one.trim())));
    if (found) known.set(attribute(style, "w:styleId"), found[0]);
  }
  return known;
}

interface Run {
  text: string;
  style: Style | undefined;
  marked: boolean;
}

interface Card {
  stance: Stance | null;
  pocket: string;
  tag: string;
  cite: string;
  /** What its author says between the tag and the cite, in words of their own. */
  analytics: string[];
  paragraphs: { text: string; marks: { from: number; to: number; loud: boolean }[] }[];
}

const FOR = /^\W*(?:pro|aff|affirmative|for|proposition|yes)\b/i;
const AGAINST = /^\W*(?:con|neg|negative|against|opposition|no)\b/i;
const stanceOf = (head: string): Stance | null => (FOR.test(head) ? "PRO" : AGAINST.test(head) ? "CON" : null);

function runsIn(elements: Xml[], styles: ReadonlyMap<string, Style>): (Run & { loud: boolean })[] {
  return elements.flatMap((element) => {
    const name = nameOf(element);
    if (/^w:(?:hyperlink|ins|smartTag|sdt|sdtContent)$/.test(name)) return runsIn(inside(element), styles);
    if (name !== "w:r") return [];
    const parts = inside(element);
    const about = inside(child(parts, "w:rPr"));
    const style = styles.get(settingOf(about, "w:rStyle"));
    const underline = settingOf(about, "w:u");
    const highlight = settingOf(about, "w:highlight");
    const loud = highlight !== "" && highlight !== "none";
    const marked = loud || style === "read" || (underline !== "" && underline !== "none");
    return [{ text: parts.map(wordsOf).join(""), style, marked, loud }];
  });
}

function wordsOf(part: Xml): string {
  const name = nameOf(part);
  if (name === "w:t")
    return inside(part)
      .map((one) => (typeof one["#text"] === "string" ? one["#text"] : ""))
      .join("");
  return name === "w:tab" || name === "w:br" ? " " : name === "w:noBreakHyphen" ? "-" : "";
}

function cardsIn(body: Xml[], styles: ReadonlyMap<string, Style>): Card[] {
  const cards: Card[] = [];
  const head = { pocket: "", hat: "" };
  let card: Card | null = null;
  for (const paragraph of body.filter((one) => "w:p" in one)) {
    const parts = inside(paragraph);
    const style = styles.get(settingOf(inside(child(parts, "w:pPr")), "w:pStyle"));
    const runs = runsIn(parts, styles);
    const text = runs.map((run) => run.text).join("");
    if (style === "pocket" || style === "hat" || style === "block") {
      if (style === "pocket") Object.assign(head, { pocket: text, hat: "" });
      if (style === "hat") head.hat = text;
      card = null;
    } else if (style === "tag" && text.trim() !== "") {
      const stance = stanceOf(head.hat) ?? stanceOf(head.pocket);
      card = { stance, pocket: head.pocket, tag: text.trim(), cite: "", analytics: [], paragraphs: [] };
      cards.push(card);
    } else if (card && text.trim() !== "") {
      if (card.cite === "" && runs.some((run) => run.style === "cite")) card.cite = text.trim();
      else if (card.cite === "" && runs.every(({ marked }) => !marked)) card.analytics.push(text.trim());
      else for (const one of condensed(runs)) card.paragraphs.push(one);
    }
  }
  return cards;
}

/** A paragraph, or several where a pilcrow stands for the ends that were taken out; with the words that are marked. */
function condensed(runs: (Run & { loud: boolean })[]): Card["paragraphs"] {
  const found: Card["paragraphs"] = [{ text: "", marks: [] }];
  for (const { text, marked, loud } of runs) {
    text.split("¶").forEach((piece, i) => {
      if (i > 0) found.push({ text: "", marks: [] });
      const last = found.at(-1);
      if (!last) return;
      const from = last.text.length;
      last.text += piece;
      if (marked && piece.trim() !== "") last.marks.push({ from, to: last.text.length, loud });
    });
  }
  return found.filter(({ text }) => text.trim() !== "");
}

/** The words that are read out: the highlighted ones, or else all that are marked; short ones with their sentence. */
function readOut({ paragraphs }: Card): string[] {
  const anyLoud = paragraphs.some(({ marks }) => marks.some(({ loud }) => loud));
  const runs = paragraphs.flatMap(({ text, marks }) => {
    const merged: { from: number; to: number }[] = [];
    for (const { from, to } of marks.filter(({ loud }) => loud || !anyLoud)) {
      const last = merged.at(-1);
      if (last && text.slice(last.to, from).trim() === "") last.to = to;
      else merged.push({ from, to });
    }
    return merged.map((run) => ({ ...run, text }));
  });
  const words = runs.map(({ text, from, to }) => text.slice(from, to).trim());
  if (words.length > 0 && words.length <= RUNS_MAX && words.every((one) => one.length >= RUN_MIN)) return words;
  const sentences = runs.map(({ text, from, to }) => {
    const edges = sentenceEdges(text);
    const start = edges.findLast((edge) => edge <= from) ?? 0;
    return text.slice(start, edges.find((edge) => edge >= to) ?? text.length).trim();
  });
  return [...new Set(sentences)];
}

function quotationOf(card: Card): ReadQuotation[] {
  if (card.cite === "" && card.paragraphs.length === 0) return [];
  const address = /https?:\/\/[^\s,;)\]”"]+/.exec(card.cite)?.[0].replace(/[.]+$/, "") ?? "";
  const title = /[“"]([^”"]{1,500}?),?[”"]/.exec(card.cite)?.[1] ?? null;
  return [quoted(readOut(card), sourceAt(address, { title }))];
}

/** AT answers, XT extends; a file of ours also says what of it is meant, and what is granted. */
const ANSWERS = /^(A\/?2?T|XT|Granted)\s*[:–—-]\s*(.{1,300}?)(?: \((relevance|evidence)\))?\s+[–—-]\s+(.+)$/i;

function mapped(cards: Card[]): ReadMap {
  const claims: (Found & { quotations: ReadQuotation[] })[] = [];
  const links: FoundLink[] = [];
  cards.forEach((card, i) => {
    const before = cards[i - 1];
    // A claim on several passages has its tag above each.
    if (before?.tag === card.tag && before.cite !== "") {
      claims.at(-1)?.quotations.push(...quotationOf(card));
      return;
    }
    const id = `card ${i + 1}`;
    const [, kind = "", to, what, words] = ANSWERS.exec(card.tag) ?? [];
    const head = to?.replace(/…$/, "").trim().toLowerCase();
    const parent = head ? claims.findLast(({ claim }) => claim.toLowerCase().startsWith(head)) : undefined;
    const claim = parent && words ? words : card.tag;
    // A tag without a card whose words were said before is a further place of theirs.
    const again = card.cite === "" ? claims.find((one) => one.claim === claim)?.id : undefined;
    // Without a cite below nobody can tell whose words they are.
    const body = card.cite === "" ? null : card.analytics.join("\n\n") || null;
    if (!again) claims.push({ id, claim, body, quotations: quotationOf(card) });
    const child = again ?? id;
    const target = what?.toUpperCase() === "RELEVANCE" ? "RELEVANCE" : what ? "EVIDENCE" : "CLAIM";
    const stance = /^[xg]/i.test(kind) ? "PRO" : "CON";
    if (parent) links.push({ child, parent: parent.id, stance, target, at: null });
    else links.push({ child, parent: null, stance: card.stance, target: "CLAIM", at: null });
  });
  return gather({ format: "cards", question: cards[0]?.pocket, claims, links });
}
