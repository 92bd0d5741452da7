/**
 * Whose session a cookie names. It is a sealed token that names a person and a session; each request looks the session
 * up, so that ending it ends it everywhere at once, and the role is what the database says.
 */
import { decode } from "next-auth/jwt";
import { env } from "#lib/env";
import { findSession } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";

/** Our token has some 300 characters; a longer cookie is not ours. */
const COOKIE_MAX = 1_000;

/** Over https the browser itself keeps the cookie from other hosts and from plain connections. */
export const cookieName = (secure: boolean) => (secure ? "__Host-grounds.session" : "grounds.session");

export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return { name: cookieName(secure), options };
}

export interface Session {
  id: string;
  person: Person;
}

/** What a token says, if we sealed it and it is in its time; whether its session still lasts, the database knows. */
async function claimsOf(token: string) {
  if (token.length > COOKIE_MAX) return null;
  const claims = await decode({ token, secret: env().SECRET }).catch(() => null);
  // The library forgives fifteen seconds; both clocks are ours.
  const now = Date.now() / 1000;
  if (typeof claims?.sid !== "string" || !(Number(claims.exp) > now) || Number(claims.nbf ?? 0) > now) return null;
  return { sid: claims.sid, sub: claims.sub };
}

/** The session that a token names, if it is ours, in its time, and still lasts. */
export async function sessionOf(token: string): Promise<Session | null> {
  const claims = await claimsOf(token);
  const person = claims && (await findSession(claims.sid));
  return claims && person !== null && person.id === claims.sub ? { id: claims.sid, person } : null;
}

/** Whose a token is, for counting alone: nobody is asked whether they may still use it. */
export const holderOf = async (token: string): Promise<string | null> => (await claimsOf(token))?.sub ?? null;

/** The value of the one cookie of this name; two are somebody's trick. */
export function soleCookie(header: string, name: string): string | null {
  const values = header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  return values.length === 1 ? (values[0] as string).slice(name.length + 1) : null;
}
