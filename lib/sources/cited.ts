/** Citations as they are shown, with the paragraphs around their words and no more of their texts. */
import { pool } from "#lib/db";
import { becameOf, citationIn, doubtsOf, type Extract, passageIn, type ShownCitation } from "#lib/sources/shown";
import type { CitationView, Doubt, RaisedView, SourceKind } from "#lib/sources/view";

interface Place {
  state: CitationView["state"];
  start: number | null;
  end: number | null;
}

type Raised = ShownCitation["challenges"][number];

interface SpanRow {
  revisionId: string;
  id: string;
  number: number;
  slug: string;
  title: string;
  kind: SourceKind;
  passage: { start: number; end: number; quote: string; prefix: string; suffix: string };
  anchor: (Place & { confirmedAt: string | null }) | null;
  extract: Extract;
  challenges: Raised[];
  ruled: Raised[];
}

/** A passage as `citationIn` and `passageIn` take it; `p` is its row. */
const PASSAGE = `json_build_object('start', p.start_at, 'end', p.end_at, 'quote', p.quote, 'prefix', p.prefix, 'suffix', p.suffix)`;

/** Challenges `h`, each as its kind and where it was raised. */
const raised = (from: string) =>
  `(SELECT coalesce(json_agg(json_build_object('kind', h.kind, 'argumentId', h.argument_id) ORDER BY h.raised_at), '[]') FROM ${from})`;

/** What was ruled on words: in public, and in the class that cites them. */
const ruledIn = (from: string, classId: string) =>
  raised(`${from} JOIN challenges h ON h.id = x.challenge_id JOIN arguments ruled_in ON ruled_in.id = h.argument_id
      JOIN threads there ON there.id = ruled_in.thread_id AND (there.class_id IS NULL OR there.class_id = ${classId})`);

/** One row a span, in the order in which they are cited. Each text is cut into its paragraphs once, however often it is cited. */
const SPANS = `
  WITH cited AS (
    SELECT c.revision_id, c.id, c.ordinal, c.version_id, min(t.class_id) AS class_id, min(p.start_at) AS start_at, max(p.end_at) AS end_at
    FROM arguments a
      JOIN threads t ON t.id = a.thread_id
      JOIN citations c ON c.revision_id = a.current_revision_id
      JOIN spans s ON s.citation_id = c.id
      JOIN passages p ON p.id = s.passage_id
    WHERE a.id = ANY($1)
    GROUP BY c.id),
  paragraphs AS MATERIALIZED (
    SELECT v.id, p.number, p.words, char_length(p.words) AS length,
      (sum(char_length(p.words) + 2) OVER (PARTITION BY v.id ORDER BY p.number))::int - char_length(p.words) - 2 AS start_at
    FROM source_versions v CROSS JOIN LATERAL string_to_table(v.text, E'\n\n') WITH ORDINALITY AS p(words, number)
    WHERE v.id IN (SELECT version_id FROM cited)),
  around AS (
    SELECT cited.id, min(p.start_at) AS from_at, min(p.number) AS number, string_agg(p.words, E'\n\n' ORDER BY p.number) AS words
    FROM cited JOIN paragraphs p ON p.id = cited.version_id AND p.start_at < cited.end_at AND p.start_at + p.length > cited.start_at
    GROUP BY cited.id)
  SELECT cited.revision_id AS "revisionId", cited.id, v.number, source.slug, source.title, source.kind,
    ${PASSAGE} AS passage,
    (SELECT json_build_object('state', a.state, 'start', a.start_at, 'end', a.end_at, 'confirmedAt', a.confirmed_at)
      FROM anchors a JOIN source_versions newer ON newer.id = a.version_id
      WHERE a.citation_id = s.citation_id AND a.ordinal = s.ordinal
      ORDER BY newer.number DESC LIMIT 1) AS anchor,
    json_build_object('start', around.from_at, 'number', around.number, 'text', around.words) AS extract,
    ${raised("challenges h WHERE h.citation_id = cited.id AND h.ruled_at IS NULL")} AS challenges,
    ${ruledIn("(SELECT * FROM ruled_passages WHERE passage_id = p.id) x", "cited.class_id")} AS ruled
  FROM cited
    JOIN source_versions v ON v.id = cited.version_id
    JOIN sources source ON source.id = v.source_id
    JOIN around ON around.id = cited.id
    JOIN spans s ON s.citation_id = cited.id
    JOIN passages p ON p.id = s.passage_id
  ORDER BY cited.revision_id, cited.ordinal, s.ordinal`;

/** What the current revisions of these arguments cite, by revision. One query. Whose words may be seen, the caller asks. */
export async function readCitations(argumentIds: readonly string[]): Promise<ReadonlyMap<string, CitationView[]>> {
  const { rows } = await pool().query<SpanRow>(SPANS, [argumentIds]);
  const found = new Map<string, CitationView[]>();
  for (const spans of Map.groupBy(rows, ({ id }) => id).values()) {
    const [first] = spans;
    if (!first) continue;
    const { revisionId, id, number, slug, title, kind, extract } = first;
    const view = citationIn(
      {
        id,
        version: { number, source: { slug, title, kind } },
        challenges: first.challenges,
        spans: spans.map(({ passage, ruled, anchor }) => ({
          passage: { ...passage, ruled: ruled.map((challenge) => ({ challenge })) },
          anchors: anchor ? [withMoment(anchor)] : [],
        })),
      },
      extract,
    );
    found.set(revisionId, [...(found.get(revisionId) ?? []), view]);
  }
  return found;
}

const DOUBTED = `
  SELECT c.id, ${raised("challenges h WHERE h.citation_id = c.id AND h.ruled_at IS NULL")} AS challenges,
    ${ruledIn("(SELECT x.* FROM spans s JOIN ruled_passages x ON x.passage_id = s.passage_id WHERE s.citation_id = c.id) x", "t.class_id")} AS ruled
  FROM citations c JOIN revisions r ON r.id = c.revision_id JOIN arguments a ON a.id = r.argument_id JOIN threads t ON t.id = a.thread_id
  WHERE c.id = ANY($1)`;

/** What is doubted of these citations today, and what was ruled on their words; those without a doubt are not there. */
export async function readDoubts(citationIds: readonly string[]): Promise<ReadonlyMap<string, Doubt[]>> {
  const { rows } = await pool().query<{ id: string; challenges: Raised[]; ruled: Raised[] }>(DOUBTED, [citationIds]);
  const all = rows.map(({ id, challenges, ruled }) => [id, doubtsOf(challenges, ruled)] as const);
  return new Map(all.filter(([, doubts]) => doubts.length > 0));
}

const withMoment = ({ confirmedAt, ...place }: NonNullable<SpanRow["anchor"]>) => ({
  ...place,
  confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
});

/**
 * The words that raised a thread, in their sentence and with what became of them, as a column of a query in which `t` is
 * the thread's row and `p` its passage's; `raisedOf` reads it.
 */
export const RAISED_IN_TEXT = `(
  SELECT json_build_object('number', v.number, 'slug', source.slug, 'title', source.title, 'kind', source.kind,
    'passage', ${PASSAGE}, 'extract', json_build_object('start', around.from_at, 'number', around.number, 'text', around.words),
    'anchor', (SELECT json_build_object('state', n.state, 'start', n.start_at, 'end', n.end_at)
      FROM raised_anchors n JOIN source_versions newer ON newer.id = n.version_id
      WHERE n.thread_id = t.id ORDER BY newer.number DESC LIMIT 1))
  FROM source_versions v JOIN sources source ON source.id = v.source_id
    CROSS JOIN LATERAL paragraphs_around(v.text, p.start_at, p.end_at) AS around
  WHERE v.id = p.version_id)`;

export type RaisedInText = Pick<SpanRow, "number" | "slug" | "title" | "kind" | "passage" | "extract"> & {
  anchor: Place | null;
};

export function raisedOf({ number, slug, title, kind, passage, extract, anchor }: RaisedInText): RaisedView {
  const view = passageIn({ ...passage, version: { number, source: { slug, title, kind } } }, extract);
  return { ...view, ...becameOf(anchor ?? undefined) };
}
