/** Whether a text is here already: the same words, letter by letter, whoever brought them. */
import type { Tx } from "#lib/db";

/** The source that has a version of this text and that everybody may see. */
export async function findKnown(
  tx: Pick<Tx, "sourceVersion">,
  sha256: string,
  { except }: { except?: string } = {},
): Promise<string | null> {
  const known = await tx.sourceVersion.findFirst({
    where: { sha256, source: { classId: null, ...(except && { id: { not: except } }) } },
    select: { source: { select: { slug: true } } },
  });
  return known?.source.slug ?? null;
}
