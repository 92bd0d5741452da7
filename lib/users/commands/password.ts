/** Changing what lets one in. */
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import { end, ending, lockHash } from "#lib/users/commands/session";
import { giveBack, spend } from "#lib/users/limits";
import { flawOfPassword, hashPassword, isPassword } from "#lib/users/password";
import { findPasswordHash } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

/**
 * Gives a person a new password and ends their other sessions. Whoever has one must say it.
 * @throws Refused `wrong-password`, or the code of what is wrong with the new one
 */
export async function changePassword(
  viewer: Person,
  { currentPassword = "", newPassword }: { currentPassword?: string; newPassword: string },
  keptSession: string,
): Promise<void> {
  const flaw = flawOfPassword(newPassword, viewer.handle);
  if (flaw) throw new Refused(flaw, { details: { field: "newPassword" } });
  const current = await provePassword(viewer, currentPassword);
  const passwordHash = await hashPassword(newPassword);
  await transact(async (tx, at) => {
    if ((await lockHash(tx, viewer.id)) !== current) throw wrong();
    const data = { passwordHash, changedAt: at };
    await tx.credential.upsert({ where: { userId: viewer.id }, create: { userId: viewer.id, ...data }, update: data });
    await tx.sentLink.deleteMany({ where: { userId: viewer.id, purpose: "RESET_PASSWORD" } });
    await record(tx, { stream: "site", kind: "password.changed", actorId: viewer.id, subjects: {}, at });
    const ended = await end(tx, viewer, { id: { not: keptSession } }, at);
    if (ended.length > 0) await record(tx, ending(viewer, ended, at));
  });
}

/**
 * Whether somebody who is signed in is who they are: a browser may be left open, a password is not. Answers the hash that
 * was proven; null where there is none to know.
 * @throws Refused `wrong-password`, `too-many`
 */
export async function provePassword(viewer: Person, said = ""): Promise<string | null> {
  const current = await findPasswordHash(viewer);
  if (current === null) return null;
  await spend("signIn", viewer.id);
  if (!(await isPassword(said, current))) throw wrong();
  await giveBack("signIn", viewer.id);
  return current;
}

const wrong = () => new Refused("wrong-password", { ground: "forbidden", details: { field: "currentPassword" } });
