/** Who does what on the site. */
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import { mayGiveRole, OPERATOR, type Operator } from "#lib/users/policy";
import { lockActingAdmins } from "#lib/users/sanctions";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";
import type { Role } from "../../../prisma/generated/enums.ts";

/** Gives a person a role on the site, from their next request on. The last admin stays one. */
export async function giveRole(actor: Person | Operator, handle: string, role: Role): Promise<void> {
  await transact(async (tx, at) => {
    const acting = await lockActingAdmins(tx);
    const person = await tx.user.findFirst({ where: { handle, erasedAt: null }, select: { id: true, role: true } });
    if (!person) throw new Missing();
    must(mayGiveRole(actor));
    if (person.role === role) return;
    if (acting.length === 1 && acting[0] === person.id) throw new Refused("last-admin", { ground: "conflict" });
    await tx.user.update({ where: { id: person.id }, data: { role } });
    const actorId = actor === OPERATOR ? null : actor.id;
    await record(tx, { stream: "site", kind: "user.role_given", actorId, subjects: { user: person.id, role }, at });
  });
}
