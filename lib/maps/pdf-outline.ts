/** A debate set on sheets: what is said for and against, each argument with its quotations and its answers below it. */
import type { Run } from "#lib/maps/pdf-lines";
import { COLOUR, MARGIN, type Sheets } from "#lib/maps/pdf-sheet";
import { type Item, readingOrder, type Strand } from "#lib/maps/reading-order";
import { labelOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import type { PassageView } from "#lib/sources/view";
import { plainTextOf } from "#lib/text/document";
import { allowedLink } from "#lib/text/links";

/** A level is a rail and its gap; deeper than this a line would be too short to read, and the level is told in words. */
const INDENT = 12;
const INDENTED_MAX = 8;
/** Arguments. */
const TOLD_EACH = 100;
/** Between the rail and what it belongs to. */
const RAIL = 9;
/** The head and the longest claim: less would leave a head alone at a sheet's end. */
const TOGETHER = 92;

const META = { size: 8.5, lead: 12, face: "machine", colour: COLOUR.quiet } as const;
const QUOTE = { size: 10, lead: 14, face: "said", tag: "BlockQuote" } as const;
const BODY = { size: 10, lead: 14, face: "said", after: 2 } as const;

/** A signpost in the reader's margin of bookmarks. */
export interface Bookmark {
  title: string;
  page: number;
  below: Bookmark[];
}

/** The words in their sentence, marked, and below them where they stand. */
export function quotation(sheets: Sheets, passage: PassageView & { state?: string }, address: string, x: number): void {
  const { spans, before, after, source, version, state = "VERBATIM" } = passage;
  const runs: Run[] = [{ text: before, colour: COLOUR.quiet }];
  for (const { quote, gapWords } of spans) {
    if (gapWords > 0) runs.push({ text: ` [${words("gap", { count: gapWords })}] `, colour: COLOUR.quiet });
    runs.push({ text: quote, marked: true });
  }
  runs.push({ text: after, colour: COLOUR.quiet });
  sheets.paragraph(
    runs.filter(({ text }) => text !== ""),
    { ...QUOTE, x, before: 3, together: QUOTE.lead + META.lead },
  );
  const numbers = [...new Set(spans.map(({ paragraph }) => paragraph))];
  const place = [
    words("kind", { kind: source.kind }),
    words("paragraphs", { count: numbers.length, list: numbers.join(", ") }),
    words("version", { number: version }),
    words("anchor", { state }),
  ].filter((part) => part !== "");
  const link = allowedLink(address);
  sheets.paragraph([{ text: source.title, link }, { text: `, ${place.join(", ")}` }], {
    ...META,
    x,
    size: 8,
    after: 2,
  });
}

function head(item: Item, isDropped: boolean): Run[] {
  const { argument, link, depth } = item;
  const { number, author, postedAt, revisedAfterAnswers, url } = argument;
  const facts = [
    `${author.name}, ${postedAt.slice(0, 10)}`,
    revisedAfterAnswers ? words("revised") : "",
    depth > INDENTED_MAX ? words("level", { number: depth + 1 }) : "",
    isDropped ? words("dropped") : "",
  ].filter((fact) => fact !== "");
  const label: Run[] = link ? [{ text: `${labelOf(link)} `, face: "machineStrong", colour: COLOUR[link.stance] }] : [];
  return [
    { text: `#${number} `, face: "machineStrong", colour: COLOUR.ink, link: url },
    ...label,
    { text: facts.join(" · ") },
  ];
}

function set(sheets: Sheets, item: Item, urls: ReadonlyMap<string, string>, isDropped: boolean): void {
  const { argument, link, depth, again, continued } = item;
  const left = MARGIN + INDENT * Math.min(depth, INDENTED_MAX);
  const x = left + RAIL;
  sheets.need(TOGETHER);
  sheets.space(depth === 0 ? 10 : 7);
  if (link) sheets.beginRail(left, link.stance);
  sheets.paragraph(head(item, isDropped), { ...META, x });
  const large = depth === 0;
  sheets.text(said(argument), {
    size: large ? 12.5 : 11,
    lead: large ? 17 : 15,
    face: argument.claim === null ? "saidItalic" : "claim",
    x,
    after: 2,
    whole: true,
  });
  if (again) sheets.text(words("again"), { ...META, x });
  else setBelow(sheets, argument, urls, x);
  if (continued) sheets.text(words("continued", { number: argument.number }), { ...META, x });
  sheets.endRail();
}

function setBelow(sheets: Sheets, argument: SnapshotArgument, urls: ReadonlyMap<string, string>, x: number): void {
  const { body, citations, marks, tombstone } = argument;
  if (tombstone?.reason) sheets.text(words("reason", { reason: tombstone.reason }), { ...META, x });
  if (body !== null)
    for (const paragraph of plainTextOf(body).split(/\n+/))
      if (paragraph.trim()) sheets.text(paragraph, { ...BODY, x });
  for (const citation of citations) quotation(sheets, citation, urls.get(citation.source.slug) ?? "", x);
  for (const { kind, note, by } of marks) {
    const values = { by: by.name, kind };
    sheets.text(note === null ? words("mark", values) : words("markWithNote", { ...values, note }), { ...META, x });
  }
}

function headingOf({ answers }: Strand, { link }: Item): string {
  if (answers === "NOTHING" || link === null) return words("loose");
  return answers === "QUESTION" ? words(link.stance) : words("answersTo", { number: answers.number });
}

/** Sections in the order of reading: for, against, and what goes on elsewhere. */
function sectionsOf(snapshot: Snapshot): Map<string, Item[]> {
  const sections = new Map<string, Item[]>([
    [words("PRO"), []],
    [words("CON"), []],
  ]);
  for (const strand of readingOrder(snapshot)) {
    let section: Item[] = [];
    for (const item of strand.items) {
      if (item.depth === 0) {
        const heading = headingOf(strand, item);
        section = sections.get(heading) ?? [];
        sections.set(heading, section);
      }
      section.push(item);
    }
  }
  return sections;
}

/** Sets all of it, and tells where its sections and the answers to the question begin; `told` hears, now and then, how many are set. */
export async function setOutline(
  sheets: Sheets,
  snapshot: Snapshot,
  dropped: (id: string) => boolean,
  told: (done: number) => Promise<void>,
): Promise<Bookmark[]> {
  const urls = new Map(snapshot.sources.map(({ slug, url }) => [slug, url]));
  const bookmarks: Bookmark[] = [];
  let done = 0;
  for (const [title, items] of sectionsOf(snapshot)) {
    if (items.length === 0) continue;
    if (bookmarks.length < 2) sheets.next();
    else sheets.need(2 * TOGETHER);
    sheets.space(bookmarks.length < 2 ? 0 : 24);
    sheets.rule(1.5);
    sheets.text(title, { size: 20, lead: 28, face: "claim", tag: "H1", before: 4, after: 2 });
    const section: Bookmark = { title, page: sheets.page, below: [] };
    bookmarks.push(section);
    for (const item of items) {
      set(sheets, item, urls, dropped(item.argument.id) && !item.again);
      if (item.depth === 0)
        section.below.push({ title: `#${item.argument.number} ${said(item.argument)}`, page: sheets.page, below: [] });
      done += 1;
      if (done % TOLD_EACH === 0) await told(done);
    }
  }
  return bookmarks;
}
