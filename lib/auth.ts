/** Who is looking, by the cookie of the request that is being answered. */
import { cookies, headers } from "next/headers";
import { encode } from "next-auth/jwt";
import { cache } from "react";
import { env } from "#lib/env";
import { type Session, sessionCookie, sessionOf, soleCookie } from "#lib/session";
import type { Viewer } from "#lib/users/viewer";

export const getSession = cache(async (): Promise<Session | null> => {
  const token = soleCookie((await headers()).get("cookie") ?? "", sessionCookie().name);
  return token === null ? null : sessionOf(token);
});

export async function getViewer(): Promise<Viewer> {
  return (await getSession())?.person ?? null;
}

/** Lets this browser in; only where an answer may still set cookies. */
export async function keepSession(session: { id: string; userId: string; expiresAt: Date }): Promise<void> {
  const { name, options } = sessionCookie();
  const maxAge = Math.floor((session.expiresAt.getTime() - Date.now()) / 1000);
  const token = await encode({ token: { sub: session.userId, sid: session.id }, secret: env().SECRET, maxAge });
  (await cookies()).set(name, token, { ...options, expires: session.expiresAt });
}

export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
