/**
 * A snapshot as a Word file of debate cards, in the styles of Verbatim (`docx-styles.ts`). The thread is a pocket, what is
 * said for and against it a hat each, an answer to the question a block; every argument is a tag with a card for each of
 * its citations: the cite, and the sentence with the cited words underlined and highlighted. An answer's tag begins with
 * what it answers: AT, or XT where it supports, or that it grants it. An elaboration is an analytic: plain text below its tag.
 */
import { strFromU8, strToU8, unzipSync } from "fflate";
import { rezipped } from "#lib/maps/archive";
import { STYLES } from "#lib/maps/docx-styles";
import { type Item, readingOrder, type Strand } from "#lib/maps/reading-order";
import { cited, proofLines, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import { workOf } from "#lib/maps/works";
import { shortened } from "#lib/maps/wrapped";
import { attributes, escapeXml, inXml, XML_DECLARATION } from "#lib/maps/xml";
import type { CslItem } from "#lib/sources/csl";
import { cardParts } from "#lib/sources/styles/card";
import { plainTextOf } from "#lib/text/document";

/** Half points: what is not read aloud is small. */
const UNREAD = 16;
/** Code points of a claim that name it in another's tag. */
const HEADLINE_MAX = 60;

const POCKET = "Heading1";
const HAT = "Heading2";
const BLOCK = "Heading3";
const TAG = "Heading4";

interface Run {
  text: string;
  style?: "Style13ptBold" | "StyleUnderline";
  size?: number;
  highlight?: "yellow";
}

interface Paragraph {
  style?: string;
  runs: Run[];
}

const paragraph = (style: string | undefined, text: string): Paragraph => ({ style, runs: [{ text }] });

const headline = (argument: SnapshotArgument) => shortened(said(argument), HEADLINE_MAX);

function tagOf({ argument, link }: Item, byId: ReadonlyMap<string, SnapshotArgument>): string {
  const parent = link?.parent ? byId.get(link.parent) : undefined;
  if (!link || !parent) return said(argument);
  const values = { headline: headline(parent), target: link.target, claim: said(argument) };
  return words(link.concession ? "GRANT" : link.stance === "PRO" ? "XT" : "AT", values);
}

type Citation = SnapshotArgument["citations"][number];

/** Where the words stand, how they read there, and whose argument they carry. */
function cardOf(argument: SnapshotArgument, citation: Citation, work: CslItem, snapshot: Snapshot): Paragraph[] {
  const { short, rest } = cardParts(work);
  const { versionUrl } = cited(snapshot, citation);
  const place = [
    words("paragraph", { number: citation.spans[0]?.paragraph ?? 1 }),
    words("version", { number: citation.version }),
    versionUrl,
    words("anchor", { state: citation.state }),
    `${words("argument", { number: argument.number })} ${argument.url}`,
  ].filter((part) => part !== "");
  const unread = (text: string): Run[] => (text === "" ? [] : [{ text, size: UNREAD }]);
  const read = citation.spans.flatMap((span): Run[] => [
    ...unread(span.gapWords > 0 ? ` [${words("gap", { count: span.gapWords })}] ` : ""),
    { text: span.quote, style: "StyleUnderline", highlight: "yellow" },
  ]);
  return [
    { runs: [{ text: short, style: "Style13ptBold" }, { text: ` ${rest} ${place.join(", ")}` }] },
    { runs: [...unread(citation.before), ...read, ...unread(citation.after)] },
  ];
}

/** What its author said besides, a paragraph each. */
const analyticsOf = ({ body }: SnapshotArgument): Paragraph[] =>
  body === null
    ? []
    : plainTextOf(body)
        .split(/\n+/)
        .filter((line) => line.trim() !== "")
        .map((line) => paragraph(undefined, line));

/** An argument's tag with its elaboration and each of its cards; a second place has the tag alone. */
function cardsOf(item: Item, byId: Map<string, SnapshotArgument>, works: Map<string, CslItem>, snapshot: Snapshot) {
  const { argument, again } = item;
  const tag = paragraph(TAG, tagOf(item, byId));
  const cards = again ? [] : argument.citations;
  if (cards.length === 0) return [tag, ...(again ? [paragraph(undefined, words("again"))] : [])];
  return cards.flatMap((citation, i) => {
    const work = works.get(citation.source.slug);
    const said = i === 0 ? analyticsOf(argument) : [];
    return work ? [tag, ...said, ...cardOf(argument, citation, work, snapshot)] : [];
  });
}

function hatOf({ answers }: Strand, { link }: Item): string {
  if (answers === "NOTHING" || link === null) return words("loose");
  return answers === "QUESTION" ? words(link.stance) : words("answersTo", { number: answers.number });
}

function paragraphsOf(snapshot: Snapshot): Paragraph[] {
  const byId = new Map(snapshot.arguments.map((argument) => [argument.id, argument]));
  const works = new Map(snapshot.sources.map((source) => [source.slug, workOf(source)]));
  const all = [
    paragraph(POCKET, snapshot.thread.question),
    ...proofLines(snapshot).map((line) => paragraph(undefined, line)),
  ];
  for (const strand of readingOrder(snapshot)) {
    const hats = new Map<string, Paragraph[]>(strand.answers === "QUESTION" ? [[words("PRO"), []]] : []);
    let hat: Paragraph[] = [];
    for (const item of strand.items) {
      if (item.depth === 0) {
        const name = hatOf(strand, item);
        hat = hats.get(name) ?? [];
        hats.set(name, hat);
        hat.push(paragraph(BLOCK, headline(item.argument)));
      }
      hat.push(...cardsOf(item, byId, works, snapshot));
    }
    for (const [name, its] of hats) if (its.length > 0) all.push(paragraph(HAT, name), ...its);
  }
  return all;
}

/** The library's own says when it was written, which would make two files of one copy differ. */
function coreOf({ thread, exportedAt }: Snapshot): string {
  const names = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  };
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${exportedAt}</dcterms:${name}>`;
  const described = `<dc:title>${escapeXml(thread.question)}</dc:title><dc:source>${escapeXml(thread.url)}</dc:source>`;
  return `${XML_DECLARATION}<cp:coreProperties${attributes(names)}>${described}${date("created")}${date("modified")}</cp:coreProperties>`;
}

/**
 * A hat and a block begin a page each, and a block under its hat stands on the hat's, lest that be all but empty. The
 * library cannot take back what a style says, so it is said in the file itself, where people's words hold no element.
 */
const underHats = (xml: string) =>
  xml.replace(
    new RegExp(`(<w:pStyle w:val="${HAT}"/></w:pPr>(?:(?!<w:p>).)*<w:p><w:pPr><w:pStyle w:val="${BLOCK}"/>)`, "gs"),
    '$1<w:pageBreakBefore w:val="0"/>',
  );

export async function toDocx(snapshot: Snapshot): Promise<Uint8Array<ArrayBuffer>> {
  const { Document, Packer, Paragraph, TextRun } = await import("docx");
  const children = paragraphsOf(snapshot).map(
    ({ style, runs }) =>
      new Paragraph({ style, children: runs.map(({ text, ...look }) => new TextRun({ text: inXml(text), ...look })) }),
  );
  const file = await Packer.toBuffer(new Document({ externalStyles: STYLES, sections: [{ children }] }));
  const { "word/document.xml": written = new Uint8Array() } = unzipSync(file);
  const document = strToU8(underHats(strFromU8(written)));
  return rezipped(file, { "docProps/core.xml": strToU8(coreOf(snapshot)), "word/document.xml": document }, snapshot);
}
