/** Withdrawing an argument: a tombstone stays, and its answers with it. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { mayWithdraw } from "#lib/arguments/policy";
import { reachArgument } from "#lib/arguments/reach";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

/** Withdrawing what is withdrawn changes nothing. */
export async function withdrawArgument(
  viewer: Person,
  id: string,
  reason: string | null,
  withdrawing: { at?: Date } = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, id, at);
    const argument = await reachArgument(tx, viewer, id);
    must(mayWithdraw(viewer, argument, thread));
    if (argument.state === "WITHDRAWN") return;
    await tx.withdrawal.create({ data: { argumentId: id, withdrawnById: viewer.id, withdrawnAt: at, reason } });
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "argument.withdrawn",
      actorId: viewer.id,
      subjects: { argument: id },
      at,
    });
  }, withdrawing.at);
}
