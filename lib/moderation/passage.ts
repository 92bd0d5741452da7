/** The paragraphs in which cited words stand, each between its neighbours, so that one sees what was left out. */
import { pool } from "#lib/db";
import type { SourceKind } from "#lib/sources/view";
import { paragraphsOf } from "#lib/text/canonical";
import { sliceCodePoints } from "#lib/text/code-points";

export interface ShownParagraph {
  number: number;
  /** Whether a cited stretch is in it; else it is a neighbour. */
  cited: boolean;
  parts: { text: string; marked: boolean }[];
}

export interface ParagraphsAround {
  source: { slug: string; title: string; kind: SourceKind };
  version: number;
  from: number;
  to: number;
  paragraphs: ShownParagraph[];
}

interface Row {
  versionId: string;
  version: number;
  source: ParagraphsAround["source"];
  text: string;
  spans: { start: number; end: number }[];
}

const CITED = `
  SELECT v.id AS "versionId", v.number AS version, v.text,
    json_build_object('slug', s.slug, 'title', s.title, 'kind', s.kind) AS source,
    (SELECT json_agg(json_build_object('start', p.start_at, 'end', p.end_at) ORDER BY p.start_at)
      FROM spans sp JOIN passages p ON p.id = sp.passage_id WHERE sp.citation_id = c.id) AS spans
  FROM arguments a JOIN citations c ON c.revision_id = a.current_revision_id
    JOIN source_versions v ON v.id = c.version_id JOIN sources s ON s.id = v.source_id
  WHERE a.id = $1 ORDER BY c.ordinal`;

/** What an argument cites, as it stands in its text; one query. `places` are the same words by version and offsets. */
export async function paragraphsAround(argumentId: string) {
  const { rows } = await pool().query<Row>(CITED, [argumentId]);
  return {
    passages: rows.map(({ source, version, text, spans }) => ({
      source,
      version,
      from: spans[0]?.start ?? 0,
      to: spans.at(-1)?.end ?? 0,
      paragraphs: between(text, spans),
    })),
    places: rows.flatMap(({ versionId, spans }) => spans.map((span) => ({ versionId, ...span }))),
  };
}

/** The paragraphs that hold a stretch, and one on either side. Offsets are code points. */
export function between(text: string, spans: readonly { start: number; end: number }[]): ShownParagraph[] {
  const all = paragraphsOf(text).map((one) => ({
    ...one,
    here: spans.filter((span) => span.start < one.end && span.end > one.start),
  }));
  const near = (i: number) => all.slice(Math.max(0, i - 1), i + 2).some(({ here }) => here.length > 0);
  return all
    .filter((_, i) => near(i))
    .map(({ number, start, end, text: words, here }) => ({
      number,
      cited: here.length > 0,
      parts: partsOf(words, start, end, here),
    }));
}

function partsOf(words: string, start: number, end: number, here: readonly { start: number; end: number }[]) {
  const cuts = here.flatMap((span) => [Math.max(span.start, start), Math.min(span.end, end)]);
  const places = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end;
    return {
      text: sliceCodePoints(words, from - start, to - start),
      marked: here.some((span) => span.start <= from && span.end >= to),
    };
  });
}
