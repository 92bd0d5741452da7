/** Who may come in, and who may let in. */
import type { Env } from "#lib/env";
import { isModerator, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { Role } from "../../prisma/generated/enums.ts";

/** Whoever runs commands on the machine itself; every right is already theirs. */
export const OPERATOR = "operator";
export type Operator = typeof OPERATOR;

/** Whether somebody may say anything here: they are known, and nobody has silenced them. */
export function mayWrite(viewer: Viewer): Verdict {
  if (!viewer) return no("sign-in-first");
  return viewer.silence ? no("silenced", { until: momentOf(viewer.silence.until) }) : yes;
}

/** As the sentences of sanctions say it; "none" where there is no end. */
export const momentOf = (until: string | null): string =>
  until === null ? "none" : `${until.slice(0, 16).replace("T", " ")} UTC`;

const RANKS: Record<Role, number> = { MEMBER: 0, MODERATOR: 1, ADMIN: 2 };

/** Nobody judges themselves, nor somebody above them. */
export function maySanction(viewer: Viewer, person: { id: string; role: Role }): Verdict {
  if (!viewer) return no("sign-in-first");
  if (!isModerator(viewer)) return no("moderators-only");
  if (viewer.id === person.id) return no("sanction-self");
  return RANKS[person.role] > RANKS[viewer.role] ? no("sanction-higher") : yes;
}

/** An appeal is heard by somebody else than who is appealed against. */
export function mayHearAppeal(viewer: Viewer, person: { id: string; role: Role }, givenById: string): Verdict {
  const judging = maySanction(viewer, person);
  if (!judging.ok) return judging;
  return viewer?.id === givenById ? no("appeal-own-decision") : yes;
}

export function mayJoin(signUp: Env["SIGN_UP"], invited: boolean): Verdict {
  if (signUp === "closed") return no("sign-up-closed");
  return signUp === "invitation" && !invited ? no("invitation-needed") : yes;
}

export const mayInvite = (viewer: Viewer): Verdict => (viewer?.role === "ADMIN" ? yes : no("admins-only"));

export const mayGiveRole = (actor: Viewer | Operator): Verdict =>
  actor === OPERATOR || actor?.role === "ADMIN" ? yes : no("admins-only");

/** Signing in as somebody of the cast without a password is for showing the forum, where it was asked for. */
export const mayPretend = (demoSignIn: boolean): Verdict => (demoSignIn ? yes : no("demo-closed"));

/** Without letters nobody can show that an address is theirs, and then it is not kept. */
export const mayGiveAddress = (mailOn: boolean): Verdict => (mailOn ? yes : no("mail-off"));

export function mayBlock(viewer: Viewer, other: { id: string }): Verdict {
  if (!viewer) return no("sign-in-first");
  return viewer.id === other.id ? no("block-self") : yes;
}

/** Where the forum is shown, each of its cast is shared by all who visit. */
export const mayClose = (demoSignIn: boolean, inCast: boolean): Verdict =>
  demoSignIn && inCast ? no("cast-shared") : yes;

/** A program that makes one for each of its runs gets here in months; the settings can still list them. */
export const TOKENS_MAX = 200;

export const mayMakeToken = (held: number): Verdict =>
  held < TOKENS_MAX ? yes : no("tokens-full", { max: TOKENS_MAX });
