/** Writes what became of cited words in the newest version of their source. */
import type { Tx } from "#lib/db";
import { reanchor } from "#lib/sources/anchor";

interface Newest {
  id: string;
  sourceId: string;
  text: string;
}

/**
 * Anchors every span of the source's older versions that has no anchor in the newest one, each from the text it was
 * cited from. The caller holds the source's lock, so that none is cited meanwhile.
 */
export async function keepAnchors(tx: Tx, { id, sourceId, text }: Newest, at: Date): Promise<void> {
  const spans = await tx.span.findMany({
    where: { citation: { version: { sourceId, id: { not: id } } }, anchors: { none: { versionId: id } } },
    select: {
      citationId: true,
      ordinal: true,
      versionId: true,
      passage: { select: { start: true, end: true } },
    },
  });
  for (const [versionId, own] of Map.groupBy(spans, (span) => span.versionId)) {
    const old = await tx.sourceVersion.findUniqueOrThrow({ where: { id: versionId }, select: { text: true } });
    const anchored = reanchor(
      old.text,
      text,
      own.map(({ passage }) => passage),
    );
    await tx.anchor.createMany({
      data: own.flatMap(({ citationId, ordinal }, i) => {
        const anchor = anchored[i];
        return anchor ? [{ citationId, ordinal, versionId: id, anchoredAt: at, ...anchor }] : [];
      }),
    });
  }
}
