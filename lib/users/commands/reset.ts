/** A new password for whoever has forgotten theirs and reads the mailbox of their address. */
import { db, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { sendMailLater } from "#lib/mail/send";
import { newId } from "#lib/text/id";
import { end, ending, open, type StartedSession, starting } from "#lib/users/commands/session";
import { revokeAll } from "#lib/users/commands/token";
import { spend } from "#lib/users/limits";
import { mailboxOf } from "#lib/users/mailbox";
import type { Origin } from "#lib/users/network";
import { flawOfPassword, hashPassword } from "#lib/users/password";
import { findLink, LETTERS, linkVoid, takeLink } from "#lib/users/sent-links";
import { Refused } from "#lib/verdict";

/**
 * Sends a link to an address, if it is somebody's. Known or not, the same is done and said: a letter is written, and
 * whether there is anybody to send it to is found later, away from who asked.
 * @throws Refused `too-many`
 */
export async function askForReset(email: string, { network }: Pick<Origin, "network">): Promise<void> {
  await spend("letterNetwork", network);
  await spend("letter", mailboxOf(email));
  await transact(async (tx) => {
    const known = await tx.user.findFirst({ where: { email }, select: { id: true } });
    await sendMailLater(tx, [{ purpose: LETTERS.RESET_PASSWORD, key: newId(), about: { user: known?.id ?? "" } }]);
  });
}

/**
 * Sets the password of whoever got the link, ends all their sessions and tokens and begins a session here.
 * @throws Refused "link-void", or the code of what is wrong with the password, which leaves the link as it is
 */
export async function resetPassword(
  { token, newPassword }: { token: string; newPassword: string },
  origin: Origin,
): Promise<StartedSession> {
  await spend("letterNetwork", origin.network);
  const link = await findLink(db(), "RESET_PASSWORD", token, new Date());
  if (!link) throw linkVoid();
  const { user } = link;
  const flaw = flawOfPassword(newPassword, user.handle);
  if (flaw) throw new Refused(flaw, { details: { field: "newPassword" } });
  const passwordHash = await hashPassword(newPassword);
  return transact(async (tx, at) => {
    await takeLink(tx, "RESET_PASSWORD", token, user.id, at);
    const data = { passwordHash, changedAt: at };
    await tx.credential.upsert({ where: { userId: user.id }, create: { userId: user.id, ...data }, update: data });
    await record(tx, { stream: "site", kind: "password.changed", actorId: user.id, subjects: {}, at });
    const session = await open(tx, user.id, origin, at);
    await record(tx, starting(session, at));
    const ended = await end(tx, user, { id: { not: session.id } }, at);
    if (ended.length > 0) await record(tx, ending(user, ended, at));
    await revokeAll(tx, user.id, at);
    return session;
  });
}
