/** From the words that somebody sends to stored passages: found by the server, kept once for each place. */
import type { Tx } from "#lib/db";
import { keepNewestAnchors } from "#lib/sources/anchoring";
import { mayReadText, visibleTo } from "#lib/sources/policy";
import { type Found, findQuotation, spansFit } from "#lib/sources/quotation";
import type { CitationInput, PassageInput } from "#lib/sources/schema";
import { newId } from "#lib/text/id";
import type { Viewer } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

export interface Cited {
  sourceId: string;
  versionId: string;
  isNewest: boolean;
  spans: Found[];
}

interface Version {
  id: string;
  sourceId: string;
  number: number;
  text: string;
}

/**
 * Finds each citation's words in its source, which this viewer must be able to see; the newest version where none is named.
 * @throws Refused with the place of the trouble in `details`: {citation, span, nearest?, candidates?}, 0-based.
 */
export async function findCited(tx: Tx, viewer: Viewer, inputs: readonly CitationInput[]): Promise<Cited[]> {
  const slugs = [...new Set(inputs.map((input) => input.source))];
  // Until what is found is kept no newer version comes; the order is everybody's, so that none waits for each other.
  await tx.$queryRaw`SELECT id FROM sources WHERE slug = ANY(${slugs}) ORDER BY id FOR KEY SHARE`;
  const sources = await tx.source.findMany({
    where: { slug: { in: slugs }, ...visibleTo(viewer) },
    select: {
      slug: true,
      rights: true,
      broughtById: true,
      versions: { select: { id: true, sourceId: true, number: true, text: true }, orderBy: { number: "desc" } },
    },
  });
  const bySlug = new Map(sources.map((source) => [source.slug, source]));
  const cited = inputs.map((input, citation) => {
    const source = bySlug.get(input.source);
    return findOne(source?.versions, input, citation, source !== undefined && mayReadText(viewer, source));
  });
  refuseRepeats(cited);
  return cited;
}

export async function findPassage(tx: Tx, viewer: Viewer, input: PassageInput): Promise<Cited> {
  const [cited] = await findCited(tx, viewer, [input]);
  return cited as Cited;
}

/** Where the text may not be read as a whole, a refusal says that words are not there and not which ones are. */
function findOne(versions: Version[] | undefined, input: CitationInput, citation: number, readable: boolean): Cited {
  const version = versions?.find(({ number }) => input.version === undefined || number === input.version);
  if (!version) throw new Refused("source-unknown", { values: { source: input.source }, details: { citation } });
  const asked = "spans" in input ? input.spans : [input];
  const spans = asked.map((words, span) => {
    const found = findQuotation(version.text, words);
    if (found.ok) return found;
    const { ok: _, code, ...help } = found;
    throw new Refused(code, {
      values: { position: citation + 1 },
      details: { citation, span, source: input.source, ...(readable ? help : {}) },
    });
  });
  const flaw = spansFit(spans);
  if (flaw) throw new Refused(flaw, { values: { position: citation + 1 }, details: { citation } });
  return { sourceId: version.sourceId, versionId: version.id, isNewest: version === versions?.[0], spans };
}

function refuseRepeats(cited: readonly Cited[]): void {
  const keys = cited.map(({ versionId, spans }) => `${versionId} ${spans.map(({ start, end }) => `${start}-${end}`)}`);
  const citation = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (citation >= 0) throw new Refused("cited-twice", { values: { position: citation + 1 }, details: { citation } });
}

/** The citations, by place, whose stored words are the source's and not quite those that were sent. */
export const normalisedOf = (cited: readonly Cited[]): number[] =>
  cited.flatMap(({ spans }, ordinal) => (spans.some(({ normalised }) => normalised) ? [ordinal] : []));

/** Stores what is not yet stored of the passages; gives their ids by version and place. */
export async function keepPassages(
  tx: Tx,
  cited: readonly Cited[],
  at: Date,
): Promise<(versionId: string, span: Found) => string> {
  const wanted = cited.flatMap(({ versionId, spans }) =>
    spans.map(({ start, end, quote, prefix, suffix }) => ({ versionId, start, end, quote, prefix, suffix })),
  );
  await tx.passage.createMany({
    data: wanted.map((passage) => ({ ...passage, id: newId(), createdAt: at })),
    skipDuplicates: true,
  });
  const places = wanted.map(({ versionId, start, end }) => ({ versionId, start, end }));
  const kept = await tx.passage.findMany({
    where: { OR: places },
    select: { id: true, versionId: true, start: true, end: true },
  });
  const ids = new Map(kept.map(({ id, versionId, start, end }) => [`${versionId} ${start} ${end}`, id]));
  return (versionId, { start, end }) => {
    const id = ids.get(`${versionId} ${start} ${end}`);
    if (!id) throw new Error("a passage was not kept");
    return id;
  };
}

/** Writes a revision's citations and their spans. */
export async function keepCitations(tx: Tx, revisionId: string, cited: readonly Cited[], at: Date): Promise<void> {
  const passageId = await keepPassages(tx, cited, at);
  const citations = cited.map(({ versionId }, ordinal) => ({ id: newId(), revisionId, ordinal, versionId }));
  await tx.citation.createMany({ data: citations });
  await tx.span.createMany({
    data: citations.flatMap(({ id, versionId }, index) =>
      (cited[index]?.spans ?? []).map((span, ordinal) => ({
        citationId: id,
        ordinal,
        versionId,
        passageId: passageId(versionId, span),
      })),
    ),
  });
  const older = cited.filter(({ isNewest }) => !isNewest);
  await keepNewestAnchors(tx, new Set(older.map(({ sourceId }) => sourceId)), at);
}
