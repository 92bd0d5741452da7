/** next-auth's own addresses, for programs and buttons that speak its protocol: the same verbs, limits and cookie. */
import type { AuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "#lib/env";
import { log } from "#lib/log";
import { paths } from "#lib/paths";
import { refusalOf } from "#lib/refusal";
import { sessionCookie, sessionOf } from "#lib/session";
import { pathWithin } from "#lib/users/back";
import { endSession, startSession } from "#lib/users/commands/session";
import { originOf } from "#lib/users/network";
import { signingIn } from "#lib/users/schema";
import { SESSION_DAYS } from "#lib/users/session-days";

interface SignedIn extends User {
  session: string;
}

/** @throws Error whose message is the refusal's code: it becomes a part of the address of the page that says so. */
async function authorize(
  input: unknown,
  { headers = {} }: { headers?: Record<string, string> },
): Promise<SignedIn | null> {
  const parsed = signingIn.safeParse(input);
  if (!parsed.success) return null;
  try {
    const { handle, password } = parsed.data;
    const { id, userId } = await startSession(handle, password, originOf(new Headers(headers)));
    return { id: userId, session: id };
  } catch (error) {
    const refused = refusalOf(error);
    if (!refused) log.error("signing in failed", { error });
    throw new Error(refused?.code ?? "fault");
  }
}

export function authOptions(): AuthOptions {
  // It learns its own address from here alone, never from a request.
  process.env.NEXTAUTH_URL = env().APP_URL;
  const cookie = sessionCookie();
  return {
    secret: env().SECRET,
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 60 * 60 },
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    pages: { signIn: paths.signIn(), signOut: paths.settings(), error: paths.signIn() },
    providers: [
      Credentials({
        credentials: { handle: {}, password: {} },
        authorize: (input, request) => authorize(input, request as { headers?: Record<string, string> }),
      }),
    ],
    jwt: {
      decode: async ({ token = "" }) => {
        const session = await sessionOf(token);
        return session && { sub: session.person.id, sid: session.id, name: session.person.name };
      },
    },
    callbacks: {
      jwt: ({ token, user }) => ({ sub: token.sub, sid: user ? (user as SignedIn).session : token.sid }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + pathWithin(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await endSession({ id: token.sub ?? "" }, token.sid);
      },
    },
    // It complains of cookies that are not ours, and whoever likes can send those.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}
