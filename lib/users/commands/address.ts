/** The address of one's mailbox: it counts once whoever reads the mailbox has said so. */
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { sendMail } from "#lib/mail/send";
import { provePassword } from "#lib/users/commands/password";
import { addressLeft } from "#lib/users/letters";
import { spend } from "#lib/users/limits";
import { mailboxOf } from "#lib/users/mailbox";
import { mayGiveAddress } from "#lib/users/policy";
import { askByLetter, findLink, linkVoid, takeLink } from "#lib/users/sent-links";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

/**
 * Asks an address, by letter, whether it is this person's. Until then the one they had stays. Whoever has a password must
 * say it: with the address comes the way to a new password.
 * @throws Refused `mail-off`, `wrong-password`, `too-many`
 */
export async function giveAddress(
  viewer: Person,
  { email, currentPassword }: { email: string; currentPassword?: string },
  mailOn: boolean,
): Promise<void> {
  must(mayGiveAddress(mailOn));
  await provePassword(viewer, currentPassword);
  await spend("letter", mailboxOf(email));
  await transact(async (tx, at) => {
    await askByLetter(tx, viewer.id, email, at);
    await record(tx, { stream: "site", kind: "address.given", actorId: viewer.id, subjects: {}, at });
  });
}

/**
 * Makes the address to which the link was sent this person's. What was sent to the one before opens nothing any more.
 * @throws Refused "link-void" unless it is a link of theirs that still opens something
 */
export async function confirmAddress(viewer: Person, secret: string): Promise<void> {
  await transact(async (tx, at) => {
    const email = await reachAsked(tx, viewer, secret, at);
    await sayGoodbye(tx, viewer, email);
    await takeLink(tx, "CONFIRM_ADDRESS", secret, viewer.id, at);
    await tx.sentLink.deleteMany({ where: { userId: viewer.id, purpose: "RESET_PASSWORD" } });
    // Who only said once that it was theirs gives way.
    await tx.user.updateMany({
      where: { email, emailConfirmedAt: null, id: { not: viewer.id } },
      data: { email: null },
    });
    await tx.user.update({
      where: { id: viewer.id },
      data: { email, emailConfirmedAt: at },
      select: { id: true },
    });
    await record(tx, { stream: "site", kind: "address.confirmed", actorId: viewer.id, subjects: {}, at });
  });
}

/** The address that this link asks. */
async function reachAsked(tx: Tx, viewer: Person, secret: string, at: Date): Promise<string> {
  const link = await findLink(tx, "CONFIRM_ADDRESS", secret, at);
  if (link?.user.id !== viewer.id) throw linkVoid();
  return link.email;
}

/** Forgets the address, and the one that was asked. Without one nothing changes. */
export async function removeAddress(viewer: Person): Promise<void> {
  await transact(async (tx, at) => {
    if (!(await reachAddress(tx, viewer))) return;
    await sayGoodbye(tx, viewer, null);
    await tx.sentLink.deleteMany({ where: { userId: viewer.id } });
    await tx.user.update({
      where: { id: viewer.id },
      data: { email: null, emailConfirmedAt: null },
      select: { id: true },
    });
    await record(tx, { stream: "site", kind: "address.removed", actorId: viewer.id, subjects: {}, at });
  });
}

/** Tells the mailbox that was theirs until now, so that nobody takes an account over unheard. */
async function sayGoodbye(tx: Tx, { id, handle }: Person, next: string | null): Promise<void> {
  const { email, emailConfirmedAt } = await tx.user.findUniqueOrThrow({ where: { id } });
  if (email === null || emailConfirmedAt === null || email === next) return;
  await sendMail(tx, { to: email, ...addressLeft(handle, next === null) });
}

/** Whether there is an address, confirmed or asked; it stays as it is until the end of the transaction. */
async function reachAddress(tx: Tx, viewer: Person): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { email: string | null }[]
  >`SELECT email FROM users WHERE id = ${viewer.id} FOR UPDATE`;
  return row?.email != null || (await tx.sentLink.count({ where: { userId: viewer.id } })) > 0;
}
