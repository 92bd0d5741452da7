/** Who may do what with threads. */
import type { ModeNow } from "#lib/threads/mode";
import { mayWrite } from "#lib/users/policy";
import { seenWhere } from "#lib/users/seen";
import { isModerator, isTeacher, mayEnter, moderates, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";
import type { ThreadMode } from "../../prisma/generated/enums.ts";

/** What a class owns is its members' alone. */
export const visibleTo = (viewer: Viewer): Prisma.ThreadWhereInput => seenWhere(viewer);

export const maySee = (viewer: Viewer, thread: { classId: string | null }): boolean => mayEnter(viewer, thread.classId);

/** In a class, those who teach it. */
export function mayOpenThread(viewer: Viewer, classId: string | null = null): Verdict {
  if (classId !== null && !isTeacher(viewer, classId)) return no("teachers-only");
  return mayWrite(viewer);
}

/** Whether anything may be said in a thread at all. */
export function mayWriteIn(viewer: Viewer, thread: { mode: ThreadMode }): Verdict {
  const writing = mayWrite(viewer);
  if (!writing.ok) return writing;
  if (thread.mode === "LOCKED") return no("thread-locked");
  return thread.mode === "ARCHIVED" ? no("thread-archived") : yes;
}

/** Whether somebody judges here: as a moderator of the site or, where the thread is known, of it. */
export function mayModerate(viewer: Viewer, thread?: { id: string }): Verdict {
  const may = thread ? moderates(viewer, thread.id) : isModerator(viewer);
  return may ? mayWrite(viewer) : no("moderators-only");
}

/** Whoever runs the forum says who moderates a thread. */
export const mayNameModerators = (viewer: Viewer): Verdict => (viewer?.role === "ADMIN" ? yes : no("admins-only"));

/** What follows a mode is another one, and comes later. */
export function mayFollow(mode: ThreadMode, next: NonNullable<ModeNow["next"]>, at: Date): Verdict {
  if (next.mode === mode) return no("mode-follows-itself");
  return Date.parse(next.at) > at.getTime() ? yes : no("mode-in-the-past");
}
