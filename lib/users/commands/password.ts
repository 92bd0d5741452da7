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
  const current = await findPasswordHash(viewer);
  if (current !== null) {
    await spend("signIn", viewer.id);
    if (!(await isPassword(currentPassword, current))) throw wrong();
    await giveBack("signIn", viewer.id);
  }
  const passwordHash = await hashPassword(newPassword);
  await transact(async (tx, at) => {
    if ((await lockHash(tx, viewer.id)) !== current) throw wrong();
    const data = { passwordHash, changedAt: at };
    await tx.credential.upsert({ where: { userId: viewer.id }, create: { userId: viewer.id, ...data }, update: data });
    await record(tx, { stream: "site", kind: "password.changed", actorId: viewer.id, subjects: {}, at });
    const ended = await end(tx, viewer, { id: { not: keptSession } }, at);
    if (ended.length > 0) await record(tx, ending(viewer, ended, at));
  });
}

const wrong = () => new Refused("wrong-password", { ground: "forbidden", details: { field: "currentPassword" } });
