/** Opening a round on one of a class's threads, and running its clock. */
import { reachClass } from "#lib/classes/reach";
import { changesClock, clockAt } from "#lib/classes/round";
import { mayRunRound } from "#lib/classes/round-policy";
import { reachRound } from "#lib/classes/round-reach";
import type { OpenRound, RunClock } from "#lib/classes/round-schema";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/**
 * Opens a round. It stands on a thread of the class's own, so that nothing of it is told outside.
 * @throws Missing; Refused "teachers-only", "thread-unknown", "person-unknown"
 */
export async function openRound(
  viewer: Person,
  classSlug: string,
  { thread: slug, format, speeches, prepSeconds, recorder }: OpenRound,
  moment: { at?: Date } = {},
): Promise<{ id: string }> {
  return transact(async (tx, at) => {
    const { id: classId } = await reachClass(tx, viewer, classSlug);
    must(mayRunRound(viewer, { classId }));
    const thread = await tx.thread.findFirst({ where: { slug, classId }, select: { id: true } });
    if (!thread) throw new Refused("thread-not-of-class", { details: { field: "thread" } });
    const recorderId = recorder ? await memberOf(tx, classId, recorder) : null;
    const id = newId();
    await tx.liveRound.create({
      data: {
        id,
        classId,
        threadId: thread.id,
        format,
        speeches,
        prepSeconds,
        recorderId,
        openedById: viewer.id,
        openedAt: at,
      },
      select: { id: true },
    });
    const happening = { stream: thread.id, classId, actorId: viewer.id, at };
    await record(tx, { ...happening, kind: "round.opened", subjects: { round: id } });
    return { id };
  }, moment.at);
}

async function memberOf(tx: Tx, classId: string, handle: string): Promise<string> {
  const row = await tx.enrolment.findFirst({
    where: { classId, removedAt: null, user: { handle } },
    select: { userId: true },
  });
  if (!row) throw new Refused("person-unknown", { details: { field: "recorder" } });
  return row.userId;
}

/** Starts, pauses or moves a round's clock. What was meant for another speech, or is so already, changes nothing. */
export async function runClock(
  viewer: Person,
  classSlug: string,
  id: string,
  input: RunClock,
  moment: { at?: Date } = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const round = await reachRound(tx, viewer, classSlug, id);
    must(mayRunRound(viewer, round));
    const { classId, thread, speeches, done } = round;
    if (!changesClock(clockAt(round, done, at.getTime()), speeches.length, input)) return;
    const ordinal = done.length + 1;
    await tx.liveRoundAct.create({
      data: { roundId: id, ordinal, act: input.act, actedById: viewer.id, at },
      select: { ordinal: true },
    });
    const happening = { stream: thread.id, classId, actorId: viewer.id, at };
    await record(tx, { ...happening, kind: "round.clock_run", subjects: { round: id, act: `${ordinal}` } });
  }, moment.at);
}
