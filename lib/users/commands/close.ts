/** Closing one's account: the name goes, what was said stays under one that says nothing. */
import { type Tx, transact } from "#lib/db";
import { env } from "#lib/env";
import { record } from "#lib/events/record";
import { retireHandle } from "#lib/users/commands/handle";
import { provePassword } from "#lib/users/commands/password";
import { keepAway } from "#lib/users/gone";
import { skeletonOf } from "#lib/users/handles";
import { PERSONAL } from "#lib/users/personal";
import { mayClose } from "#lib/users/policy";
import { lockActingAdmins } from "#lib/users/sanctions";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";
import cast from "../../../prisma/seed/cast.json" with { type: "json" };

/**
 * Closes the account of whoever types their handle, and says their password if they have one. Everything that lets them
 * in goes, and everything that is theirs alone. The last admin stays.
 * @throws Refused "handle-differs", "wrong-password", "last-admin", "cast-shared"
 */
export async function closeAccount(
  viewer: Person,
  { handle, currentPassword }: { handle: string; currentPassword?: string },
): Promise<void> {
  must(
    mayClose(
      env().DEMO_SIGN_IN,
      cast.some((member) => member.handle === viewer.handle),
    ),
  );
  if (handle !== viewer.handle) throw new Refused("handle-differs", { details: { field: "handle" } });
  await provePassword(viewer, currentPassword);
  await transact(async (tx, at) => {
    const acting = await lockActingAdmins(tx);
    if (acting.length === 1 && acting[0] === viewer.id) throw new Refused("last-admin", { ground: "conflict" });
    await keepAway(tx, viewer.id, true, at);
    if (!(await eraseIn(tx, viewer, at))) return;
    await record(tx, { stream: "site", kind: "account.closed", actorId: viewer.id, subjects: { user: viewer.id }, at });
    // The name stands on the pages of every thread in which they wrote.
    await tx.$executeRaw`SELECT pg_notify('pages', 'all')`;
  });
}

/** Takes away who somebody is, within a transaction that does more. Whether they were still here. */
export async function eraseIn(tx: Tx, { id, handle }: Pick<Person, "id" | "handle">, at: Date): Promise<boolean> {
  await retireHandle(tx, handle);
  const name = `deleted_${await nextGone(tx)}`;
  const { count } = await tx.user.updateMany({
    where: { id, erasedAt: null },
    data: {
      ...{ handle: name, skeleton: skeletonOf(name), name, about: null, role: "MEMBER" },
      ...{ email: null, emailConfirmedAt: null, erasedAt: at },
    },
  });
  if (count === 0) return false;
  // Nobody is set anything to do who is not here.
  await tx.enrolment.updateMany({ where: { userId: id, role: "STUDENT", removedAt: null }, data: { removedAt: at } });
  for (const { table, by, closing } of PERSONAL)
    if (closing === "goes") await tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE ${by} = $1`, id);
  return true;
}

async function nextGone(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`SELECT nextval('people_gone') AS number`;
  return String(row?.number);
}
