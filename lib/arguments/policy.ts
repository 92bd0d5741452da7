/** Who may do what with arguments and links. */
import type { ArgumentState } from "#lib/arguments/view";
import { mayWriteIn } from "#lib/threads/policy";
import { isModerator, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { ThreadMode } from "../../prisma/generated/enums.ts";

/** In a slow thread a person speaks once in this time: enough to read what was answered. */
export const SLOW_MINUTES = 10;
/** After two posts that a moderator let stand, a newcomer is none. */
export const FIRST_POSTS = 2;

interface ThreadFacts {
  locked: boolean;
  mode: ThreadMode;
}

interface ArgumentFacts {
  authorId: string;
  state: ArgumentState;
}

/** What was not let in is seen by its author and by moderators; tombstones by everybody, without their words. */
export function maySee(viewer: Viewer, argument: { authorId: string; letIn: boolean }): boolean {
  return argument.letIn || viewer?.id === argument.authorId || isModerator(viewer);
}

/** Why somebody posted what was nearly said is between them and the moderators. */
export function mayReadSecondThought(viewer: Viewer, argument: { authorId: string }): boolean {
  return viewer?.id === argument.authorId || isModerator(viewer);
}

export function mayPost(viewer: Viewer, thread: ThreadFacts, lastPostedAt: Date | null, at: Date): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok || thread.mode !== "SLOW" || !lastPostedAt) return writing;
  const minutes = SLOW_MINUTES - (at.getTime() - lastPostedAt.getTime()) / 60_000;
  return minutes > 0 ? no("thread-slow", { minutes: Math.ceil(minutes) }) : yes;
}

/** Whether a new post waits for a moderator. */
export function needsReview(viewer: Viewer, thread: ThreadFacts, approvedPosts: number): boolean {
  if (isModerator(viewer)) return false;
  return thread.mode === "ALL_APPROVED" || (thread.mode === "FIRST_N_APPROVED" && approvedPosts < FIRST_POSTS);
}

/** What is gone or not yet there is not answered. */
export function mayAnswer(parent: ArgumentFacts): Verdict {
  return parent.state === "VISIBLE" ? yes : no(`parent-${parent.state.toLowerCase()}`);
}

export function mayRevise(
  viewer: Viewer,
  argument: ArgumentFacts & { postedAt: Date; marked: boolean; moved: boolean; challenged: boolean; asked: boolean },
  thread: ThreadFacts,
  at: Date,
  editMinutes: number,
): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id !== argument.authorId) return no("author-only");
  if (argument.state === "WITHDRAWN" || argument.state === "REMOVED") return no("argument-gone");
  if (argument.asked) return yes;
  // What a moderator let stand is not swapped for something else.
  if (argument.state === "VISIBLE" && !isModerator(viewer) && thread.mode === "ALL_APPROVED")
    return no("revision-needs-review");
  const open = at.getTime() - argument.postedAt.getTime() < editMinutes * 60_000;
  return open || argument.marked || argument.moved || argument.challenged
    ? yes
    : no("edit-window-over", { minutes: editMinutes });
}

/** Whether the words that took the place of cited ones carry an argument is for its author to say. */
export function mayConfirm(viewer: Viewer, argument: ArgumentFacts, thread: ThreadFacts): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id !== argument.authorId) return no("author-only");
  return argument.state === "WITHDRAWN" || argument.state === "REMOVED" ? no("argument-gone") : yes;
}

/** An author may always take back what they said, but not from under a lock. */
export function mayWithdraw(viewer: Viewer, argument: ArgumentFacts, thread: ThreadFacts): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id !== argument.authorId) return no("author-only");
  return argument.state === "REMOVED" ? no("argument-gone") : yes;
}

/** "Use this here, too" is for who made the argument, and for moderators. */
export function mayLink(viewer: Viewer, child: ArgumentFacts, thread: ThreadFacts): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id !== child.authorId && !isModerator(viewer)) return no("author-only");
  return child.state === "VISIBLE" ? yes : no("argument-gone");
}
