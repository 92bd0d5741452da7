/** Who may judge, and who says by which rules. */
import type { ArgumentState } from "#lib/arguments/view";
import { MODERATOR_DAYS } from "#lib/moderation/schema";
import { mayModerate, mayWriteIn } from "#lib/threads/policy";
import { isModerator, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { ThreadMode } from "../../prisma/generated/enums.ts";

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
export function mayResolveMark(viewer: Viewer, mark: { markedById: string; authorId: string }): Verdict {
  if (!viewer) return no("sign-in-first");
  if (viewer.id === mark.authorId) return no("own-argument");
  return viewer.id === mark.markedById || isModerator(viewer) ? yes : no("marker-only");
}

/** What somebody does to others is reported wherever it stands, under a lock, too. */
export const mayFlag = (viewer: Viewer, argument: Said): Verdict => mayDoubt(viewer, argument, "flag-own");

/** A doubt about evidence is answered by who brought it. */
export function mayAnswerChallenge(viewer: Viewer, challenge: { authorId: string; ruled: boolean }): Verdict {
  if (!viewer) return no("sign-in-first");
  if (viewer.id !== challenge.authorId) return no("author-only");
  return challenge.ruled ? no("challenge-ruled") : yes;
}

/** Nobody rules on their own argument, nor on their own doubt. */
export function mayRule(viewer: Viewer, challenge: { authorId: string; raisedById: string }): Verdict {
  const moderating = mayModerate(viewer);
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
