/** Where a link of a platform leads: to a thread, to an assignment, or to the class. */
import type { Tx } from "#lib/db";
import { env } from "#lib/env";
import { ltiPaths } from "#lib/lti/addresses";
import { paths } from "#lib/paths";

export interface Target {
  threadId: string | null;
  assignmentId: string | null;
}

/** The address by which a platform names it in its links. */
export const targetAddress = {
  thread: (slug: string) => env().APP_URL + paths.thread(slug),
  assignment: (slug: string) => `${env().APP_URL}${ltiPaths.launch}?${new URLSearchParams({ assignment: slug })}`,
  class: () => env().APP_URL + ltiPaths.launch,
};

/** Whether an address is one of ours: a message that leads elsewhere is not for us. */
export const isOurs = (address: string): boolean => URL.parse(address)?.origin === new URL(env().APP_URL).origin;

/** What of it this class has; a thread may also be everybody's. Another class's is as if it were not there. */
export async function findTarget(tx: Tx, classId: string, address: string): Promise<Target> {
  const { pathname, searchParams } = new URL(address);
  const slug = /^\/t\/([a-z0-9-]+)$/.exec(pathname)?.[1];
  const assignment = pathname === ltiPaths.launch ? searchParams.get("assignment") : null;
  const thread = slug
    ? await tx.thread.findFirst({ where: { slug, OR: [{ classId: null }, { classId }] }, select: { id: true } })
    : null;
  const set = assignment ? await tx.assignment.findFirst({ where: { slug: assignment, classId } }) : null;
  return { threadId: thread?.id ?? null, assignmentId: set?.id ?? null };
}

/** Where somebody of the class goes for it: in an assignment with groups, to their own. */
export async function pathTo(
  tx: Tx,
  { threadId, assignmentId }: Target,
  { slug: classSlug, userId }: { slug: string; userId: string },
): Promise<string> {
  if (assignmentId !== null) {
    const seat = await tx.seat.findUnique({
      where: { assignmentId_userId: { assignmentId, userId } },
      select: { thread: { select: { thread: { select: { slug: true } } } } },
    });
    const first = await tx.assignmentThread.findFirst({
      where: { assignmentId },
      orderBy: { ordinal: "asc" },
      select: { thread: { select: { slug: true } } },
    });
    const slug = seat?.thread.thread.slug ?? first?.thread.slug;
    if (slug !== undefined) return paths.thread(slug);
  }
  const thread = threadId ? await tx.thread.findUnique({ where: { id: threadId }, select: { slug: true } }) : null;
  return thread ? paths.thread(thread.slug) : paths.class(classSlug);
}
