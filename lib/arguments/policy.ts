/** Who may do what with arguments and links. */
import type { Standing } from "#lib/arguments/standing";
import type { ArgumentState, Stance } from "#lib/arguments/view";
import type { ModeNow } from "#lib/threads/mode";
import { mayWriteIn } from "#lib/threads/policy";
import { moderates, mustPostFirst, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";

interface ThreadFacts extends Pick<ModeNow, "mode" | "slowSeconds" | "firstPosts"> {
  id: string;
  openedById: string;
}

interface ArgumentFacts {
  authorId: string;
  state: ArgumentState;
}

/**
 * What was not let in is seen by its author and by moderators; tombstones by everybody, without their words. Whoever
 * must post first in a thread sees there what is their own.
 */
export function maySee(viewer: Viewer, argument: { authorId: string; threadId: string; letIn: boolean }): boolean {
  if (viewer?.id === argument.authorId) return true;
  if (mustPostFirst(viewer, argument.threadId)) return false;
  return argument.letIn || moderates(viewer, argument.threadId);
}

/** Why somebody posted what was nearly said is between them and the moderators. */
export function mayReadSecondThought(viewer: Viewer, argument: { authorId: string; threadId: string }): boolean {
  return viewer?.id === argument.authorId || moderates(viewer, argument.threadId);
}

/** Whether something new may be said: a post, or an argument in one more place. In a slow thread not too soon after the last. */
export function mayPost(viewer: Viewer, thread: ThreadFacts, lastSaidAt: Date | null, at: Date): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok || thread.mode !== "SLOW" || !lastSaidAt) return writing;
  const seconds = Math.ceil(thread.slowSeconds - (at.getTime() - lastSaidAt.getTime()) / 1_000);
  if (seconds <= 0) return yes;
  return seconds <= 60
    ? no("thread-slow-seconds", { seconds })
    : no("thread-slow", { minutes: Math.ceil(seconds / 60) });
}

/** Whether something that would stand on a side may be said by who was set to argue one; a concession (null) may. */
export const mayArgueFor = (assigned: Stance, side: Stance | null): Verdict =>
  side === null || side === assigned ? yes : no("wrong-side");

/** Whether a new post waits for a moderator. In a thread of suggestions whoever opened it writes, and others suggest. */
export function needsReview(viewer: Viewer, thread: ThreadFacts, { level, approvedHere }: Standing): boolean {
  if (moderates(viewer, thread.id)) return false;
  if (thread.mode === "SUGGESTIONS") return viewer?.id !== thread.openedById;
  if (thread.mode === "FIRST_N_APPROVED") return approvedHere < thread.firstPosts && !level.knownEverywhere;
  return thread.mode === "ALL_APPROVED";
}

/** Whether others are told of a new post only after a moderator has read it. It stands meanwhile. */
export function isQuiet(viewer: Viewer, thread: ThreadFacts, { level }: Standing): boolean {
  return thread.mode === "OPEN_QUIET" && !moderates(viewer, thread.id) && !level.toldAtOnce;
}

/** Nobody fills the queue alone; there is room again with each post that is let in. */
export function mayWait({ level, waiting }: Standing): Verdict {
  return waiting < level.waiting ? yes : no("waiting-full", { max: level.waiting });
}

/** Whether only a moderator changes what stands: in these threads nothing is there that none has read. */
function isKept(viewer: Viewer, { id, mode, openedById }: ThreadFacts): boolean {
  if (moderates(viewer, id)) return false;
  return mode === "ALL_APPROVED" || (mode === "SUGGESTIONS" && viewer?.id !== openedById);
}

/** What is gone or not yet there is not answered. */
export function mayAnswer(parent: ArgumentFacts): Verdict {
  return parent.state === "VISIBLE" ? yes : no(`parent-${parent.state.toLowerCase()}`);
}

export function mayRevise(
  viewer: Viewer,
  argument: ArgumentFacts &
    Record<"marked" | "moved" | "challenged" | "asked" | "reworded", boolean> & { postedAt: Date },
  thread: ThreadFacts,
  at: Date,
  editMinutes: number,
): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id !== argument.authorId) return no("author-only");
  if (argument.state === "MERGED" || argument.state === "SPLIT") return no(`argument-${argument.state.toLowerCase()}`);
  if (argument.state === "WITHDRAWN" || argument.state === "REMOVED") return no("argument-gone");
  if (argument.asked) return yes;
  // What a moderator let stand is not swapped for something else.
  if (argument.state === "VISIBLE" && isKept(viewer, thread)) return no("revision-needs-review");
  const open = at.getTime() - argument.postedAt.getTime() < editMinutes * 60_000;
  return open || argument.marked || argument.moved || argument.challenged || argument.reworded
    ? yes
    : no("edit-window-over", { minutes: editMinutes });
}

/** Anybody may know a better wording of what somebody else says. */
export function mayOfferWording(viewer: Viewer, argument: ArgumentFacts, thread: ThreadFacts): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id === argument.authorId) return no("wording-own");
  return stands(argument);
}

/** Whose claim it is takes it or does not; where a moderator reads all that stands, they are asked instead. */
export function mayAnswerWording(viewer: Viewer, argument: ArgumentFacts, thread: ThreadFacts): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id !== argument.authorId) return no("author-only");
  return isKept(viewer, thread) ? no("revision-needs-review") : stands(argument);
}

/** Whoever makes several claims may part them at any time, but not where a moderator reads all that stands. */
export function maySplit(viewer: Viewer, argument: ArgumentFacts, thread: ThreadFacts): Verdict {
  return mayAnswerWording(viewer, argument, thread);
}

/** A moderator draws the parts, and the author takes them. */
export function mayDrawSplit(viewer: Viewer, argument: ArgumentFacts, thread: ThreadFacts): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  return moderates(viewer, thread.id) ? stands(argument) : no("author-only");
}

function stands({ state }: ArgumentFacts): Verdict {
  if (state === "MERGED" || state === "SPLIT") return no(`argument-${state.toLowerCase()}`);
  return state === "VISIBLE" ? yes : no("argument-gone");
}

/** Whether the words that took the place of cited ones carry an argument is for its author to say. */
export function mayConfirm(viewer: Viewer, argument: ArgumentFacts, thread: ThreadFacts): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id !== argument.authorId) return no("author-only");
  if (argument.state === "MERGED" || argument.state === "SPLIT") return no(`argument-${argument.state.toLowerCase()}`);
  return argument.state === "WITHDRAWN" || argument.state === "REMOVED" ? no("argument-gone") : yes;
}

/** An author may always take back what they said, silenced or not, but not from under a lock. */
export function mayWithdraw(viewer: Viewer, argument: ArgumentFacts, thread: ThreadFacts): Verdict {
  const writing = mayWriteIn(viewer && { ...viewer, silence: undefined }, thread);
  if (!writing.ok) return writing;
  if (viewer?.id !== argument.authorId) return no("author-only");
  return argument.state === "REMOVED" ? no("argument-gone") : yes;
}

/** "Use this here, too" is for who made the argument, and for moderators. */
export function mayLink(viewer: Viewer, child: ArgumentFacts, thread: ThreadFacts): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id !== child.authorId && !moderates(viewer, thread.id)) return no("author-only");
  if (isKept(viewer, thread)) return no("link-needs-review");
  return child.state === "VISIBLE" ? yes : no("argument-gone");
}
