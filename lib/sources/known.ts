/** Whether a text is here already: the same words, letter by letter, whoever brought them. */
import type { Tx } from "#lib/db";
import { Refused } from "#lib/verdict";

interface Where {
  /** A source that may have it. */
  except?: string;
  classId?: string | null;
}

/** The source that has a version of this text: one that everybody may see or, for a class, one of its own. */
export async function findKnown(
  tx: Pick<Tx, "sourceVersion">,
  sha256: string,
  { except, classId = null }: Where = {},
): Promise<string | null> {
  const known = await tx.sourceVersion.findFirst({
    where: { sha256, source: { OR: [{ classId: null }, { classId }], ...(except && { id: { not: except } }) } },
    select: { source: { select: { slug: true } } },
  });
  return known?.source.slug ?? null;
}

/**
 * Refuses a text that another source has; of two who bring it at once the second waits for the first.
 * @throws Refused "source-exists"
 */
export async function refuseKnown(tx: Tx, sha256: string, where: Where): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`text ${sha256}`}, 0))::text`;
  const slug = await findKnown(tx, sha256, where);
  if (slug) throw new Refused("source-exists", { ground: "conflict", values: { slug }, details: { source: slug } });
}
