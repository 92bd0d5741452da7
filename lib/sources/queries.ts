/** What there is to see of sources. */
import { db } from "#lib/db";
import { env } from "#lib/env";
import { BROUGHT_AGAIN, type BroughtAgain, broughtAgain } from "#lib/sources/brought-again";
import type { CslItem } from "#lib/sources/csl";
import { excerptsOf } from "#lib/sources/excerpts";
import { mayReadText, visibleTo } from "#lib/sources/policy";
import { referenceTo } from "#lib/sources/reference";
import { type CitedPassage, citedPassages, countLost } from "#lib/sources/standing";
import type { Provenance, Rights, SourceKind } from "#lib/sources/view";
import { type Paragraph, paragraphsOf } from "#lib/text/canonical";
import { heardBy, seenBy, seenWhere } from "#lib/users/seen";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface SourceSummary {
  id: string;
  slug: string;
  title: string;
  kind: SourceKind;
  rights: Rights;
  outlet: string | null;
  byline: string | null;
  publishedOn: string | null;
  url: string | null;
  note: string | null;
}

export interface SourceView extends SourceSummary {
  /** What a reference to it says. */
  work: CslItem;
  broughtBy: { handle: string; name: string };
  broughtAt: string;
  provenance: Provenance;
  /** Of what the server fetched: which address was asked for, and which answered. */
  requestedUrl: string | null;
  finalUrl: string | null;
  broughtAgain: BroughtAgain[];
  version: { number: number; sha256: string };
  versions: { number: number; sha256: string }[];
  /** The whole text's paragraphs; where the rights allow excerpts alone, the cited sentences of those that have any. */
  paragraphs: Paragraph[];
  /** Whether `paragraphs` are excerpts. */
  excerpts: boolean;
  /** By place, then length; they may overlap. */
  passages: CitedPassage[];
  /** How many visible arguments stand on words of older versions that this one has no more. */
  lost: number;
  /** Threads that this text raised or that cite it. */
  threads: { id: string; slug: string; question: string }[];
}

/** @throws Missing */
export async function getSource(viewer: Viewer, slug: string, number?: number): Promise<SourceView> {
  const row = await db().source.findFirst({
    where: { slug, ...visibleTo(viewer) },
    include: {
      broughtBy: { select: { handle: true, name: true } },
      versions: { orderBy: { number: "desc" }, select: { id: true, number: true, sha256: true } },
    },
  });
  const version = row?.versions.find((one) => number === undefined || one.number === number);
  if (!row || !version) throw new Missing();
  const { text, again } = await db().sourceVersion.findUniqueOrThrow({
    where: { id: version.id },
    select: { text: true, again: BROUGHT_AGAIN },
  });
  const paragraphs = paragraphsOf(text);
  const passages = await citedPassages(viewer, version.id, paragraphs);
  const excerpts = !mayReadText(viewer, row);
  return {
    ...summaryOf(row),
    work: referenceTo(row, env().APP_URL),
    broughtBy: row.broughtBy,
    broughtAt: row.broughtAt.toISOString(),
    provenance: row.provenance,
    requestedUrl: row.requestedUrl,
    finalUrl: row.finalUrl,
    broughtAgain: again.map(broughtAgain),
    version: { number: version.number, sha256: version.sha256 },
    versions: row.versions.map(({ number, sha256 }) => ({ number, sha256 })),
    paragraphs: excerpts ? excerptsOf(text, passages) : paragraphs,
    excerpts,
    passages,
    lost: version.number > 1 ? await countLost(viewer, version.id) : 0,
    threads: await threadsOn(viewer, row.id, passages),
  };
}

type SourceRow = Omit<SourceSummary, "publishedOn"> & { publishedOn: Date | null };

function summaryOf({
  id,
  slug,
  title,
  kind,
  rights,
  outlet,
  byline,
  publishedOn,
  url,
  note,
}: SourceRow): SourceSummary {
  return {
    id,
    slug,
    title,
    kind,
    rights,
    outlet,
    byline,
    publishedOn: publishedOn?.toISOString().slice(0, 10) ?? null,
    url,
    note,
  };
}

async function threadsOn(viewer: Viewer, sourceId: string, passages: CitedPassage[]): Promise<SourceView["threads"]> {
  const ids = new Set(passages.flatMap((passage) => passage.arguments.map(({ thread }) => thread.id)));
  return db().thread.findMany({
    where: {
      AND: [seenWhere(viewer), { OR: [{ id: { in: [...ids] } }, { raisedBy: { version: { sourceId } } }] }],
    },
    orderBy: { openedAt: "asc" },
    select: { id: true, slug: true, question: true },
  });
}

export interface SourceOverview extends SourceSummary {
  version: number;
  sha256: string;
  paragraphs: number;
  /** Distinct passages that visible arguments stand on, and those arguments. */
  cited: number;
  arguments: number;
}

/** As many as a table of a page holds. */
const PAGE = 50;

/** Sources, newest first; `after` is the `next` of the page before. */
export async function listSources(
  viewer: Viewer,
  after?: string,
): Promise<{ items: SourceOverview[]; next: string | null }> {
  const from = after
    ? await db().source.findFirst({ where: { slug: after, ...visibleTo(viewer) }, select: { slug: true } })
    : null;
  // What one may not see is as unknown here as what is not there.
  if (after && !from) return { items: [], next: null };
  const rows = await db().source.findMany({
    where: visibleTo(viewer),
    orderBy: [{ broughtAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    ...(from ? { cursor: from } : {}),
    include: {
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, sha256: true, text: true } },
    },
  });
  const page = rows.slice(0, PAGE);
  const uses = await countUses(
    viewer,
    page.flatMap((row) => row.versions.map(({ id }) => id)),
  );
  const items = page.map((row) => {
    const version = row.versions[0];
    if (!version) throw new Error("a source without a version");
    const { cited = 0, arguments: count = 0 } = uses.get(version.id) ?? {};
    const paragraphs = version.text.split("\n\n").length;
    return { ...summaryOf(row), version: version.number, sha256: version.sha256, paragraphs, cited, arguments: count };
  });
  return { items, next: rows[PAGE]?.slug ?? null };
}

async function countUses(
  viewer: Viewer,
  versionIds: string[],
): Promise<Map<string, { cited: number; arguments: number }>> {
  const rows = await db().$queryRaw<{ versionId: string; cited: number; arguments: number }[]>`
    SELECT w.version_id AS "versionId", count(DISTINCT (w.start_at, w.end_at))::int AS cited, count(DISTINCT a.id)::int AS arguments
    FROM (
        SELECT p.version_id, s.citation_id, p.start_at, p.end_at FROM passages p JOIN spans s ON s.passage_id = p.id
        UNION ALL SELECT version_id, citation_id, start_at, end_at FROM anchors WHERE start_at IS NOT NULL
      ) w
      JOIN citations c ON c.id = w.citation_id
      JOIN visible_arguments a ON a.current_revision_id = c.revision_id
      JOIN threads t ON t.id = a.thread_id AND ${seenBy(viewer, "t.class_id")} AND ${heardBy(viewer)}
    WHERE w.version_id = ANY(${versionIds})
    GROUP BY w.version_id`;
  return new Map(rows.map(({ versionId, ...counts }) => [versionId, counts]));
}
