/** What a thread holds already, as an import must know it. */
import { JUDGED, stateOf } from "#lib/arguments/state";
import type { Tx } from "#lib/db";
import type { Here, HereArgument, Known } from "#lib/maps/importing";

/** The thread's arguments with all that they ever said and answered, and what it has of the file with this hash. Four queries. */
export async function readHere(
  tx: Pick<Tx, "argument" | "trayItem">,
  threadId: string,
  fileSha256: string,
): Promise<Here> {
  const rows = await tx.argument.findMany({
    where: { threadId },
    select: {
      id: true,
      currentRevisionId: true,
      importedFrom: true,
      ...JUDGED,
      revisions: { select: { claim: true } },
      currentRevision: { select: { citations: { select: { id: true }, orderBy: { ordinal: "asc" } } } },
      links: {
        select: { id: true, parentId: true, stance: true, endedAt: true },
        orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      },
    },
    orderBy: { number: "asc" },
  });
  const waiting = await tx.trayItem.findMany({
    where: { threadId, import: { fileSha256 }, argumentId: null },
    select: { id: true, originalId: true, leftAt: true },
  });
  const known = new Map<string, Known>(
    waiting.map(({ id, originalId, leftAt }) => [originalId, { itemId: id, waits: leftAt === null }]),
  );
  const all = new Map<string, HereArgument>();
  for (const { id, currentRevisionId, importedFrom, revisions, currentRevision, links, ...judged } of rows) {
    all.set(id, {
      id,
      revisionId: currentRevisionId,
      visible: stateOf(judged) === "VISIBLE",
      claims: [...new Set(revisions.map(({ claim }) => claim))],
      links: links.map(({ endedAt, ...link }) => ({ ...link, living: endedAt === null })),
      citationIds: currentRevision.citations.map((citation) => citation.id),
    });
    const from = (importedFrom ?? {}) as Record<string, unknown>;
    if (from.fileSha256 === fileSha256 && typeof from.originalId === "string")
      known.set(from.originalId, { argumentId: id });
  }
  return { arguments: all, known };
}

/** The sources that a thread's question or an argument of it cites: where words that name no text are looked for. */
export async function listCitedSources(tx: Pick<Tx, "$queryRaw">, threadId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.source_id AS id FROM arguments a
      JOIN citations c ON c.revision_id = a.current_revision_id JOIN source_versions v ON v.id = c.version_id
    WHERE a.thread_id = ${threadId}
    UNION SELECT v.source_id FROM threads t JOIN passages p ON p.id = t.raised_by JOIN source_versions v ON v.id = p.version_id
    WHERE t.id = ${threadId}`;
  return rows.map(({ id }) => id);
}
