/** From the words that somebody sends to stored passages: found by the server, kept once for each place. */
import { db, type Tx } from "#lib/db";
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

/** With the version's text in which they were found. */
export interface CitedIn extends Cited {
  text: string;
}

interface Version {
  id: string;
  sourceId: string;
  number: number;
  text: string;
}

interface Readable {
  /** Newest first. */
  versions: Version[];
  /** Whether this viewer may read it as a whole. */
  whole: boolean;
}

/** Where words are cited: in public, or in a class. What a class owns is cited nowhere else. */
export interface Place {
  classId: string | null;
}

export const citableIn = ({ classId }: Place) => ({ OR: [{ classId: null }, { classId }] });

/** The texts that may be cited from there, as far as this viewer can see them, by slug. */
async function readSources(
  tx: Tx,
  viewer: Viewer,
  slugs: readonly string[],
  place: Place | null,
): Promise<Map<string, Readable>> {
  const sources = await tx.source.findMany({
    where: { slug: { in: [...slugs] }, AND: [visibleTo(viewer), place ? citableIn(place) : {}] },
    select: {
      slug: true,
      rights: true,
      classId: true,
      broughtById: true,
      versions: { select: { id: true, sourceId: true, number: true, text: true }, orderBy: { number: "desc" } },
    },
  });
  return new Map(
    sources.map(({ slug, versions, ...source }) => [slug, { versions, whole: mayReadText(viewer, source) }]),
  );
}

const slugsOf = (inputs: readonly CitationInput[]) => [...new Set(inputs.map(({ source }) => source))];

/**
 * Finds each citation's words in its source, which this viewer must be able to see; the newest version where none is named.
 * @throws Refused with the place of the trouble in `details`: {citation, span, nearest?, candidates?}, 0-based.
 */
export async function findCited(
  tx: Tx,
  viewer: Viewer,
  inputs: readonly CitationInput[],
  place: Place,
): Promise<Cited[]> {
  const slugs = slugsOf(inputs);
  // Until what is found is kept no newer version comes; the order is everybody's, so that none waits for each other.
  await tx.$queryRaw`SELECT id FROM sources WHERE slug = ANY(${slugs}) ORDER BY id FOR KEY SHARE`;
  const sources = await readSources(tx, viewer, slugs, place);
  const cited = inputs.map((input, citation) => findOne(sources.get(input.source), input, citation));
  refuseRepeats(cited);
  return cited;
}

/** The same while somebody still writes, perhaps nobody knows where (`place` null): each by itself, so that one slip hides none of the others. */
export async function lookForCited(
  viewer: Viewer,
  inputs: readonly CitationInput[],
  place: Place | null,
): Promise<(CitedIn | Refused)[]> {
  const sources =
    inputs.length > 0 ? await readSources(db(), viewer, slugsOf(inputs), place) : new Map<string, Readable>();
  return inputs.map((input, citation) => {
    try {
      return findOne(sources.get(input.source), input, citation);
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  });
}

export async function findPassage(tx: Tx, viewer: Viewer, input: PassageInput, place: Place): Promise<Cited> {
  const [cited] = await findCited(tx, viewer, [input], place);
  return cited as Cited;
}

/** Where the text may not be read as a whole, a refusal says that words are not there and not which ones are. */
function findOne(source: Readable | undefined, input: CitationInput, citation: number): CitedIn {
  const { versions, whole } = source ?? {};
  const version = versions?.find(({ number }) => input.version === undefined || number === input.version);
  if (!version) throw new Refused("source-unknown", { values: { source: input.source }, details: { citation } });
  const asked = "spans" in input ? input.spans : [input];
  const spans = asked.map((words, span) => {
    const found = findQuotation(version.text, words);
    if (found.ok) return found;
    const { ok: _, code, ...help } = found;
    throw new Refused(code, {
      values: { position: citation + 1 },
      details: { citation, span, source: input.source, ...(whole ? help : {}) },
    });
  });
  const flaw = spansFit(spans);
  if (flaw) throw new Refused(flaw, { values: { position: citation + 1 }, details: { citation } });
  const { sourceId, id: versionId, text } = version;
  return { sourceId, versionId, isNewest: version === versions?.[0], text, spans };
}

function refuseRepeats(cited: readonly Cited[]): void {
  const keys = cited.map(({ versionId, spans }) => `${versionId} ${spans.map(({ start, end }) => `${start}-${end}`)}`);
  const citation = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (citation >= 0) throw new Refused("cited-twice", { values: { position: citation + 1 }, details: { citation } });
}

/** The citations, by place, whose stored words are the source's and not quite those that were sent. */
export const normalisedOf = (cited: readonly Cited[]): number[] =>
  cited.flatMap(({ spans }, ordinal) => (spans.some(({ normalised }) => normalised) ? [ordinal] : []));

/** A statement has 65,535 values at most, and a passage eight. */
const AT_A_TIME = 1_000;

/** Stores what is not yet stored of the passages; gives their ids by version and place. */
export async function keepPassages(
  tx: Tx,
  cited: readonly Cited[],
  createdAt: Date,
): Promise<(versionId: string, span: Found) => string> {
  const all = cited.flatMap(({ versionId, spans }) =>
    spans.map(({ start, end, quote, prefix, suffix }) => ({ versionId, start, end, quote, prefix, suffix })),
  );
  // Each once: the database looks a passage up in its text before it sees that it has it.
  const wanted = [...new Map(all.map((one) => [keyOf(one.versionId, one), one])).values()];
  for (let at = 0; at < wanted.length; at += AT_A_TIME)
    await tx.passage.createMany({
      data: wanted.slice(at, at + AT_A_TIME).map((passage) => ({ ...passage, id: newId(), createdAt })),
      skipDuplicates: true,
    });
  const kept = await tx.$queryRaw<{ id: string; versionId: string; start: number; end: number }[]>`
    SELECT p.id, p.version_id AS "versionId", p.start_at AS start, p.end_at AS end
    FROM passages p JOIN unnest(${wanted.map(({ versionId }) => versionId)}::text[],
      ${wanted.map(({ start }) => start)}::int[], ${wanted.map(({ end }) => end)}::int[]) AS at(version_id, start_at, end_at)
      USING (version_id, start_at, end_at)`;
  const ids = new Map(kept.map(({ id, versionId, ...place }) => [keyOf(versionId, place), id]));
  return (versionId, span) => {
    const id = ids.get(keyOf(versionId, span));
    if (!id) throw new Error("a passage was not kept");
    return id;
  };
}

const keyOf = (versionId: string, { start, end }: { start: number; end: number }) => `${versionId} ${start} ${end}`;

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
