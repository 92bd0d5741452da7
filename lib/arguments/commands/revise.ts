/** Revising an argument: a new revision; the old ones stay. */
import { readBody } from "#lib/arguments/body";
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { mayRevise } from "#lib/arguments/policy";
import { type ReachedArgument, reachArgument } from "#lib/arguments/reach";
import { revisionHash, writeRevision } from "#lib/arguments/revision";
import type { ReviseArgument } from "#lib/arguments/schema";
import { type Tx, transact } from "#lib/db";
import { env } from "#lib/env";
import { record } from "#lib/events/record";
import { findCited, normalisedOf } from "#lib/sources/citing";
import { newId } from "#lib/text/id";
import { moderates, type Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";
import type { Occasion } from "../../../prisma/generated/enums.ts";

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
    const thread = await reachThreadOf(tx, viewer, id, at);
    const argument = await reachArgument(tx, viewer, id);
    must(mayRevise(viewer, argument, thread, at, env().EDIT_MINUTES));
    const cited = await findCited(tx, viewer, input.citations, thread);
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
      occasion: occasionOf(argument, late),
    } as const;
    await writeRevision(tx, revision, { claim: input.claim, body, cited }, at);
    await tx.argument.update({ where: { id }, data: { currentRevisionId: revisionId }, select: { id: true } });
    const sources = [...new Set(cited.map(({ sourceId }) => sourceId))];
    const happening = { stream: thread.id, classId: thread.classId, actorId: viewer.id, at };
    await record(tx, {
      ...happening,
      kind: "argument.revised",
      subjects: { argument: id, revision: revisionId, sources },
    });
    const review = await reviewAnew(tx, viewer, { id, revisionId, threadId: thread.id }, at);
    if (review) await record(tx, { ...happening, kind: "review.opened", subjects: { argument: id, review } });
    return { ordinal: ordinal + 1, normalised };
  }, revising.at);
}

function occasionOf({ asked, challenged, marked }: ReachedArgument, late: boolean): Occasion {
  if (asked) return "CHANGES_REQUESTED";
  if (!late) return "EDIT";
  return challenged ? "CHALLENGE" : marked ? "MARK" : "MOVED_CITATION";
}

/**
 * Whoever has it open sees that it changed, and what was sent back is looked at again. What a moderator once let stand
 * is not swapped for something else unseen: gives the review that is opened for that.
 */
async function reviewAnew(
  tx: Tx,
  viewer: Person,
  { id: argumentId, revisionId, threadId }: { id: string; revisionId: string; threadId: string },
  at: Date,
): Promise<string | null> {
  const changed = await tx.review.updateMany({
    where: { argumentId, decidedAt: null },
    data: { edition: { increment: 1 }, revisionId, askedAt: null, askedById: null },
  });
  if (changed.count > 0 || moderates(viewer, threadId)) return null;
  if ((await tx.review.count({ where: { argumentId, verdict: "APPROVED" } })) === 0) return null;
  const review = newId();
  await tx.review.create({ data: { id: review, argumentId, revisionId, cause: "EDITED", openedAt: at } });
  return review;
}
