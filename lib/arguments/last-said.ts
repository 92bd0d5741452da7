import type { Tx } from "#lib/db";
import type { ModeNow } from "#lib/threads/mode";
import type { Viewer } from "#lib/users/viewer";

/**
 * When somebody last said something in a thread: posted, or used an argument in one more place. Asked only where the
 * thread is slow. A move says nothing new.
 */
export async function lastSaidIn(
  tx: Pick<Tx, "link">,
  viewer: Viewer,
  thread: { id: string } & Pick<ModeNow, "mode">,
): Promise<Date | null> {
  if (!viewer || thread.mode !== "SLOW") return null;
  const last = await tx.link.findFirst({
    where: { threadId: thread.id, authorId: viewer.id, movedFromId: null },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true },
  });
  return last?.startedAt ?? null;
}
