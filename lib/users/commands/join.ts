/** How people come in. */
import { type Tx, transact } from "#lib/db";
import { env } from "#lib/env";
import { record } from "#lib/events/record";
import { mailIsOn } from "#lib/mail/way";
import { newId } from "#lib/text/id";
import { refuseTaken } from "#lib/users/commands/handle";
import { flawOfHandle, skeletonOf } from "#lib/users/handles";
import { newInvitation, normalInvitation } from "#lib/users/invitation";
import { hashPassword } from "#lib/users/password";
import { mayInvite, mayJoin } from "#lib/users/policy";
import { hashOf } from "#lib/users/queries";
import type { Joining } from "#lib/users/schema";
import { askByLetter } from "#lib/users/sent-links";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** A term's holiday may lie between the letter and the answer. */
export const INVITATION_DAYS = 30;
const DAY_MS = 86_400_000;

/** What no door passes. */
interface Context {
  at?: Date;
}

const PERSON = { id: true, handle: true, name: true, role: true } as const;

/** Somebody who is to join, with the hash of their password: making it takes a while, and no transaction should wait for it. */
export interface PreparedJoining extends Pick<Joining, "handle" | "name" | "email"> {
  passwordHash: string;
}

export async function prepareJoining({ handle, name, email, password }: Joining): Promise<PreparedJoining> {
  return { handle, name, email, passwordHash: await hashPassword(password) };
}

/**
 * Writes down a new member within a transaction that does more.
 * @throws Refused "handle-taken"
 */
export async function joinIn(
  tx: Tx,
  { handle, name, email, passwordHash }: PreparedJoining,
  at: Date,
): Promise<Person> {
  await refuseTaken(tx, handle);
  const id = newId();
  const data = { id, handle, skeleton: skeletonOf(handle), name, createdAt: at };
  const person = await tx.user.create({ data, select: PERSON });
  // Whether it is somebody's already, only its mailbox is told.
  if (email !== undefined && mailIsOn()) await askByLetter(tx, id, email, at);
  await tx.credential.create({ data: { userId: id, passwordHash, changedAt: at } });
  return person;
}

/** Makes a new member, if people may join by themselves or an invitation says so. An invitation serves once. */
export async function joinForum(input: Joining, { at: moment }: Context = {}): Promise<Person> {
  must(mayJoin(env().SIGN_UP, input.invitation !== undefined));
  const prepared = await prepareJoining(input);
  return transact(async (tx, at) => {
    const invitation = env().SIGN_UP === "invitation" ? await reachInvitation(tx, input.invitation ?? "", at) : null;
    const { id, ...person } = await joinIn(tx, prepared, at);
    if (invitation !== null)
      await tx.invitation.update({ where: { id: invitation }, data: { usedById: id, usedAt: at } });
    const subjects = { user: id, ...(invitation !== null && { invitation }) };
    await record(tx, { stream: "site", kind: "user.joined", actorId: id, subjects, at });
    return { id, ...person };
  }, moment);
}

/** Of two who use one at once, the second waits for the first and finds it used. */
async function reachInvitation(tx: Tx, code: string, at: Date): Promise<string> {
  const [invitation] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM invitations WHERE hash = ${hashOf(code)} AND used_at IS NULL AND expires_at > ${at} FOR UPDATE`;
  if (!invitation) throw new Refused("invitation-void", { ground: "forbidden", details: { field: "invitation" } });
  return invitation.id;
}

/** A code that lets one person join; it is shown this once. */
export async function inviteSomebody(viewer: Person): Promise<string> {
  return transact(async (tx, at) => {
    must(mayInvite(viewer));
    const id = newId();
    const code = newInvitation();
    const expiresAt = new Date(at.getTime() + INVITATION_DAYS * DAY_MS);
    const hash = hashOf(normalInvitation(code));
    await tx.invitation.create({ data: { id, hash, createdById: viewer.id, createdAt: at, expiresAt } });
    await record(tx, {
      stream: "site",
      kind: "invitation.made",
      actorId: viewer.id,
      subjects: { invitation: id },
      at,
    });
    return code;
  });
}

/** Seats somebody of the seed, who has no password. Whoever is there already stays as they are. */
export async function seatPerson(
  { handle, name, about, role }: Omit<Person, "id"> & { about: string },
  { at: moment }: Context = {},
): Promise<Person> {
  const flaw = flawOfHandle(handle);
  if (flaw) throw new Refused(flaw);
  return transact(async (tx, at) => {
    const there = await tx.user.findUnique({ where: { handle }, select: PERSON });
    if (there) return there;
    await refuseTaken(tx, handle);
    const id = newId();
    const data = { id, handle, skeleton: skeletonOf(handle), name, about, role, createdAt: at };
    const person = await tx.user.create({ data, select: PERSON });
    await record(tx, { stream: "site", kind: "user.joined", actorId: id, subjects: { user: id }, at });
    return person;
  }, moment);
}
