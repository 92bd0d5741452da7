/** Going in, in a page of one's own. */
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { open, type StartedSession, starting } from "#lib/users/commands/session";
import type { Origin } from "#lib/users/network";
import { hashOf } from "#lib/users/queries";
import { refuseSuspended } from "#lib/users/sanctions";
import { Refused } from "#lib/verdict";

/**
 * Opens a session for whom a ticket names; it serves once.
 * @throws Refused "platform-ticket-void", "suspended"
 */
export async function enter(ticket: string, origin: Origin): Promise<{ session: StartedSession; path: string }> {
  return transact(async (tx, at) => {
    const { userId, path } = await takeTicket(tx, ticket);
    await refuseSuspended(tx, userId);
    const session = await open(tx, userId, origin, at);
    await record(tx, starting(session, at));
    return { session, path };
  });
}

async function takeTicket(tx: Tx, ticket: string): Promise<{ userId: string; path: string }> {
  const [row] = await tx.$queryRaw<{ userId: string; path: string }[]>`
    DELETE FROM lti_tickets t USING users u
    WHERE t.hash = ${hashOf(ticket)} AND t.path IS NOT NULL AND t.expires_at > now() AND u.id = t.user_id AND u.erased_at IS NULL
    RETURNING t.user_id AS "userId", t.path`;
  if (!row) throw new Refused("platform-ticket-void", { ground: "forbidden" });
  return row;
}
