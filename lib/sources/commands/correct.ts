/** Correcting a source: a new version; the old ones stay, and so do the citations that were made from them. */
import { type Tx, transact } from "#lib/db";
import { type Happening, record, recordAll } from "#lib/events/record";
import { keepAnchors } from "#lib/sources/anchoring";
import type { Brought } from "#lib/sources/commands/bring";
import { fitText } from "#lib/sources/fit-text";
import { refuseKnown } from "#lib/sources/known";
import { mayCorrectSource, visibleTo } from "#lib/sources/policy";
import type { CorrectSource } from "#lib/sources/schema";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/** What whoever looked at a correction first has seen. */
export interface Correcting {
  /** The number of the version that it corrects. */
  after?: number;
}

/**
 * Stores a corrected text as the source's newest version and says of every citation what became of its words there.
 * The newest version's own text changes nothing.
 * @throws Missing; Refused "blank" … for an unfit text, "source-exists" where another source has this very text,
 * "corrected-meanwhile" where a newer version than the one it corrects is there.
 */
export async function correctSource(
  viewer: Person,
  slug: string,
  input: CorrectSource,
  { after }: Correcting = {},
): Promise<Brought> {
  const { text, sha256 } = fitText(input.text);
  return transact(async (tx, at) => {
    const seen = await tx.source.findFirst({
      where: { slug, ...visibleTo(viewer) },
      select: { id: true, classId: true, broughtById: true },
    });
    if (!seen) throw new Missing();
    must(mayCorrectSource(viewer, seen));
    const threads = await lockThreads(tx, seen.id);
    await tx.$queryRaw`SELECT id FROM sources WHERE id = ${seen.id} FOR UPDATE`;
    const newest = await tx.sourceVersion.findFirstOrThrow({
      where: { sourceId: seen.id },
      orderBy: { number: "desc" },
      select: { number: true, sha256: true },
    });
    if (newest.sha256 === sha256) return { slug, version: newest.number, sha256 };
    if (after !== undefined && after !== newest.number)
      throw new Refused("corrected-meanwhile", { ground: "conflict" });
    await refuseKnown(tx, sha256, { except: seen.id, classId: seen.classId });

    const version = { id: newId(), sourceId: seen.id, number: newest.number + 1, text, sha256 };
    await tx.sourceVersion.create({ data: { ...version, setAside: [], createdById: viewer.id, createdAt: at } });
    await keepAnchors(tx, version, at);
    const happening = { kind: "source.corrected", actorId: viewer.id, at } as const;
    const subjects = { source: seen.id, version: version.id, sources: [seen.id] };
    await record(tx, { ...happening, stream: "site", classId: seen.classId, subjects });
    await recordAll(tx, [
      ...threads.map(({ id, classId }): Happening => ({ ...happening, stream: id, classId, subjects })),
      ...(await consequences(tx, version.id, { actorId: viewer.id, at })),
    ]);
    return { slug, version: version.number, sha256 };
  });
}

interface Consequence {
  threadId: string;
  classId: string | null;
  argument: string;
  citations: string[];
  kind: "citation.moved" | "citation.orphaned";
}

/**
 * For each visible argument, in its thread's stream: its citations whose words are now elsewhere and not quite the same,
 * and those whose words this version lost. What an earlier version lost already is no news, nor are words already confirmed.
 */
async function consequences(tx: Tx, version: string, by: Pick<Happening, "actorId" | "at">): Promise<Happening[]> {
  const rows = await tx.$queryRaw<Consequence[]>`
    WITH became AS (
      SELECT n.citation_id, bool_or(n.state = 'ORPHANED') AS lost,
        bool_or(n.state = 'ORPHANED' AND before.state IS DISTINCT FROM 'ORPHANED') AS newly_lost
      FROM anchors n
        LEFT JOIN LATERAL (
          SELECT o.state FROM anchors o JOIN source_versions v ON v.id = o.version_id
          WHERE o.citation_id = n.citation_id AND o.ordinal = n.ordinal AND o.version_id <> n.version_id
          ORDER BY v.number DESC LIMIT 1) before ON true
      WHERE n.version_id = ${version} AND n.state <> 'VERBATIM' AND n.confirmed_at IS NULL
      GROUP BY n.citation_id)
    SELECT a.thread_id AS "threadId", t.class_id AS "classId", a.id AS argument,
      array_agg(c.id ORDER BY c.ordinal) AS citations,
      CASE WHEN b.lost THEN 'citation.orphaned' ELSE 'citation.moved' END AS kind
    FROM became b
      JOIN citations c ON c.id = b.citation_id
      JOIN visible_arguments a ON a.current_revision_id = c.revision_id
      JOIN threads t ON t.id = a.thread_id
    WHERE b.newly_lost OR NOT b.lost
    GROUP BY a.id, a.number, a.thread_id, t.class_id, b.lost
    ORDER BY a.thread_id, a.number, kind`;
  return rows.map(({ threadId, classId, argument, citations, kind }) => ({
    ...by,
    stream: threadId,
    classId,
    kind,
    subjects: { argument, citations, version },
  }));
}

/** The threads whose pages show words of this source, locked before the source, as whoever posts in them does. */
async function lockThreads(tx: Tx, sourceId: string): Promise<{ id: string; classId: string | null }[]> {
  return tx.$queryRaw`
    SELECT id, class_id AS "classId" FROM threads
    WHERE id IN (
      SELECT a.thread_id FROM arguments a
        JOIN citations c ON c.revision_id = a.current_revision_id
        JOIN source_versions v ON v.id = c.version_id
      WHERE v.source_id = ${sourceId}
      UNION ALL
      SELECT t.id FROM threads t
        JOIN passages p ON p.id = t.raised_by
        JOIN source_versions v ON v.id = p.version_id
      WHERE v.source_id = ${sourceId})
    ORDER BY id FOR NO KEY UPDATE`;
}
