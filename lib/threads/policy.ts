/** Who may do what with threads. */
import type { ModeNow } from "#lib/threads/mode";
import { isModerator, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";
import type { ThreadMode } from "../../prisma/generated/enums.ts";

/** Until there are classes, what a class owns is seen by nobody. */
export const visibleTo = (_viewer: Viewer): Prisma.ThreadWhereInput => ({ classId: null });

export const maySee = (_viewer: Viewer, thread: { classId: string | null }): boolean => thread.classId === null;

export const mayOpenThread = (viewer: Viewer): Verdict => (viewer ? yes : no("sign-in-first"));

/** Whether anything may be said in a thread at all. */
export function mayWriteIn(viewer: Viewer, thread: { mode: ThreadMode }): Verdict {
  if (!viewer) return no("sign-in-first");
  if (thread.mode === "LOCKED") return no("thread-locked");
  return thread.mode === "ARCHIVED" ? no("thread-archived") : yes;
}

export const mayModerate = (viewer: Viewer): Verdict => (isModerator(viewer) ? yes : no("moderators-only"));

/** What follows a mode is another one, and comes later. */
export function mayFollow(mode: ThreadMode, next: NonNullable<ModeNow["next"]>, at: Date): Verdict {
  if (next.mode === mode) return no("mode-follows-itself");
  return Date.parse(next.at) > at.getTime() ? yes : no("mode-in-the-past");
}
