/** What a newer version of a source changed, and what became of the words that were cited from older ones. */
import { db } from "#lib/db";
import { type ParagraphChange, paragraphChanges } from "#lib/sources/paragraph-changes";
import { mayReadText, visibleTo } from "#lib/sources/policy";
import { sliceCodePoints } from "#lib/text/code-points";
import { seenBy } from "#lib/users/seen";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface Correction {
  /** The version that changed something, and the one before it. */
  number: number;
  before: number;
  /** None where the rights allow excerpts alone. */
  changes: ParagraphChange[];
  citations: CitedBefore[];
}

/** Words of an older version that a visible argument stands on or that raised a thread, and those that stand for them now. */
export interface CitedBefore {
  /** Null for the words that raised the thread. */
  argument: { id: string; number: number } | null;
  thread: string;
  version: number;
  quote: string;
  state: "VERBATIM" | "MOVED" | "ORPHANED";
  /** Whether its author said that the new words carry it as well. */
  confirmed: boolean;
  now: string | null;
}

export interface Versions {
  slug: string;
  title: string;
  excerpts: boolean;
  versions: { number: number; sha256: string; createdAt: string; by: string }[];
  /** Null where the text was never corrected. */
  correction: Correction | null;
}

/**
 * A source's versions, newest first, and what the newest of them changed, or the one that is asked for.
 * @throws Missing
 */
export async function getVersions(viewer: Viewer, slug: string, asked?: number): Promise<Versions> {
  const row = await db().source.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: {
      title: true,
      rights: true,
      classId: true,
      broughtById: true,
      versions: {
        orderBy: { number: "desc" },
        select: { id: true, number: true, sha256: true, createdAt: true, createdBy: { select: { name: true } } },
      },
    },
  });
  if (!row) throw new Missing();
  const place = asked === undefined ? 0 : row.versions.findIndex(({ number }) => number === asked);
  const [version, previous] = place < 0 ? [] : row.versions.slice(place, place + 2);
  if (!version) throw new Missing();
  const excerpts = !mayReadText(viewer, row);
  return {
    slug,
    title: row.title,
    excerpts,
    versions: row.versions.map(({ number, sha256, createdAt, createdBy }) => ({
      number,
      sha256,
      createdAt: createdAt.toISOString(),
      by: createdBy.name,
    })),
    correction: previous ? await correctionOf(viewer, version, previous, excerpts) : null,
  };
}

type Version = { id: string; number: number };

async function correctionOf(
  viewer: Viewer,
  version: Version,
  previous: Version,
  excerpts: boolean,
): Promise<Correction> {
  const rows = await db().sourceVersion.findMany({
    where: { id: { in: [version.id, previous.id] } },
    orderBy: { number: "asc" },
    select: { text: true },
  });
  const [before = "", after = ""] = rows.map(({ text }) => text);
  return {
    number: version.number,
    before: previous.number,
    changes: excerpts ? [] : paragraphChanges(before.split("\n\n"), after.split("\n\n")),
    citations: await allCitedBefore(viewer, version.id, after),
  };
}

/** Words that were cited, or that raised a thread, with what became of them. */
export interface CitedRow {
  /** Of the argument; null for words that raised the thread. */
  id: string | null;
  number: number | null;
  thread: string;
  version: number;
  quote: string;
  state: CitedBefore["state"];
  start: number | null;
  end: number | null;
  confirmed: boolean;
}

type Became = Pick<CitedRow, "state"> & Partial<Pick<CitedRow, "start" | "end" | "confirmed">>;

/** As it is shown, with the words that stand for it in the newer text. */
export function citedBefore(
  { id, number, thread, version, quote }: Pick<CitedRow, "id" | "number" | "thread" | "version" | "quote">,
  { state, start = null, end = null, confirmed = false }: Became,
  text: string,
): CitedBefore {
  const argument = id === null || number === null ? null : { id, number };
  const now = start === null || end === null ? null : sliceCodePoints(text, start, end);
  return { argument, thread, version, quote, state, confirmed, now };
}

/**
 * The spans of visible arguments' current revisions, and the words that raised threads, that have an anchor in this
 * version: lost, moved, then unchanged.
 */
async function allCitedBefore(viewer: Viewer, versionId: string, text: string): Promise<CitedBefore[]> {
  const rows = await db().$queryRaw<CitedRow[]>`
    SELECT * FROM (
      SELECT a.id, a.number, t.slug AS thread, v.number AS version, p.quote, n.state::text AS state,
        n.start_at AS start, n.end_at AS "end", n.confirmed_at IS NOT NULL AS confirmed, n.state AS rank, p.start_at AS at
      FROM anchors n
        JOIN spans s ON s.citation_id = n.citation_id AND s.ordinal = n.ordinal
        JOIN passages p ON p.id = s.passage_id
        JOIN citations c ON c.id = s.citation_id
        JOIN source_versions v ON v.id = c.version_id
        JOIN visible_arguments a ON a.current_revision_id = c.revision_id
        JOIN threads t ON t.id = a.thread_id
      WHERE n.version_id = ${versionId} AND ${seenBy(viewer, "t.class_id")}
      UNION ALL
      SELECT NULL, NULL, t.slug, v.number, p.quote, n.state::text, n.start_at, n.end_at, false, n.state, p.start_at
      FROM raised_anchors n
        JOIN threads t ON t.id = n.thread_id
        JOIN passages p ON p.id = t.raised_by
        JOIN source_versions v ON v.id = p.version_id
      WHERE n.version_id = ${versionId} AND ${seenBy(viewer, "t.class_id")}) became
    ORDER BY rank DESC, at, quote, thread, number NULLS FIRST`;
  return rows.map((row) => citedBefore(row, row, text));
}
