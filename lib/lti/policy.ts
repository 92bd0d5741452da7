/** Who may do what with learning platforms. */
import { OPERATOR, type Operator } from "#lib/users/policy";
import type { Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";

/** Whoever registers a platform lets it bring people in: that is for who runs the forum. */
export const mayRegister = (actor: Viewer | Operator): Verdict =>
  actor === OPERATOR || actor?.role === "ADMIN" ? yes : no("admins-only");

/** Whether an address is one of the platform's pages, where ours may be framed and what was chosen may go. */
export const isPageOf = ({ origins }: { origins: readonly string[] }, address: string): boolean =>
  origins.includes(URL.parse(address)?.origin ?? "");
