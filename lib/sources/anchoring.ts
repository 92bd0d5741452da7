/** Writes what became of cited words, and of those that raised a thread, in the newest version of their source. */
import type { Tx } from "#lib/db";
import { type Anchored, reanchor } from "#lib/sources/anchor";

interface Newest {
  id: string;
  sourceId: string;
  text: string;
}

/** A stretch of one version, and whose it is. */
interface Stood<Whose> {
  versionId: string;
  start: number;
  end: number;
  whose: Whose;
}

/** Where each of them is in a newer text, each looked for from the text that it was taken from. */
export async function anchorAll<Whose>(
  tx: Pick<Tx, "sourceVersion">,
  text: string,
  stretches: readonly Stood<Whose>[],
): Promise<{ whose: Whose; anchor: Anchored }[]> {
  const byVersion = Map.groupBy(stretches, ({ versionId }) => versionId);
  const versions = await tx.sourceVersion.findMany({
    where: { id: { in: [...byVersion.keys()] } },
    select: { id: true, text: true },
  });
  return versions.flatMap(({ id, text: old }) => {
    const own = byVersion.get(id) ?? [];
    return reanchor(old, text, own).flatMap((anchor, i) => {
      const one = own[i];
      return one ? [{ whose: one.whose, anchor }] : [];
    });
  });
}

/**
 * Anchors every span of the source's older versions, and every passage of them that raised a thread, that has no anchor
 * in the newest one. The caller holds the source's lock, so that none is cited meanwhile.
 */
export async function keepAnchors(tx: Tx, { id, sourceId, text }: Newest, at: Date): Promise<void> {
  const older = { sourceId, id: { not: id } };
  const none = { none: { versionId: id } };
  const spans = await tx.span.findMany({
    where: { citation: { version: older }, anchors: none },
    select: { citationId: true, ordinal: true, versionId: true, passage: { select: { start: true, end: true } } },
  });
  const threads = await tx.thread.findMany({
    where: { raisedBy: { version: older }, anchors: none },
    select: { id: true, raisedBy: { select: { versionId: true, start: true, end: true } } },
  });
  const cited = await anchorAll(
    tx,
    text,
    spans.map(({ citationId, ordinal, versionId, passage }) => ({
      versionId,
      ...passage,
      whose: { citationId, ordinal },
    })),
  );
  await tx.anchor.createMany({
    data: cited.map(({ whose, anchor }) => ({ ...whose, versionId: id, anchoredAt: at, ...anchor })),
  });
  await keepConfirmations(tx, id);
  const raised = await anchorAll(
    tx,
    text,
    threads.map((thread) => ({ ...thread.raisedBy, whose: { threadId: thread.id } })),
  );
  await tx.raisedAnchor.createMany({
    data: raised.map(({ whose, anchor }) => ({ ...whose, versionId: id, anchoredAt: at, ...anchor })),
  });
}

/** A yes to moved words is a yes to these words: where the version before has the very same ones, it holds on. */
async function keepConfirmations(tx: Tx, versionId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE anchors n SET confirmed_by = o.confirmed_by, confirmed_at = o.confirmed_at
    FROM source_versions v
      JOIN source_versions before ON before.source_id = v.source_id AND before.number = v.number - 1
      JOIN anchors o ON o.version_id = before.id
    WHERE v.id = ${versionId} AND n.version_id = v.id AND n.state = 'MOVED' AND o.confirmed_at IS NOT NULL
      AND (n.citation_id, n.ordinal) = (o.citation_id, o.ordinal)
      AND substr(v.text, n.start_at + 1, n.end_at - n.start_at) = substr(before.text, o.start_at + 1, o.end_at - o.start_at)`;
}

/** The same for sources from whose older versions words were just taken. */
export async function keepNewestAnchors(tx: Tx, sourceIds: Iterable<string>, at: Date): Promise<void> {
  for (const sourceId of sourceIds) {
    const newest = await tx.sourceVersion.findFirstOrThrow({ where: { sourceId }, orderBy: { number: "desc" } });
    await keepAnchors(tx, newest, at);
  }
}
