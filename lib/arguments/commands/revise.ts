/** Revising an argument: a new revision; the old ones stay. */
import { readBody } from "#lib/arguments/body";
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { mayRevise } from "#lib/arguments/policy";
import { reachArgument } from "#lib/arguments/reach";
import { revisionHash, writeRevision } from "#lib/arguments/revision";
import type { ReviseArgument } from "#lib/arguments/schema";
import { transact } from "#lib/db";
import { env } from "#lib/env";
import { record } from "#lib/events/record";
import { findCited, normalisedOf } from "#lib/sources/citing";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

/**
 * Gives the ordinal of the current revision; what changes nothing makes no new one. `normalised` are the citations,
 * by place, whose stored words are the source's and not quite those that were sent.
 */
export async function reviseArgument(
  viewer: Person,
  id: string,
  input: ReviseArgument,
  revising: { at?: Date } = {},
): Promise<{ ordinal: number; normalised: number[] }> {
  const body = readBody(input.body);
  return transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, id);
    const argument = await reachArgument(tx, viewer, id);
    must(mayRevise(viewer, argument, thread, at, env().EDIT_MINUTES));
    const cited = await findCited(tx, viewer, input.citations);
    const normalised = normalisedOf(cited);
    const hash = revisionHash({ claim: input.claim, body, cited });
    const { ordinal, hash: before } = argument.revision;
    if (hash === before) return { ordinal, normalised };

    const revisionId = newId();
    const late = at.getTime() - argument.postedAt.getTime() >= env().EDIT_MINUTES * 60_000;
    const revision = {
      id: revisionId,
      argumentId: id,
      ordinal: ordinal + 1,
      occasion: late ? (argument.marked ? "MARK" : "MOVED_CITATION") : "EDIT",
    } as const;
    await writeRevision(tx, revision, { claim: input.claim, body, cited }, at);
    await tx.argument.update({ where: { id }, data: { currentRevisionId: revisionId }, select: { id: true } });
    const sources = [...new Set(cited.map(({ sourceId }) => sourceId))];
    const subjects = { argument: id, revision: revisionId, sources };
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "argument.revised",
      actorId: viewer.id,
      subjects,
      at,
    });
    return { ordinal: ordinal + 1, normalised };
  }, revising.at);
}
