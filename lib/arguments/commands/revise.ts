/** Revising an argument: a new revision; the old ones stay. */
import { readBody } from "#lib/arguments/body";
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { mayRevise } from "#lib/arguments/policy";
import { type ReachedArgument, reachArgument } from "#lib/arguments/reach";
import { reviseTo } from "#lib/arguments/revising";
import { revisionHash } from "#lib/arguments/revision";
import type { ReviseArgument } from "#lib/arguments/schema";
import { transact } from "#lib/db";
import { env } from "#lib/env";
import { recordAll } from "#lib/events/record";
import { findCited, normalisedOf } from "#lib/sources/citing";
import type { Person } from "#lib/users/viewer";
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

    const late = at.getTime() - argument.postedAt.getTime() >= env().EDIT_MINUTES * 60_000;
    const occasion = occasionOf(argument, late);
    const { told } = await reviseTo(tx, viewer, argument, { claim: input.claim, body, cited, occasion }, at);
    const happening = { stream: thread.id, classId: thread.classId, actorId: viewer.id, at };
    await recordAll(
      tx,
      told.map((one) => ({ ...happening, ...one })),
    );
    return { ordinal: ordinal + 1, normalised };
  }, revising.at);
}

function occasionOf({ asked, challenged, marked, moved }: ReachedArgument, late: boolean): Occasion {
  if (asked) return "CHANGES_REQUESTED";
  if (!late) return "EDIT";
  return challenged ? "CHALLENGE" : marked ? "MARK" : moved ? "MOVED_CITATION" : "REWORDED";
}
