/** What there is to see of a thread's evidence: its bones and uses, weighed, and the words of what is shown. */
import { readBones } from "#lib/arguments/queries/skeleton";
import { pool } from "#lib/db";
import {
  type Begun,
  type Challenge,
  type Evidence,
  type PassageUse,
  type StretchShare,
  type Use,
  weigh,
} from "#lib/maps/evidence";
import type { SourceRef } from "#lib/sources/view";
import type { Known, Names } from "#lib/threads/names";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** As much as fits a page of a thread of any size; everything else is one link away. */
const SHOWN = { sources: 8, passages: 12, contested: 6, dropped: 6, challenged: 6, people: 20 };
/** Numbers of those who stand on a passage. */
const USERS = 6;

const USES = `
  SELECT a.id AS argument, c.id AS citation, v.source_id AS source, concat_ws(' ', v.source_id, p.start_at, p.end_at) AS stretch
  FROM visible_arguments a
    JOIN citations c ON c.revision_id = a.current_revision_id
    JOIN source_versions v ON v.id = c.version_id
    JOIN spans s ON s.citation_id = c.id
    JOIN passages p ON p.id = s.passage_id
  WHERE a.thread_id = $1`;

/** Of each cited stretch what became of it last; most threads have none that was corrected. */
const CHANGED = `
  SELECT count(DISTINCT id) FILTER (WHERE state = 'MOVED')::int AS moved, count(DISTINCT id) FILTER (WHERE state = 'ORPHANED')::int AS orphaned
  FROM (
    SELECT DISTINCT ON (n.citation_id, n.ordinal) a.id, n.state
    FROM visible_arguments a JOIN citations c ON c.revision_id = a.current_revision_id
      JOIN anchors n ON n.citation_id = c.id JOIN source_versions v ON v.id = n.version_id
    WHERE a.thread_id = $1 ORDER BY n.citation_id, n.ordinal, v.number DESC) AS newest`;

const PEOPLE = `
  SELECT json_build_object('id', u.id, 'handle', u.handle, 'name', u.name) AS person, count(*)::int AS arguments, count(*) OVER ()::int AS total
  FROM visible_arguments a JOIN users u ON u.id = a.author_id
  WHERE a.thread_id = $1 GROUP BY u.id ORDER BY count(*) DESC, min(a.number) LIMIT ${SHOWN.people}`;

const CHALLENGED = `
  SELECT DISTINCT ON (a.number) k.kind, k.marked_at AS at, json_build_object('id', u.id, 'handle', u.handle, 'name', u.name) AS by,
    json_build_object('id', a.id, 'number', a.number, 'claim', r.claim) AS argument
  FROM visible_arguments a JOIN revisions r ON r.id = a.current_revision_id
    JOIN (
      SELECT revision_id, kind::text AS kind, marked_at, marked_by FROM marks WHERE resolved_at IS NULL
      UNION ALL SELECT revision_id, kind::text, raised_at, raised_by FROM challenges WHERE upheld IS NOT FALSE
    ) k ON k.revision_id = r.id JOIN users u ON u.id = k.marked_by
  WHERE a.thread_id = $1 ORDER BY a.number, k.marked_at`;

const SOURCES = `SELECT id, json_build_object('slug', slug, 'title', title, 'kind', kind) AS source FROM sources WHERE id = ANY($1)`;

/** The newest citation of each stretch says where its words are now. */
const PASSAGES = `
  SELECT DISTINCT ON (stretch) stretch, p.id, p.quote, around.number AS paragraph,
    json_build_object('slug', s.slug, 'title', s.title, 'kind', s.kind) AS source,
    CASE WHEN n.citation_id IS NULL THEN json_build_object('from', p.start_at, 'to', p.end_at)
      WHEN n.start_at IS NOT NULL THEN json_build_object('from', n.start_at, 'to', n.end_at) END AS place
  FROM unnest($1::text[]) AS stretch
    JOIN sources s ON s.id = split_part(stretch, ' ', 1)
    JOIN source_versions v ON v.source_id = s.id
    JOIN passages p ON p.version_id = v.id AND p.start_at = split_part(stretch, ' ', 2)::int AND p.end_at = split_part(stretch, ' ', 3)::int
    CROSS JOIN LATERAL paragraphs_around(v.text, p.start_at, p.end_at) AS around
    LEFT JOIN LATERAL (
      SELECT n.* FROM spans sp JOIN anchors n ON n.citation_id = sp.citation_id AND n.ordinal = sp.ordinal
        JOIN source_versions newer ON newer.id = n.version_id
      WHERE sp.passage_id = p.id ORDER BY newer.number DESC LIMIT 1) AS n ON TRUE
  ORDER BY stretch, v.number DESC`;

const CLAIMS = `
  SELECT a.id, a.number, a.posted_at AS "postedAt", r.claim FROM arguments a JOIN revisions r ON r.id = a.current_revision_id
  WHERE a.id = ANY($1) ORDER BY a.number`;

async function read<Row extends object>(query: string, parameter: unknown): Promise<Row[]> {
  return (await pool().query<Row>(query, [parameter])).rows;
}

/** @throws Missing */
export async function getEvidence(viewer: Viewer, slug: string): Promise<Evidence> {
  const bones = await readBones(viewer, { slug });
  const { names, thread } = bones;
  const { id } = thread;
  if (mustPostFirst(viewer, id)) throw new Missing();
  const [uses, [changed], people, challenges] = await Promise.all([
    read<Use>(USES, id),
    read<{ moved: number; orphaned: number }>(CHANGED, id),
    read<{ person: Known; arguments: number; total: number }>(PEOPLE, id),
    read<Omit<Challenge, "at" | "by"> & { at: Date; by: Known }>(CHALLENGED, id),
  ]);
  const weighed = weigh(bones, uses, new Date());
  const { sources, stretches, contested, dropped, ...figures } = weighed;
  const begin = <Item>(all: Item[], count: number) => all.slice(0, count);
  const mostUsed = begin(stretches, SHOWN.passages);
  const mostContested = begin(contested, SHOWN.contested);
  const [named, words, claims] = await Promise.all([
    read<{ id: string; source: SourceRef }>(
      SOURCES,
      begin(sources, SHOWN.sources).map(({ source }) => source),
    ),
    read<PassageWords>(PASSAGES, [...new Set([...mostUsed, ...mostContested].map(({ stretch }) => stretch))]),
    read<{ id: string; number: number; postedAt: Date; claim: string }>(
      CLAIMS,
      begin(dropped, SHOWN.dropped).map(({ id }) => id),
    ),
  ]);
  const sourceOf = new Map(named.map(({ id, source }) => [id, source]));
  const wordsOf = new Map(words.map((row) => [row.stretch, row]));
  const sideOf = new Map(dropped.map(({ id, side }) => [id, side]));
  return {
    thread,
    ...figures,
    moved: changed?.moved ?? 0,
    orphaned: changed?.orphaned ?? 0,
    sources: {
      total: sources.length,
      shown: sources.flatMap(({ source: id, ...share }) => {
        const source = sourceOf.get(id);
        return source ? [{ id, source, ...share }] : [];
      }),
    },
    passages: { total: stretches.length, shown: mostUsed.flatMap((one) => inWords(one, wordsOf)) },
    contested: { total: contested.length, shown: mostContested.flatMap((one) => inWords(one, wordsOf)) },
    dropped: {
      total: dropped.length,
      shown: claims.map(({ postedAt, ...claim }) => ({
        ...claim,
        postedAt: names.at(postedAt),
        side: sideOf.get(claim.id) ?? "PRO",
      })),
    },
    challenged: {
      total: challenges.length,
      shown: challenges
        .slice(-SHOWN.challenged)
        .map(({ kind, by, at, argument }) => ({ kind, by: names.of(by), at: names.at(at), argument })),
    },
    people: begunPeople(people, names),
  };
}

interface PassageWords extends Pick<PassageUse, "id" | "quote" | "source" | "paragraph" | "place"> {
  stretch: string;
}

function inWords({ stretch, users, stances }: StretchShare, wordsOf: ReadonlyMap<string, PassageWords>): PassageUse[] {
  const words = wordsOf.get(stretch);
  if (!words) return [];
  const { id, quote, source, paragraph, place } = words;
  return [{ id, quote, source, paragraph, place, users: users.slice(0, USERS), stances }];
}

function begunPeople(
  rows: { person: Known; arguments: number; total: number }[],
  names: Names,
): Begun<Evidence["people"]["shown"][number]> {
  return {
    total: rows[0]?.total ?? 0,
    shown: rows.map(({ person, arguments: count }) => ({ person: names.of(person), arguments: count })),
  };
}
