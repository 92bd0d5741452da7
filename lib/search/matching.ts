/** The question to the database: which entries match, which of them this viewer may find, and what there is of each. */
import type { Asked } from "#lib/search/schema";
import { authorKnown, type EntryKind, seenBy } from "#lib/search/seen";
import type { Narrowing } from "#lib/search/view";
import type { Words } from "#lib/search/words";
import { heardBy, seenBy as ofClass } from "#lib/users/seen";
import type { Viewer } from "#lib/users/viewer";
import { Prisma } from "../../prisma/generated/client.ts";

const { sql, empty, join } = Prisma;

/** As many as fit a screen three times over. */
export const PAGE = 20;
/** Ways to narrow down of one sort: more are no help. */
const NARROWINGS = 6;

const KIND = {
  argument: "ARGUMENT",
  thread: "THREAD",
  source: "SOURCE",
  text: "PARAGRAPH",
  passage: "PASSAGE",
} as const;

/** An entry's place in the order: said in the heading before said elsewhere, then the newest; passages by their use. */
export interface Row {
  id: string;
  kind: EntryKind;
  rank: number;
  at: string;
}

export interface Matched {
  /** One more than a page, where there is more. */
  page: Row[] | null;
  kinds: Partial<Record<EntryKind, number>> | null;
  threads?: Narrowing[] | null;
  sources?: Narrowing[] | null;
  authors?: Narrowing[] | null;
}

const every = (conditions: readonly Prisma.Sql[]) => (conditions.length === 0 ? sql`TRUE` : join(conditions, " AND "));

/** On an entry `e` alone. */
function onEntry(asked: Asked, words: Words | null): Prisma.Sql[] {
  return [
    asked.kind === "passage" ? sql`e.kind = 'PASSAGE'` : sql`e.kind <> 'PASSAGE'`,
    words && sql`e.words @@ ${words.all}::tsquery`,
    asked.thread &&
      asked.kind !== "passage" &&
      sql`e.thread_id = (SELECT id FROM threads WHERE slug = ${asked.thread})`,
    asked.source && sql`e.source_ids @> ARRAY[(SELECT id FROM sources WHERE slug = ${asked.source})]`,
  ].filter((condition) => typeof condition === "object" && condition !== null);
}

/** The passages that are the same stretch of the same source, in whichever version. */
export const samePassages = (id: Prisma.Sql): Prisma.Sql => sql`
  SELECT same.id FROM passages one JOIN source_versions v ON v.id = one.version_id
    JOIN source_versions its_version ON its_version.source_id = v.source_id
    JOIN passages same ON same.version_id = its_version.id AND same.start_at = one.start_at AND same.end_at = one.end_at
  WHERE one.id = ${id}`;

/** On an argument's entry `e`; whoever asks one of them asks for arguments alone. `among`: only these. */
function onArgument(viewer: Viewer, asked: Asked, among: readonly string[] | null): Prisma.Sql[] {
  const answers = sql`(SELECT FROM links l JOIN visible_arguments child ON child.id = l.child_id
    WHERE l.parent_id = e.argument_id AND l.ended_at IS NULL)`;
  const said = sql`FROM arguments its JOIN citations c ON c.revision_id = its.current_revision_id`;
  return [
    among && sql`e.argument_id = ANY(${among}::text[])`,
    asked.author && sql`e.author_id = (SELECT id FROM users WHERE handle = ${asked.author}) AND ${authorKnown(viewer)}`,
    asked.stance && sql`e.stance = ${asked.stance.toUpperCase()}::"Stance"`,
    asked.alone && sql`cardinality(e.source_ids) = 1`,
    asked.answered && (asked.answered === "yes" ? sql`EXISTS ${answers}` : sql`NOT EXISTS ${answers}`),
    asked.marked &&
      sql`(EXISTS (SELECT FROM arguments its JOIN marks k ON k.revision_id = its.current_revision_id
        WHERE its.id = e.argument_id AND k.resolved_at IS NULL)
        OR EXISTS (SELECT FROM arguments its JOIN challenges h ON h.revision_id = its.current_revision_id
        WHERE its.id = e.argument_id AND h.upheld IS NOT FALSE))`,
    asked.passage &&
      sql`EXISTS (SELECT ${said} JOIN spans s ON s.citation_id = c.id
        WHERE its.id = e.argument_id AND s.passage_id IN (${samePassages(sql`${asked.passage}`)}))`,
    asked.words &&
      sql`EXISTS (SELECT ${said} CROSS JOIN LATERAL (
          SELECT DISTINCT ON (n.ordinal) n.state FROM anchors n JOIN source_versions v ON v.id = n.version_id
          WHERE n.citation_id = c.id ORDER BY n.ordinal, v.number DESC) AS newest
        WHERE its.id = e.argument_id AND newest.state = ${asked.words.toUpperCase()}::"AnchorState")`,
  ].filter((condition) => typeof condition === "object" && condition !== null);
}

/**
 * Passages with their uses by what this viewer may see, in one thread where that was asked. The same stretch of a source is
 * one passage, whichever version it was cited from.
 */
function usedPassages(viewer: Viewer, asked: Asked): Prisma.Sql {
  // Of the words that were asked for; without any, counting all of them is cheaper than looking each up.
  const wanted = asked.q ? sql`AND p.id IN (SELECT passage_id FROM matched)` : empty;
  const there = asked.thread ? sql`AND t.slug = ${asked.thread}` : empty;
  const standing = asked.contested ? sql`JOIN search_entries standing ON standing.argument_id = a.id` : empty;
  const contested = asked.contested ? sql`HAVING count(DISTINCT standing.stance) > 1` : empty;
  return sql`
    SELECT e.id, e.kind, e.thread_id, e.author_id, e.source_ids, e.at, used.rank
    FROM matched e JOIN (
      SELECT max(p.id) AS passage_id, count(DISTINCT a.id)::int AS rank
      FROM visible_arguments a JOIN threads t ON t.id = a.thread_id JOIN citations c ON c.revision_id = a.current_revision_id
        JOIN spans s ON s.citation_id = c.id JOIN passages p ON p.id = s.passage_id
        JOIN source_versions v ON v.id = p.version_id ${standing}
      WHERE ${ofClass(viewer, "t.class_id")} AND ${heardBy(viewer)} ${there} ${wanted} GROUP BY v.source_id, p.start_at, p.end_at ${contested}) AS used
    ON used.passage_id = e.passage_id`;
}

const COLUMNS = sql`e.id, e.kind, e.thread_id, e.author_id, e.source_ids, e.at, e.rank`;

/** Of what matched, what this viewer may find. */
function seen(viewer: Viewer, asked: Asked, among: readonly string[] | null): Prisma.Sql {
  if (asked.kind === "passage") return usedPassages(viewer, asked);
  const rules = seenBy(viewer);
  const ofArguments = onArgument(viewer, asked, among);
  const kinds =
    ofArguments.length > 0 ? (["ARGUMENT"] as const) : (["ARGUMENT", "THREAD", "SOURCE", "PARAGRAPH"] as const);
  const branches = kinds.map(
    (kind) =>
      sql`SELECT ${COLUMNS} FROM matched e WHERE e.kind = ${kind}::"EntryKind" AND ${every([rules[kind], ...ofArguments])}`,
  );
  return join(branches, " UNION ALL ");
}

const CURSOR = /^(\d+)\.(\d+)\.(.+)$/;

export const cursorOf = ({ rank, at, id }: Row): string => `${rank}.${new Date(at).getTime()}.${id}`;

/** The next page begins after this place, whatever came before it meanwhile. */
function beyond(after: string | undefined): Prisma.Sql {
  const [, rank, at, id] = CURSOR.exec(after ?? "") ?? [];
  if (id === undefined) return sql`TRUE`;
  const place = sql`(${Number(rank)}::int, to_timestamp(${Number(at)}::float8 / 1000)::timestamptz(3))`;
  return sql`((rank, at) < ${place} OR ((rank, at) = ${place} AND id > ${id}))`;
}

/** How much of what is chosen each value of `id` leaves, the most first: counted by id, and then named. */
function narrowed(names: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT json_agg(n) FROM (
    SELECT ${names} AND named.id = g.id ORDER BY g.count DESC, named.id LIMIT ${NARROWINGS}) AS n)`;
}

const counted = (id: Prisma.Sql, which: Prisma.Sql = sql`TRUE`) =>
  sql`(SELECT ${id} AS id, count(*)::int AS count FROM chosen e WHERE ${which} GROUP BY ${id} ORDER BY count DESC LIMIT ${NARROWINGS}) AS g`;

/** Grouped by the rows' own lists first, of which there are few. */
const countedSources = sql`(SELECT source AS id, sum(lists.count)::int AS count
  FROM (SELECT source_ids, count(*) AS count FROM chosen GROUP BY source_ids) AS lists, unnest(source_ids) AS source GROUP BY source) AS g`;

function narrowings(viewer: Viewer): Prisma.Sql {
  const threads = counted(sql`thread_id`);
  const authors = counted(sql`author_id`, authorKnown(viewer));
  return sql`,
    ${narrowed(sql`named.slug AS value, named.question AS label, g.count FROM ${threads}, threads named WHERE TRUE`)} AS threads,
    ${narrowed(sql`named.slug AS value, named.title AS label, g.count FROM ${countedSources}, (SELECT s.* FROM sources s WHERE ${ofClass(viewer, "s.class_id")}) AS named WHERE TRUE`)} AS sources,
    ${narrowed(sql`named.handle AS value, named.name AS label, g.count FROM ${authors}, users named WHERE TRUE`)} AS authors`;
}

/** One row: the page that was asked for, the counts and, if wanted, the ways to narrow down; all of what this viewer may find alone. */
export function matching(
  viewer: Viewer,
  asked: Asked,
  words: Words | null,
  among: readonly string[] | null,
  withWays: boolean,
): Prisma.Sql {
  const ofKind = asked.kind ? sql`WHERE kind = ${KIND[asked.kind]}::"EntryKind"` : empty;
  const rank = words ? sql`(e.words @@ ${words.head}::tsquery)::int` : sql`0`;
  return sql`
    WITH matched AS MATERIALIZED (
      SELECT e.id, e.kind, e.argument_id, e.thread_id, e.author_id, e.source_id, e.source_ids, e.passage_id, e.stance, e.at, ${rank} AS rank
      FROM search_entries e WHERE ${every(onEntry(asked, words))}),
    seen AS MATERIALIZED (${seen(viewer, asked, among)}),
    chosen AS (SELECT * FROM seen ${ofKind})
    SELECT
      (SELECT json_agg(p) FROM (SELECT id, kind, rank, at FROM chosen WHERE ${beyond(asked.after)}
        ORDER BY rank DESC, at DESC, id LIMIT ${PAGE + 1}) AS p) AS page,
      (SELECT json_object_agg(kind, count) FROM (SELECT kind, count(*)::int AS count FROM seen GROUP BY kind) AS k) AS kinds${withWays ? narrowings(viewer) : empty}`;
}
