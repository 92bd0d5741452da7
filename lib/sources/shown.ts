/** From stored citations to what is shown: each span in its paragraph, the citation in its sentence. */
import type { Tx } from "#lib/db";
import type { CitationView, Doubt, PassageView, RaisedView, SpanView } from "#lib/sources/view";
import { type Paragraph, paragraphAt, paragraphsOf, sentenceAround, wordCount } from "#lib/text/canonical";
import { sliceCodePoints } from "#lib/text/code-points";
import { seenWhere } from "#lib/users/seen";
import type { Viewer } from "#lib/users/viewer";
import type { Prisma } from "../../prisma/generated/client.ts";

const SOURCE = { select: { slug: true, title: true, kind: true } } as const;

/** What a query must select so that `citationView` can show a citation to this viewer. */
export const shownCitation = (viewer: Viewer) =>
  ({
    id: true,
    versionId: true,
    version: { select: { number: true, source: SOURCE } },
    challenges: { where: { ruledAt: null }, select: { kind: true, argumentId: true } },
    spans: {
      select: {
        passage: {
          select: {
            start: true,
            end: true,
            quote: true,
            prefix: true,
            suffix: true,
            ruled: {
              where: { challenge: { argument: { thread: seenWhere(viewer) } } },
              select: { challenge: { select: { kind: true, argumentId: true } } },
            },
          },
        },
        // What became of the words in the newest version.
        anchors: {
          select: { state: true, start: true, end: true, confirmedAt: true },
          orderBy: { version: { number: "desc" } },
          take: 1,
        },
      },
      orderBy: { ordinal: "asc" },
    },
  }) satisfies Prisma.CitationSelect;

export type ShownCitation = Prisma.CitationGetPayload<{ select: ReturnType<typeof shownCitation> }>;
type Became = ShownCitation["spans"][number]["anchors"][number];

/** What a query must select so that `passageView` can show a passage. */
const SHOWN_PASSAGE = {
  versionId: true,
  start: true,
  end: true,
  quote: true,
  prefix: true,
  suffix: true,
  version: { select: { number: true, source: SOURCE } },
} as const satisfies Prisma.PassageSelect;

type ShownPassage = Prisma.PassageGetPayload<{ select: typeof SHOWN_PASSAGE }>;

/** Texts of versions by id, each with its paragraphs. */
export type Texts = ReadonlyMap<string, { text: string; paragraphs: Paragraph[] }>;

/** Consecutive paragraphs of a version: where they begin in it, and the number of the first. */
export interface Extract {
  text: string;
  start: number;
  number: number;
}

/** Reads each version's text once. */
export async function readTexts(tx: Pick<Tx, "sourceVersion">, versionIds: Iterable<string>): Promise<Texts> {
  const rows = await tx.sourceVersion.findMany({
    where: { id: { in: [...new Set(versionIds)] } },
    select: { id: true, text: true },
  });
  return new Map(rows.map(({ id, text }) => [id, { text, paragraphs: paragraphsOf(text) }]));
}

export function citationView(citation: ShownCitation, texts: Texts): CitationView {
  return citationIn(citation, wholeOf(texts, citation.versionId));
}

/** The same from the paragraphs around it alone. */
export function citationIn(citation: Omit<ShownCitation, "versionId">, extract: Known): CitationView {
  const { id, version, spans, challenges } = citation;
  const anchors = spans.flatMap((span) => span.anchors);
  const state = stateOf(anchors);
  const doubts = doubtsOf(
    challenges,
    spans.flatMap(({ passage }) => passage.ruled.map(({ challenge }) => challenge)),
  );
  return {
    id,
    source: version.source,
    version: version.number,
    ...inContext(
      spans.map(({ passage }) => passage),
      extract,
    ),
    state,
    ...(isConfirmed(state, anchors) && { confirmed: true }),
    ...(doubts.length > 0 && { challenges: doubts }),
    ...placeNow(spans[0]?.anchors[0]),
  };
}

type Raised = ShownCitation["challenges"][number];

/** Each kind once; what was ruled goes before what is open. */
export function doubtsOf(open: readonly Raised[], ruled: readonly Raised[]): Doubt[] {
  const doubts = [
    ...ruled.map(({ kind, argumentId }) => ({ kind, ruled: true, argument: argumentId })),
    ...open.map(({ kind, argumentId }) => ({ kind, ruled: false, argument: argumentId })),
  ];
  return doubts.filter(({ kind }, i) => doubts.findIndex((one) => one.kind === kind) === i);
}

const isConfirmed = (state: CitationView["state"], anchors: readonly Became[]): boolean =>
  state === "MOVED" && anchors.every((anchor) => anchor.state === "VERBATIM" || anchor.confirmedAt !== null);

/** What became of several stretches together: the worst of it. */
function stateOf(anchors: readonly Pick<Became, "state">[]): CitationView["state"] {
  const states = new Set(anchors.map(({ state }) => state));
  return states.has("ORPHANED") ? "ORPHANED" : states.has("MOVED") ? "MOVED" : "VERBATIM";
}

function placeNow(anchor?: { start: number | null; end: number | null }): Pick<CitationView, "now"> {
  if (anchor === undefined) return {};
  const { start, end } = anchor;
  return { now: start === null || end === null ? null : { start, end } };
}

/** What a query must select so that `raisedView` can show the words that raised a thread. */
export const SHOWN_RAISED = {
  raisedBy: { select: SHOWN_PASSAGE },
  anchors: { select: { state: true, start: true, end: true }, orderBy: { version: { number: "desc" } }, take: 1 },
} as const satisfies Prisma.ThreadSelect;

type ShownRaised = Prisma.ThreadGetPayload<{ select: typeof SHOWN_RAISED }>;

export function raisedView({ raisedBy, anchors }: ShownRaised, texts: Texts): RaisedView {
  return { ...passageView(raisedBy, texts), ...becameOf(anchors[0]) };
}

/** What became of the words that raised a thread, where they are not unchanged in their place. */
export function becameOf(anchor?: Omit<Became, "confirmedAt">): Pick<RaisedView, "state" | "now"> {
  return { ...(anchor && anchor.state !== "VERBATIM" && { state: anchor.state }), ...placeNow(anchor) };
}

function passageView(passage: ShownPassage, texts: Texts): PassageView {
  return passageIn(passage, wholeOf(texts, passage.versionId));
}

export function passageIn(passage: Omit<ShownPassage, "versionId">, extract: Known): PassageView {
  return { source: passage.version.source, version: passage.version.number, ...inContext([passage], extract) };
}

/** An extract whose paragraphs are known already, or are still to be told apart. */
type Known = Extract & { paragraphs?: Paragraph[] };

function wholeOf(texts: Texts, versionId: string): Known {
  const known = texts.get(versionId);
  if (!known) throw new Error("a citation without its text");
  return { ...known, start: 0, number: 1 };
}

type Place = Pick<SpanView, "start" | "end" | "quote" | "prefix" | "suffix">;

/** Stretches of one text, in its order, and the rest of the sentence on either side. */
export function inContext(
  places: readonly Place[],
  { text, start: origin, number: first, paragraphs = paragraphsOf(text) }: Known,
): Pick<CitationView, "spans" | "before" | "after"> {
  const [opening, closing] = [places[0], places.at(-1)];
  if (!opening || !closing) throw new Error("a citation without a span");
  const spans = places.map(({ start, end, quote, prefix, suffix }, index) => {
    const previous = places[index - 1];
    const gapWords = previous ? wordCount(sliceCodePoints(text, previous.end - origin, start - origin)) : 0;
    const paragraph = first - 1 + (paragraphAt(paragraphs, start - origin)?.number ?? 1);
    return { start, end, quote, prefix, suffix, paragraph, gapWords };
  });
  const around = sentenceAround(text, opening.start - origin, opening.end - origin);
  const last = closing === opening ? around : sentenceAround(text, closing.start - origin, closing.end - origin);
  return { spans, before: around.before, after: last.after };
}
