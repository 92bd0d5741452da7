/**
 * A snapshot for paper: A4 sheets with a cover that says what copy it is, the debate in reading order with its quotations,
 * the sources as a list of works, and the map as far as paper can hold it. It is a tree: an argument with a second place is named there again. Bookmarks, the
 * parts of the text for those who have it read aloud, and page numbers are in it; equal snapshots give equal bytes.
 *
 * What the typefaces have no letter for is set as an empty box, and the cover counts them (see `pdf-faces.ts`).
 */
import { setImmediate } from "node:timers/promises";
import { isDropped } from "#lib/arguments/dropped";
import { countBySide } from "#lib/arguments/tree";
import { Faces } from "#lib/maps/pdf-faces";
import type { Run } from "#lib/maps/pdf-lines";
import { setMap } from "#lib/maps/pdf-map";
import { type Bookmark, quotation, setOutline } from "#lib/maps/pdf-outline";
import { COLOUR, MARGIN, Sheets } from "#lib/maps/pdf-sheet";
import { partOf, proofOf } from "#lib/maps/said";
import type { Snapshot } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import { worksOf } from "#lib/maps/works";
import { shortened } from "#lib/maps/wrapped";
import { mlaReference } from "#lib/sources/styles/mla";
import type { Run as Cited } from "#lib/sources/styles/runs";
import { allowedLink } from "#lib/text/links";

/** Code points: longer, a margin of bookmarks shows no more of them. */
const BOOKMARK_MAX = 90;
const LABEL = { size: 9, lead: 13, face: "machineStrong", colour: COLOUR.quiet } as const;
const FACT = { size: 10, lead: 15, face: "machine", after: 6 } as const;

function cover(sheets: Sheets, snapshot: Snapshot): void {
  const { thread, exportedAt, hash, sources, selection } = snapshot;
  const visible = snapshot.arguments.filter(({ state }) => state === "VISIBLE");
  const counts = {
    ...countBySide(snapshot),
    all: visible.length,
    quotations: visible.reduce((sum, { citations }) => sum + citations.length, 0),
    sources: sources.length,
    gone: snapshot.arguments.length - visible.length,
  };
  sheets.space(70);
  sheets.rule(2);
  sheets.text(words("debate"), { ...LABEL, before: 10, after: 10 });
  sheets.text(thread.question, { size: 28, lead: 36, face: "claim", tag: "H1", after: 12, width: 440 });
  if (thread.thesis !== null)
    sheets.text(`${words("thesis")}: ${thread.thesis}`, {
      size: 12,
      lead: 17,
      face: "saidItalic",
      after: 14,
      width: 440,
    });
  sheets.text(words("raisedBy"), { ...LABEL, before: 8 });
  const url = sources.find(({ slug }) => slug === thread.raisedBy.source.slug)?.url ?? "";
  quotation(sheets, thread.raisedBy, url, MARGIN);
  for (const paragraph of (thread.background ?? "").split(/\n{2,}/))
    if (paragraph.trim())
      sheets.text(paragraph, { size: 10.5, lead: 15, face: "said", before: 4, after: 4, width: 440 });
  sheets.space(18);
  sheets.rule(1, COLOUR.line);
  const facts: [string, Run][] = [
    [words("holds"), { text: words("counts", counts) }],
    [words("address"), { text: thread.url, link: thread.url }],
    [words("takenAt"), { text: exportedAt }],
    [words("contentHash"), { text: hash }],
    ...(selection ? ([[words("left"), { text: partOf(selection) }]] as [string, Run][]) : []),
  ];
  for (const [name, fact] of facts) {
    sheets.text(name, { ...LABEL, before: 8 });
    sheets.paragraph([fact], FACT);
  }
}

const runOf = (run: Cited): Run => {
  if (typeof run === "string") return { text: run };
  if ("italic" in run) return { text: run.italic, face: "saidItalic" };
  return { text: run.address, link: allowedLink(run.address) };
};

function works(sheets: Sheets, snapshot: Snapshot): void {
  sheets.need(160);
  sheets.space(24);
  sheets.rule(1.5);
  sheets.text(words("sources"), { size: 20, lead: 28, face: "claim", tag: "H1", before: 4, after: 6 });
  const texts = Map.groupBy(proofOf(snapshot).sources, ({ url }) => url);
  for (const work of worksOf(snapshot)) {
    sheets.paragraph(mlaReference(work).map(runOf), { size: 10.5, lead: 15, face: "said", together: 44, before: 4 });
    for (const { number, hash } of (texts.get(work.archive_location ?? "") ?? []).map(({ version, sha256 }) => ({
      number: version,
      hash: sha256,
    })))
      sheets.text(words("sourceVersion", { number, hash }), {
        size: 7.5,
        lead: 11,
        face: "machine",
        colour: COLOUR.quiet,
      });
  }
}

function bookmark(outline: PDFKit.PDFOutline, marks: Bookmark[]): void {
  for (const { title, page, below } of marks) {
    const item = outline.addItem(shortened(title, BOOKMARK_MAX), { pageNumber: page, fit: true } as object);
    bookmark(item, below);
  }
}

/** `told` hears, now and then, what part of it is done: from 0 to 1. */
export async function toPdf(
  snapshot: Snapshot,
  told: (part: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import("pdfkit");
  const { thread, exportedAt, selection } = snapshot;
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    info: {
      Title: thread.question,
      Subject: thread.url,
      Keywords: snapshot.hash,
      Creator: "Grounds",
      Producer: "Grounds",
      CreationDate: new Date(exportedAt),
    },
  });
  const chunks: Uint8Array[] = [];
  const written = new Promise<void>((resolve, reject) => document.on("end", resolve).on("error", reject));
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const faces = new Faces(document);
  const sheets = new Sheets(document, faces, shortened(thread.question, BOOKMARK_MAX));
  const left = isDropped({ ...snapshot, dropped: thread.dropped }, new Date(exportedAt));
  cover(sheets, snapshot);
  const places = snapshot.links.length + 1;
  const marks = await setOutline(
    sheets,
    snapshot,
    (id) => selection === undefined && left(id),
    (done) => {
      told(Math.min(1, done / places));
      // What is set is taken out of memory between two looks at it.
      return setImmediate();
    },
  );
  works(sheets, snapshot);
  // Before the map, which has the same letters again.
  if (faces.missing > 0) sheets.text(words("missing", { count: faces.missing }), { ...FACT, before: 10 });
  const bookmarks = [...marks, { title: words("sources"), page: sheets.page, below: [] }];
  bookmarks.push({ title: words("map"), page: setMap(sheets, snapshot, faces), below: [] });
  bookmark(document.outline, bookmarks);
  sheets.end();
  document.end();
  await written;
  return Uint8Array.from(Buffer.concat(chunks));
}
