/** From the entries that were found to what is shown of them: their words as they stand today, with what was asked for marked. */

import { db } from "#lib/db";
import { type Row as MatchedRow, samePassages } from "#lib/search/matching";
import { AROUND, type Segment, segmentsOf, WHOLE } from "#lib/search/segments";
import type { ArgumentHit, Hit, PassageHit, SourceHit, TextHit, ThreadHit } from "#lib/search/view";
import { type Words, weighing } from "#lib/search/words";
import { type Known, namesIn } from "#lib/threads/names";
import { heardBy, seenBy } from "#lib/users/seen";
import type { Viewer } from "#lib/users/viewer";
import { Prisma } from "../../prisma/generated/client.ts";

const { sql, empty } = Prisma;

/** How words are set: with what was asked for marked, or as they stand where nothing was. */
type Setting = (words: Prisma.Sql, options: string) => Prisma.Sql;

/** A passage of usual length is shown whole. */
const SHORT = 300;

const setting =
  (words: Words | null): Setting =>
  (text, options) => {
    const set = (how: string) => (words ? sql`ts_headline('grounds', ${text}, ${words.any}::tsquery, ${how})` : text);
    if (options === WHOLE) return set(WHOLE);
    return sql`CASE WHEN char_length(${text}) <= ${SHORT} THEN ${set(WHOLE)}
      ELSE ${words ? sql`'… ' || ${set(AROUND)} || ' …'` : sql`left(${text}, ${SHORT}) || '…'`} END`;
  };

const marked = (headline: string | null): Segment[] | null => (headline === null ? null : segmentsOf(headline));
const SOURCE = sql`json_build_object('slug', s.slug, 'title', s.title, 'kind', s.kind)`;

/** Where a passage stands in its source's newest version; a citation says what became of it, if another version is newest. */
const placeOf = (passage: Prisma.Sql, span: Prisma.Sql) => sql`
  (SELECT CASE WHEN n.citation_id IS NULL THEN json_build_object('from', ${passage}.start_at, 'to', ${passage}.end_at)
      WHEN n.start_at IS NOT NULL THEN json_build_object('from', n.start_at, 'to', n.end_at) END
    FROM (SELECT 1) AS one LEFT JOIN LATERAL (
      SELECT n.* FROM anchors n JOIN source_versions nv ON nv.id = n.version_id
      WHERE n.citation_id = ${span}.citation_id AND n.ordinal = ${span}.ordinal ORDER BY nv.number DESC LIMIT 1) AS n ON TRUE)`;

/** In the order of the rows; what went meanwhile is left out. */
export async function readHits(
  viewer: Viewer,
  rows: readonly MatchedRow[],
  words: Words | null,
  thread?: string,
): Promise<Hit[]> {
  const idsOf = (kind: MatchedRow["kind"]) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const set = setting(words);
  const found = await Promise.all([
    readArguments(viewer, idsOf("ARGUMENT"), set, words),
    readThreads(idsOf("THREAD"), set, words),
    readSources(idsOf("SOURCE"), set, words),
    readTexts(idsOf("PARAGRAPH"), set),
    readPassages(viewer, idsOf("PASSAGE"), set, thread),
  ]);
  const byEntry = new Map(found.flatMap((hits) => hits.map(({ entry, hit }): [string, Hit] => [entry, hit])));
  return rows.flatMap(({ id }) => byEntry.get(id) ?? []);
}

interface Read<H extends Hit> {
  entry: string;
  hit: H;
}

/** Whether the words are in the parts of this weight; true of nothing where nothing was asked for. */
const within = (words: Words | null, weight: "B" | "C") =>
  words ? sql`e.words @@ ${weighing(words.any, weight)}::tsquery` : sql`FALSE`;

async function readArguments(
  viewer: Viewer,
  ids: string[],
  set: Setting,
  words: Words | null,
): Promise<Read<ArgumentHit>[]> {
  if (ids.length === 0) return [];
  type Row = Omit<ArgumentHit, "kind" | "author" | "claim" | "quote" | "body" | "postedAt"> & {
    entry: string;
    threadId: string;
    author: Known;
    claim: string;
    body: string | null;
    postedAt: Date;
    quote: (Omit<NonNullable<ArgumentHit["quote"]>, "words"> & { words: string }) | null;
  };
  const quoted = words ? sql`AND to_tsvector('grounds', p.quote) @@ ${words.any}::tsquery` : empty;
  const rows = await db().$queryRaw<Row[]>`
    SELECT e.id AS entry, a.id, a.number, e.stance, a.posted_at AS "postedAt",
      t.id AS "threadId", json_build_object('id', u.id, 'handle', u.handle, 'name', u.name) AS author,
      json_build_object('slug', t.slug, 'question', t.question) AS thread, ${set(sql`r.claim`, WHOLE)} AS claim,
      CASE WHEN ${within(words, "B")} THEN (
        SELECT json_build_object('words', ${set(sql`p.quote`, AROUND)}, 'source', ${SOURCE}, 'place', ${placeOf(sql`p`, sql`c`)})
        FROM (SELECT sp.*, ct.ordinal AS citation FROM citations ct JOIN spans sp ON sp.citation_id = ct.id WHERE ct.revision_id = r.id) AS c
          JOIN passages p ON p.id = c.passage_id JOIN source_versions v ON v.id = p.version_id JOIN sources s ON s.id = v.source_id
        WHERE TRUE ${quoted} ORDER BY c.citation, c.ordinal LIMIT 1) END AS quote,
      CASE WHEN ${within(words, "C")} THEN ${set(sql`r.body_text`, AROUND)} END AS body
    FROM search_entries e JOIN arguments a ON a.id = e.argument_id JOIN revisions r ON r.id = a.current_revision_id
      JOIN users u ON u.id = a.author_id JOIN threads t ON t.id = a.thread_id
    WHERE e.id = ANY(${ids})`;
  const names = await namesIn(
    viewer,
    rows.map(({ threadId }) => threadId),
  );
  return rows.map(({ entry, threadId, author, claim, quote, body, postedAt, ...rest }) => ({
    entry,
    hit: {
      kind: "ARGUMENT",
      ...rest,
      author: names(threadId).of(author),
      postedAt: names(threadId).at(postedAt),
      claim: segmentsOf(claim),
      quote: quote && { ...quote, words: segmentsOf(quote.words) },
      body: quote ? null : marked(body),
    },
  }));
}

async function readThreads(ids: string[], set: Setting, words: Words | null): Promise<Read<ThreadHit>[]> {
  if (ids.length === 0) return [];
  const rows = await db().$queryRaw<
    { entry: string; slug: string; question: string; openedAt: Date; said: string | null }[]
  >`
    SELECT e.id AS entry, t.slug, t.opened_at AS "openedAt", ${set(sql`t.question`, WHOLE)} AS question,
      CASE WHEN ${within(words, "B")} THEN ${set(sql`p.quote`, AROUND)}
        WHEN ${within(words, "C")} THEN ${set(sql`concat_ws(' · ', t.thesis, t.topic, t.background)`, AROUND)} END AS said
    FROM search_entries e JOIN threads t ON t.id = e.thread_id JOIN passages p ON p.id = t.raised_by
    WHERE e.id = ANY(${ids})`;
  return rows.map(({ entry, slug, question, openedAt, said }) => ({
    entry,
    hit: {
      kind: "THREAD",
      slug,
      question: segmentsOf(question),
      openedAt: openedAt.toISOString(),
      said: marked(said),
    },
  }));
}

async function readSources(ids: string[], set: Setting, words: Words | null): Promise<Read<SourceHit>[]> {
  if (ids.length === 0) return [];
  type Row = Pick<SourceHit, "source" | "publishedOn"> &
    Record<"entry" | "title", string> &
    Record<"outlet" | "byline" | "note", string | null>;
  const rows = await db().$queryRaw<Row[]>`
    SELECT e.id AS entry, ${SOURCE} AS source, to_char(s.published_on, 'YYYY-MM-DD') AS "publishedOn",
      ${set(sql`s.title`, WHOLE)} AS title, ${set(sql`s.outlet`, WHOLE)} AS outlet, ${set(sql`s.byline`, WHOLE)} AS byline,
      CASE WHEN ${within(words, "C")} THEN ${set(sql`s.note`, AROUND)} END AS note
    FROM search_entries e JOIN sources s ON s.id = e.source_id WHERE e.id = ANY(${ids})`;
  return rows.map(({ entry, source, publishedOn, title, outlet, byline, note }) => ({
    entry,
    hit: {
      kind: "SOURCE",
      source,
      publishedOn,
      title: segmentsOf(title),
      outlet: marked(outlet),
      byline: marked(byline),
      note: marked(note),
    },
  }));
}

async function readTexts(ids: string[], set: Setting): Promise<Read<TextHit>[]> {
  if (ids.length === 0) return [];
  const rows = await db().$queryRaw<(Pick<TextHit, "source" | "paragraph"> & { entry: string; words: string })[]>`
    SELECT e.id AS entry, ${SOURCE} AS source, e.paragraph,
      ${set(sql`split_part(v.text, E'\n\n', e.paragraph)`, AROUND)} AS words
    FROM search_entries e JOIN sources s ON s.id = e.source_id JOIN source_versions v ON v.id = e.version_id
    WHERE e.id = ANY(${ids})`;
  return rows.map(({ entry, words, ...rest }) => ({ entry, hit: { kind: "TEXT", ...rest, words: segmentsOf(words) } }));
}

async function readPassages(
  viewer: Viewer,
  ids: string[],
  set: Setting,
  thread: string | undefined,
): Promise<Read<PassageHit>[]> {
  if (ids.length === 0) return [];
  type Row = Pick<PassageHit, "id" | "source" | "place" | "counts"> & { entry: string; words: string };
  const there = thread ? sql`AND t.slug = ${thread}` : empty;
  const rows = await db().$queryRaw<Row[]>`
    SELECT e.id AS entry, p.id, ${SOURCE} AS source, ${set(sql`p.quote`, WHOLE)} AS words,
      ${placeOf(sql`p`, sql`used`)} AS place, json_build_object('PRO', used.pro, 'CON', used.con) AS counts
    FROM search_entries e JOIN passages p ON p.id = e.passage_id JOIN sources s ON s.id = e.source_id
    CROSS JOIN LATERAL (
      SELECT min(sp.citation_id) AS citation_id, min(sp.ordinal) AS ordinal,
        count(DISTINCT a.id) FILTER (WHERE standing.stance = 'PRO') AS pro, count(DISTINCT a.id) FILTER (WHERE standing.stance = 'CON') AS con
      FROM spans sp JOIN citations c ON c.id = sp.citation_id JOIN visible_arguments a ON a.current_revision_id = c.revision_id
        JOIN threads t ON t.id = a.thread_id JOIN search_entries standing ON standing.argument_id = a.id
      WHERE sp.passage_id IN (${samePassages(sql`p.id`)}) AND ${seenBy(viewer, "t.class_id")} AND ${heardBy(viewer)} ${there}) AS used
    WHERE e.id = ANY(${ids})`;
  return rows.map(({ entry, words, ...rest }) => ({
    entry,
    hit: { kind: "PASSAGE", ...rest, words: segmentsOf(words) },
  }));
}
