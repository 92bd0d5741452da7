/** Saying that the words which took the place of cited ones carry the argument as well. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { mayConfirm } from "#lib/arguments/policy";
import { reachArgument } from "#lib/arguments/reach";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/**
 * Confirms the place of a citation of an argument's current revision in version `version` of its source, which must be
 * the newest: an author says yes to the words that they have seen. What is confirmed, or never moved, stays as it is.
 * `left` says whether more of the argument's citations wait for a yes, or lost their words.
 * @throws Missing; Refused "citation-moved-again" where a newer version is there, "citation-orphaned" where the words are not
 */
export async function confirmAnchor(
  viewer: Person,
  citationId: string,
  { version }: { version: number },
): Promise<{ argument: string; left: boolean }> {
  return transact(async (tx, at) => {
    const citation = await tx.citation.findFirst({
      where: { id: citationId, revision: { currentOf: { isNot: null } } },
      select: { revision: { select: { argumentId: true } }, version: { select: { sourceId: true } } },
    });
    if (!citation) throw new Missing();
    const { argumentId } = citation.revision;
    const thread = await reachThreadOf(tx, viewer, argumentId, at);
    const argument = await reachArgument(tx, viewer, argumentId);
    if (!argument.revision.citations.some(({ id }) => id === citationId)) throw new Missing();
    must(mayConfirm(viewer, argument, thread));
    const newest = await newestOf(tx, citation.version.sourceId);
    if (newest.number !== version) throw new Refused("citation-moved-again", { ground: "conflict" });
    const where = { citationId, versionId: newest.id };
    if (await tx.anchor.findFirst({ where: { ...where, state: "ORPHANED" }, select: { ordinal: true } }))
      throw new Refused("citation-orphaned");
    const { count } = await tx.anchor.updateMany({
      where: { ...where, state: "MOVED", confirmedAt: null },
      data: { confirmedById: viewer.id, confirmedAt: at },
    });
    if (count > 0)
      await record(tx, {
        stream: thread.id,
        classId: thread.classId,
        kind: "citation.confirmed",
        actorId: viewer.id,
        subjects: {
          argument: argumentId,
          citation: citationId,
          version: newest.id,
          sources: [citation.version.sourceId],
        },
        at,
      });
    const { moved } = await reachArgument(tx, viewer, argumentId);
    return { argument: argumentId, left: moved };
  });
}

const newestOf = (tx: Tx, sourceId: string) =>
  tx.sourceVersion.findFirstOrThrow({
    where: { sourceId },
    orderBy: { number: "desc" },
    select: { id: true, number: true },
  });
