/** Whether a text is here already: the same words, letter by letter, whoever brought them. */
import type { Tx } from "#lib/db";

/** The source that has a version of this text: one that everybody may see or, for a class, one of its own. */
export async function findKnown(
  tx: Pick<Tx, "sourceVersion">,
  sha256: string,
  { except, classId = null }: { except?: string; classId?: string | null } = {},
): Promise<string | null> {
  const known = await tx.sourceVersion.findFirst({
    where: { sha256, source: { OR: [{ classId: null }, { classId }], ...(except && { id: { not: except } }) } },
    select: { source: { select: { slug: true } } },
  });
  return known?.source.slug ?? null;
}
