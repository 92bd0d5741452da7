/** Correcting a source: a new version; the old ones stay, and so do the citations that were made from them. */
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { keepAnchors } from "#lib/sources/anchoring";
import type { Brought } from "#lib/sources/commands/bring";
import { fitText } from "#lib/sources/fit-text";
import { mayCorrectSource, visibleTo } from "#lib/sources/policy";
import type { CorrectSource } from "#lib/sources/schema";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/**
 * Stores a corrected text as the source's newest version and says of every citation what became of its words there.
 * The newest version's own text changes nothing.
 * @throws Missing; Refused "blank" … for an unfit text, "source-exists" where another source has this very text.
 */
export async function correctSource(viewer: Person, slug: string, input: CorrectSource): Promise<Brought> {
  const { text, sha256 } = fitText(input.text);
  return transact(async (tx, at) => {
    const seen = await tx.source.findFirst({
      where: { slug, ...visibleTo(viewer) },
      select: { id: true, broughtById: true },
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
    await refuseOthersText(tx, seen.id, sha256);

    const version = { id: newId(), sourceId: seen.id, number: newest.number + 1, text, sha256 };
    await tx.sourceVersion.create({ data: { ...version, setAside: [], createdById: viewer.id, createdAt: at } });
    await keepAnchors(tx, version, at);
    const happening = { kind: "source.corrected", actorId: viewer.id, at } as const;
    const subjects = { source: seen.id, version: version.id, sources: [seen.id] };
    await record(tx, { ...happening, stream: "site", subjects });
    for (const { id, classId } of threads) await record(tx, { ...happening, stream: id, classId, subjects });
    return { slug, version: version.number, sha256 };
  });
}

/** The threads whose pages show words of this source, locked before the source, as whoever posts in them does. */
async function lockThreads(tx: Tx, sourceId: string): Promise<{ id: string; classId: string | null }[]> {
  return tx.$queryRaw`
    SELECT id, class_id AS "classId" FROM threads
    WHERE id IN (
      SELECT a.thread_id FROM arguments a
        JOIN citations c ON c.revision_id = a.current_revision_id
        JOIN source_versions v ON v.id = c.version_id
      WHERE v.source_id = ${sourceId})
    ORDER BY id FOR NO KEY UPDATE`;
}

async function refuseOthersText(tx: Tx, sourceId: string, sha256: string): Promise<void> {
  const other = await tx.sourceVersion.findFirst({
    where: { sha256, sourceId: { not: sourceId }, source: { classId: null } },
    select: { source: { select: { slug: true } } },
  });
  if (!other) return;
  const { slug } = other.source;
  throw new Refused("source-exists", { ground: "conflict", values: { slug }, details: { source: slug } });
}
