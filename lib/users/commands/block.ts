/**
 * Not wanting to be told of what somebody does. One statement and no event: whom a person avoids is nobody else's
 * business. Twice is as once.
 */
import { db } from "#lib/db";
import { mayBlock } from "#lib/users/policy";
import { findPerson } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** @throws Refused "person-unknown", "block-self" */
export async function blockPerson(viewer: Person, handle: string): Promise<void> {
  const blocked = await reachPerson(handle);
  must(mayBlock(viewer, blocked));
  await db().block.createMany({ data: [{ blockerId: viewer.id, blockedId: blocked.id }], skipDuplicates: true });
}

export async function unblockPerson(viewer: Person, handle: string): Promise<void> {
  const { id } = await reachPerson(handle);
  await db().block.deleteMany({ where: { blockerId: viewer.id, blockedId: id } });
}

/** A handle is typed, and mistyped; that there is nobody of that name is no secret. */
async function reachPerson(handle: string): Promise<Person> {
  const person = await findPerson(handle);
  if (!person) throw new Refused("person-unknown", { details: { field: "handle" } });
  return person;
}
