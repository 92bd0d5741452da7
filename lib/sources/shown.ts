/** From stored citations to what is shown: each span in its paragraph, the citation in its sentence. */
import type { Tx } from "#lib/db";
import type { CitationView, PassageView, SpanView } from "#lib/sources/view";
import { type Paragraph, paragraphAt, paragraphsOf, sentenceAround, wordCount } from "#lib/text/canonical";
import { sliceCodePoints } from "#lib/text/code-points";
import type { Prisma } from "../../prisma/generated/client.ts";

const SOURCE = { select: { slug: true, title: true, kind: true } } as const;

/** What a query must select so that `citationView` can show a citation. */
export const SHOWN_CITATION = {
  id: true,
  versionId: true,
  version: { select: { number: true, source: SOURCE } },
  spans: {
    select: {
      passage: { select: { start: true, end: true, quote: true, prefix: true, suffix: true } },
      // What became of the words in the newest version.
      anchors: { select: { state: true, start: true, end: true }, orderBy: { version: { number: "desc" } }, take: 1 },
    },
    orderBy: { ordinal: "asc" },
  },
} as const satisfies Prisma.CitationSelect;

export type ShownCitation = Prisma.CitationGetPayload<{ select: typeof SHOWN_CITATION }>;

/** What a query must select so that `passageView` can show the passage that raised a thread. */
export const SHOWN_PASSAGE = {
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

/** Reads each version's text once. */
export async function readTexts(tx: Pick<Tx, "sourceVersion">, versionIds: Iterable<string>): Promise<Texts> {
  const rows = await tx.sourceVersion.findMany({
    where: { id: { in: [...new Set(versionIds)] } },
    select: { id: true, text: true },
  });
  return new Map(rows.map(({ id, text }) => [id, { text, paragraphs: paragraphsOf(text) }]));
}

export function citationView(citation: ShownCitation, texts: Texts): CitationView {
  const { id, versionId, version, spans } = citation;
  const states = new Set(spans.flatMap((span) => span.anchors.map((anchor) => anchor.state)));
  const state = states.has("ORPHANED") ? "ORPHANED" : states.has("MOVED") ? "MOVED" : "VERBATIM";
  return {
    id,
    source: version.source,
    version: version.number,
    ...inContext(
      spans.map(({ passage }) => passage),
      texts.get(versionId),
    ),
    state,
    ...placeNow(spans[0]?.anchors[0]),
  };
}

function placeNow(anchor?: { start: number | null; end: number | null }): Pick<CitationView, "now"> {
  if (anchor === undefined) return {};
  const { start, end } = anchor;
  return { now: start === null || end === null ? null : { start, end } };
}

export function passageView(passage: ShownPassage, texts: Texts): PassageView {
  return {
    source: passage.version.source,
    version: passage.version.number,
    ...inContext([passage], texts.get(passage.versionId)),
  };
}

type Place = Pick<SpanView, "start" | "end" | "quote" | "prefix" | "suffix">;

function inContext(
  places: readonly Place[],
  version: { text: string; paragraphs: Paragraph[] } | undefined,
): Pick<CitationView, "spans" | "before" | "after"> {
  const first = places[0];
  const last = places.at(-1);
  if (!version || !first || !last) throw new Error("a citation without its text");
  const { text, paragraphs } = version;
  const spans = places.map(({ start, end, quote, prefix, suffix }, index) => {
    const previous = places[index - 1];
    const gapWords = previous ? wordCount(sliceCodePoints(text, previous.end, start)) : 0;
    return { start, end, quote, prefix, suffix, paragraph: paragraphAt(paragraphs, start)?.number ?? 1, gapWords };
  });
  const { before } = sentenceAround(text, first.start, first.end);
  const { after } = sentenceAround(text, last.start, last.end);
  return { spans, before, after };
}
