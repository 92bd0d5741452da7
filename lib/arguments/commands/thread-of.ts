import type { Tx } from "#lib/db";
import { type ReachedThread, reachThread } from "#lib/threads/reach";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/**
 * The thread of an argument, locked; the argument itself is read only afterwards, so that what is judged is what holds.
 * @throws Missing
 */
export async function reachThreadOf(tx: Tx, viewer: Viewer, argumentId: string, at?: Date): Promise<ReachedThread> {
  const row = await tx.argument.findUnique({ where: { id: argumentId }, select: { threadId: true } });
  if (!row) throw new Missing();
  return reachThread(tx, viewer, { id: row.threadId }, at);
}
