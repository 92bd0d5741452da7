/** What an assignment's clock does to its threads: they open with a round and close with it, where late posts are refused. */
import { openingAt } from "#lib/classes/assignment";
import type { ReachedAssignment } from "#lib/classes/assignment-reach";
import type { Tx } from "#lib/db";
import { record } from "#lib/events/record";
import { enqueueOnce } from "#lib/queue/enqueue";
import { setModeIn } from "#lib/threads/commands";
import { isClosed } from "#lib/threads/mode";
import { reachThread } from "#lib/threads/reach";
import { insiderOf } from "#lib/users/viewer";

/** Sets the mode of the class's own threads to what the clock says; `actorId` is null where it is the clock itself. */
export async function openThreadsAt(
  tx: Tx,
  { classId, threads, rounds, late }: Pick<ReachedAssignment, "classId" | "threads" | "rounds" | "late">,
  actorId: string | null,
  at: Date,
): Promise<void> {
  const { open, until } = openingAt(rounds, late, at.getTime());
  for (const { id } of threads.filter((thread) => thread.classId === classId)) {
    const thread = await reachThread(tx, insiderOf(classId), { id }, at);
    // How posts are let in while it is open is the teacher's to say.
    const opened = isClosed(thread.mode) || thread.mode === "OPEN_QUIET" ? "OPEN" : thread.mode;
    const mode = open ? opened : "LOCKED";
    const next =
      until === null
        ? null
        : { mode: open ? ("LOCKED" as const) : ("OPEN" as const), at: new Date(until).toISOString() };
    const { slowSeconds, firstPosts } = thread;
    const told = await setModeIn(tx, thread, { mode, slowSeconds, firstPosts, next }, at);
    if (told) await record(tx, { ...told, actorId });
  }
}

/** Asks to be woken at every moment that is still to come at which a round opens or ends. */
export async function wakeAt(
  tx: Tx,
  { id, rounds }: Pick<ReachedAssignment, "id" | "rounds">,
  at: Date,
): Promise<void> {
  const moments = rounds.flatMap(({ opensAt, dueAt }) => [opensAt, dueAt]).filter((moment) => moment > at.getTime());
  for (const moment of moments) {
    const due = new Date(moment);
    await enqueueOnce(tx, "rounds", { assignment: id }, { name: `${id} ${due.toISOString()}`, at: due });
  }
}
