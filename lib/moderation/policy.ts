/** Who may judge, and who says by which rules. */
import { isRead } from "#lib/arguments/state";
import type { ArgumentState } from "#lib/arguments/view";
import { MODERATOR_DAYS } from "#lib/moderation/schema";
import { mayModerate, mayWriteIn } from "#lib/threads/policy";
import { mayWrite } from "#lib/users/policy";
import { isModerator, moderates, type Person, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { ReviewCause, ThreadMode } from "../../prisma/generated/enums.ts";

/** The rules are the site owner's. */
export function mayPublishPolicy(viewer: Viewer): Verdict {
  if (!viewer) return no("sign-in-first");
  return viewer.role === "ADMIN" ? yes : no("admins-only");
}

interface Said {
  authorId: string;
  state: ArgumentState;
}

/** What is open to a judgement of others: it stands there, and is not one's own. */
function mayDoubt(viewer: Viewer, argument: Said, own: string): Verdict {
  if (!viewer) return no("sign-in-first");
  if (viewer.id === argument.authorId) return no(own);
  return argument.state === "VISIBLE" ? yes : no("argument-gone");
}

/** Saying that something is argued badly is for everybody, and costs its author nothing. */
export function mayMark(viewer: Viewer, argument: Said, thread: { mode: ThreadMode }): Verdict {
  const writing = mayWriteIn(viewer, thread);
  return writing.ok ? mayDoubt(viewer, argument, "own-argument") : writing;
}

/** A mark goes when who made it, or a moderator, says so; its argument's author mends, and does not clear. */
export function mayResolveMark(
  viewer: Viewer,
  mark: { markedById: string; authorId: string; threadId: string },
): Verdict {
  if (!viewer) return no("sign-in-first");
  if (viewer.id === mark.authorId) return no("own-argument");
  return viewer.id === mark.markedById || moderates(viewer, mark.threadId) ? yes : no("marker-only");
}

/** What somebody does to others is reported wherever it can be read, under a lock, too. */
export const mayFlag = (viewer: Viewer, argument: Said): Verdict =>
  mayDoubt(viewer, isRead(argument.state) ? { ...argument, state: "VISIBLE" } : argument, "flag-own");

/** A doubt about evidence is answered by who brought it. */
export function mayAnswerChallenge(viewer: Viewer, challenge: { authorId: string; ruled: boolean }): Verdict {
  if (!viewer) return no("sign-in-first");
  if (viewer.id !== challenge.authorId) return no("author-only");
  return challenge.ruled ? no("challenge-ruled") : yes;
}

/** Nobody rules on their own argument, nor on their own doubt. */
export function mayRule(
  viewer: Viewer,
  challenge: { threadId: string; authorId: string; raisedById: string },
): Verdict {
  const moderating = mayModerate(viewer, { id: challenge.threadId });
  if (!moderating.ok) return moderating;
  if (viewer?.id === challenge.authorId) return no("own-argument");
  return viewer?.id === challenge.raisedById ? no("challenge-own") : yes;
}

/** A month is a moderator's to say; what lasts longer, or has no end, the admins'. */
export function mayLast(viewer: Viewer, days: number | null): Verdict {
  if (viewer?.role === "ADMIN" || (days !== null && days <= MODERATOR_DAYS)) return yes;
  return no("sanction-too-long", { days: MODERATOR_DAYS });
}

/** Long enough to sleep on it; later nobody remembers what it was about. */
export const APPEAL_DAYS = 14;

/** Once, and in time. */
export function mayAppealSanction(sanction: { givenAt: Date; plea: string | null }, at: Date): Verdict {
  if (sanction.plea !== null) return no("appealed-already");
  const days = (at.getTime() - sanction.givenAt.getTime()) / 86_400_000;
  return days <= APPEAL_DAYS ? yes : no("appeal-too-late", { days: APPEAL_DAYS });
}

/** As long as one reads and thinks about a hard case; who leaves it keeps nobody waiting. */
export const CLAIM_MINUTES = 10;
/** A slip is noticed at once; later it is a new decision, with its own reason. */
const UNDO_MINUTES = 10;

/** Whether there is a queue for somebody: of the whole site, of the threads that they moderate, or of a class that they teach. */
export const judges = (viewer: Viewer): viewer is Person =>
  isModerator(viewer) || (viewer?.moderates ?? viewer?.teaches ?? []).length > 0;

interface Judged {
  threadId: string;
  authorId: string;
  /** Of an appeal: who decided first, and who wrote what a merge went into. */
  firstJudgeId: string | null;
  intoAuthorId: string | null;
}

/** Nobody decides on their own post or what went into it, nor on an appeal against their own decision. */
export function mayJudge(viewer: Viewer, review: Judged): Verdict {
  const moderating = mayModerate(viewer, { id: review.threadId });
  if (!moderating.ok) return moderating;
  if (viewer?.id === review.authorId || viewer?.id === review.intoAuthorId) return no("own-argument");
  return viewer?.id === review.firstJudgeId ? no("appeal-own-decision") : yes;
}

interface Merging {
  threadId: string;
  /** Who wrote what is merged, and what it goes into. */
  authorId: string;
  intoAuthorId: string;
}

/** Nobody merges their own, nor into their own: what says the same is for somebody else to see. */
export function mayMerge(viewer: Viewer, { threadId, authorId, intoAuthorId }: Merging): Verdict {
  const moderating = mayModerate(viewer, { id: threadId });
  if (!moderating.ok) return moderating;
  return viewer?.id === authorId || viewer?.id === intoAuthorId ? no("own-argument") : yes;
}

/** A moderator takes a merge back; its author, too, once what it went into no longer stands. */
export function mayUnmerge(viewer: Viewer, merging: Merging & { intoState: ArgumentState }): Verdict {
  if (viewer && viewer.id === merging.authorId && merging.intoState !== "VISIBLE") return mayWrite(viewer);
  return mayMerge(viewer, merging);
}

/** Whoever has just done it takes it back; an appeal is heard once. */
export function mayUndo(
  viewer: Viewer,
  review: { cause: ReviewCause; decidedById: string | null; decidedAt: Date | null; askedById: string | null },
  at: Date,
): Verdict {
  if (!review.decidedAt) return review.askedById && review.askedById !== viewer?.id ? no("undo-own") : yes;
  if (viewer?.id !== review.decidedById) return no("undo-own");
  if (review.cause === "APPEAL") return no("undo-appeal");
  return at.getTime() - review.decidedAt.getTime() < UNDO_MINUTES * 60_000
    ? yes
    : no("undo-over", { minutes: UNDO_MINUTES });
}

/** Whoever wrote it, while it holds and is not long ago. */
export function mayAppeal(viewer: Viewer, judged: { authorId: string; judgedAt: Date | null }, at: Date): Verdict {
  if (!viewer) return no("sign-in-first");
  if (viewer.id !== judged.authorId) return no("author-only");
  if (!judged.judgedAt) return no("nothing-to-appeal");
  const days = (at.getTime() - judged.judgedAt.getTime()) / 86_400_000;
  return days <= APPEAL_DAYS ? yes : no("appeal-too-late", { days: APPEAL_DAYS });
}
