/** In which threads an assignment is done: the one that is named, or copies of it that the class has to itself. */
import type { SetAssignment } from "#lib/classes/assignment-schema";
import { copyIn } from "#lib/classes/commands/copy-thread";
import type { Tx } from "#lib/db";
import { visibleTo } from "#lib/threads/policy";
import type { Person } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

interface AssignedThread {
  id: string;
  slug: string;
  classId: string | null;
}

type Asked = Pick<SetAssignment, "thread" | "names" | "groups" | "postFirst" | "late" | "withArguments">;

/** What a thread that others use, too, cannot do: hide names or posts, be closed by a clock, be several. Then the class gets copies. */
const needsOwn = ({ names, groups, postFirst, late }: Asked): boolean =>
  names === "PSEUDONYMS" || groups > 1 || postFirst > 0 || late === "REFUSED";

/** @throws Refused "thread-unknown", "thread-assigned" */
export async function assignedThreads(
  tx: Tx,
  viewer: Person,
  room: { id: string },
  asked: Asked,
  at: Date,
): Promise<AssignedThread[]> {
  const named = await tx.thread.findFirst({
    where: { slug: asked.thread, ...visibleTo(viewer) },
    select: { id: true, slug: true, classId: true, names: true, assigned: { select: { assignmentId: true } } },
  });
  const elsewhere = named && named.classId !== null && named.classId !== room.id;
  if (!named || elsewhere) throw new Refused("thread-unknown", { details: { field: "thread" } });
  const { id, slug, classId, names, assigned } = named;
  if (!needsOwn(asked)) return [{ id, slug, classId }];
  if (classId === room.id && asked.groups === 1 && names === asked.names) {
    // Its clock and its gate are one assignment's.
    if (assigned.length > 0) throw new Refused("thread-assigned", { details: { field: "thread" } });
    return [{ id, slug, classId }];
  }
  const { withArguments } = asked;
  const copies: AssignedThread[] = [];
  // One after the other: each takes the original's lock.
  while (copies.length < asked.groups) {
    const copy = await copyIn(tx, viewer, room, { thread: slug, withArguments, names: asked.names }, at);
    copies.push({ ...copy, classId: room.id });
  }
  return copies;
}
