/** Where a link of a platform leads: to a thread, to an assignment, or to the class. */
import type { Tx } from "#lib/db";
import { env } from "#lib/env";
import { paths } from "#lib/paths";

export interface Target {
  threadId: string | null;
  assignmentId: string | null;
}

/** The address by which a platform names it in its links. */
export const targetAddress = {
  thread: (slug: string) => env().APP_URL + paths.thread(slug),
  assignment: (room: string, slug: string) => env().APP_URL + paths.assignment(room, slug),
  class: (room: string) => env().APP_URL + paths.class(room),
};

/** Whether an address is one of ours: a message that leads elsewhere is not for us. */
export const isOurs = (address: string): boolean => URL.parse(address)?.origin === new URL(env().APP_URL).origin;

/** What of it this class has; a thread may also be everybody's. Another class's is as if it were not there. */
export async function findTarget(tx: Tx, classId: string, address: string): Promise<Target> {
  const { pathname } = new URL(address);
  const slug = /^\/t\/([a-z0-9-]+)$/.exec(pathname)?.[1];
  const [, room, set] = /^\/c\/([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(pathname) ?? [];
  const thread = slug
    ? await tx.thread.findFirst({ where: { slug, OR: [{ classId: null }, { classId }] }, select: { id: true } })
    : null;
  const assignment =
    room && set
      ? await tx.assignment.findFirst({ where: { slug: set, classId, class: { slug: room } }, select: { id: true } })
      : null;
  return { threadId: thread?.id ?? null, assignmentId: assignment?.id ?? null };
}

/** Where somebody of the class goes for it. */
export async function pathTo(tx: Tx, { threadId, assignmentId }: Target, room: string): Promise<string> {
  const assignment =
    assignmentId && (await tx.assignment.findUnique({ where: { id: assignmentId }, select: { slug: true } }));
  if (assignment) return paths.assignment(room, assignment.slug);
  const thread = threadId && (await tx.thread.findUnique({ where: { id: threadId }, select: { slug: true } }));
  return thread ? paths.thread(thread.slug) : paths.class(room);
}
