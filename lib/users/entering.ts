/** Letting a browser in. */
import { getSession, keepSession } from "#lib/auth";
import { pathWithin } from "#lib/users/back";
import { endSession, type StartedSession } from "#lib/users/commands/session";

/** Gives where to go on. Whoever was signed in here before is no longer. */
export async function enter(session: StartedSession, back: string | undefined): Promise<string> {
  const before = await getSession();
  if (before) await endSession(before.person, before.id);
  await keepSession(session);
  return pathWithin(back);
}
