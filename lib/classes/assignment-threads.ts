/** In which threads an assignment is done: the one that is named, or copies of it that the class has to itself. */
import type { SetAssignment } from "#lib/classes/assignment-schema";
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

/** What a thread that others use, too, cannot do: hide names or posts, be closed by a clock, be several. */
export const needsOwn = ({ names, groups, postFirst, late }: Asked): boolean =>
  names === "PSEUDONYMS" || groups > 1 || postFirst > 0 || late === "REFUSED";

/** @throws Refused "thread-unknown", "thread-assigned", "needs-own-thread" */
export async function assignedThreads(
  tx: Tx,
  viewer: Person,
  room: { id: string; slug: string },
  asked: Asked,
  _at: Date,
): Promise<AssignedThread[]> {
  const named = await tx.thread.findFirst({
    where: { slug: asked.thread, ...visibleTo(viewer) },
    select: { id: true, slug: true, classId: true, names: true, assigned: { select: { assignmentId: true } } },
  });
  const elsewhere = named?.classId !== null && named?.classId !== room.id;
  if (!named || elsewhere) throw new Refused("thread-unknown", { details: { field: "thread" } });
  const { id, slug, classId, names, assigned } = named;
  const own = classId === room.id;
  if (!needsOwn(asked)) return [{ id, slug, classId }];
  if (own && asked.groups === 1 && names === asked.names) {
    // Its clock and its gate are one assignment's.
    if (assigned.length > 0) throw new Refused("thread-assigned", { details: { field: "thread" } });
    return [{ id, slug, classId }];
  }
  throw new Refused("needs-own-thread", { details: { field: "thread" } });
}
