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

/** A program that makes one for each of its runs gets here in months; the settings can still list them. */
export const TOKENS_MAX = 200;

export const mayMakeToken = (held: number): Verdict =>
  held < TOKENS_MAX ? yes : no("tokens-full", { max: TOKENS_MAX });
