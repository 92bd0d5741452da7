/** Who may come in, and who may let in. */
import type { Env } from "#lib/env";
import type { Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";

/** Whoever runs commands on the machine itself; every right is already theirs. */
export const OPERATOR = "operator";
export type Operator = typeof OPERATOR;

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

export const mayBlock = (viewer: Viewer, other: { id: string }): Verdict =>
  viewer?.id === other.id ? no("block-self") : yes;

/** Where the forum is shown, each of its cast is shared by all who visit. */
export const mayClose = (demoSignIn: boolean, inCast: boolean): Verdict =>
  demoSignIn && inCast ? no("cast-shared") : yes;

/** A program that makes one for each of its runs gets here in months; the settings can still list them. */
export const TOKENS_MAX = 200;

export const mayMakeToken = (held: number): Verdict =>
  held < TOKENS_MAX ? yes : no("tokens-full", { max: TOKENS_MAX });
