/** Keeping somebody from writing or from signing in for a time, and hearing what they say against it. */
import { type Tx, transact } from "#lib/db";
import { type EventKind, type Happening, record } from "#lib/events/record";
import { sendMailLater } from "#lib/mail/send";
import { letterOfSanction } from "#lib/moderation/letters";
import { mayAppealSanction, mayLast } from "#lib/moderation/policy";
import { reasonInForce } from "#lib/moderation/reason";
import type { SanctionPerson } from "#lib/moderation/schema";
import { newId } from "#lib/text/id";
import { mayHearAppeal, maySanction } from "#lib/users/policy";
import { lockActingAdmins } from "#lib/users/sanctions";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/** What no door passes. */
interface Moment {
  at?: Date;
}

const DAY_MS = 86_400_000;

/**
 * Silences or suspends somebody, from their next request on; gives the sanction. One that stands already stays as it is.
 * @throws Missing; Refused `last-admin` where nobody else could act as admin
 */
export async function sanctionPerson(
  viewer: Person,
  handle: string,
  { kind, code, note = null, days }: SanctionPerson,
  moment: Moment = {},
): Promise<string> {
  return transact(async (tx, at) => {
    const acting = await lockActingAdmins(tx);
    const person = await reachPerson(tx, { handle });
    must(maySanction(viewer, person));
    must(mayLast(viewer, days));
    const standing = await tx.sanction.findFirst({
      where: { userId: person.id, kind, liftedAt: null, OR: [{ untilAt: null }, { untilAt: { gt: at } }] },
      select: { id: true },
    });
    if (standing) return standing.id;
    if (acting.length === 1 && acting[0] === person.id) throw new Refused("last-admin", { ground: "conflict" });
    const reason = await reasonInForce(tx, "", code);
    const id = newId();
    const untilAt = days === null ? null : new Date(at.getTime() + days * DAY_MS);
    await tx.sanction.create({
      data: { id, userId: person.id, kind, ...reason, note, givenById: viewer.id, givenAt: at, untilAt },
    });
    await record(
      tx,
      noted("sanction.given", viewer.id, { sanction: id, user: person.id, kind, code: reason.code }, at),
    );
    await sendMailLater(tx, [letterOfSanction(id)]);
    return id;
  }, moment.at);
}

/** Ends a sanction before its time: by whom it was given, or by whoever hears the appeal. Twice is as once. */
export async function liftSanction(viewer: Person, id: string): Promise<void> {
  await transact(async (tx, at) => {
    const sanction = await reachSanction(tx, id);
    must(maySanction(viewer, sanction.user));
    if (sanction.liftedAt) return;
    await tx.sanction.update({ where: { id }, data: { liftedById: viewer.id, liftedAt: at }, select: { id: true } });
    await record(tx, noted("sanction.lifted", viewer.id, { sanction: id, user: sanction.userId }, at));
  });
}

/** Lets a sanction stand that was appealed: somebody else than who gave it. Twice is as once. */
export async function keepSanction(viewer: Person, id: string): Promise<void> {
  await transact(async (tx, at) => {
    const sanction = await reachSanction(tx, id);
    must(mayHearAppeal(viewer, sanction.user, sanction.givenById));
    if (sanction.keptAt || sanction.liftedAt || sanction.plea === null) return;
    await tx.sanction.update({ where: { id }, data: { keptById: viewer.id, keptAt: at }, select: { id: true } });
    await record(tx, noted("sanction.kept", viewer.id, { sanction: id, user: sanction.userId }, at));
  });
}

/** Says something against one's own sanction, once and in time. The same again changes nothing. */
export async function appealSanction(personId: string, id: string, plea: string, moment: Moment = {}): Promise<void> {
  await transact(async (tx, at) => {
    const sanction = await reachSanction(tx, id);
    if (sanction.userId !== personId) throw new Missing();
    if (sanction.plea === plea) return;
    must(mayAppealSanction(sanction, at));
    await tx.sanction.update({ where: { id }, data: { plea, pleadedAt: at }, select: { id: true } });
    await record(tx, noted("sanction.appealed", personId, { sanction: id }, at));
  }, moment.at);
}

const noted = (kind: EventKind, actorId: string, subjects: Record<string, string>, at: Date): Happening => ({
  stream: "site",
  kind,
  actorId,
  subjects,
  at,
});

async function reachPerson(tx: Tx, where: { handle: string }) {
  // Two who judge at once do it one after the other.
  await tx.$queryRaw`SELECT id FROM users WHERE handle = ${where.handle} FOR UPDATE`;
  const person = await tx.user.findFirst({ where: { ...where, erasedAt: null }, select: { id: true, role: true } });
  if (!person) throw new Missing();
  return person;
}

async function reachSanction(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM sanctions WHERE id = ${id} FOR UPDATE`;
  const sanction = await tx.sanction.findUnique({
    where: { id },
    include: { user: { select: { id: true, role: true } } },
  });
  if (!sanction) throw new Missing();
  return sanction;
}
