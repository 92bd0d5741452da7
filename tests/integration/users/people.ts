import { randomUUID } from "node:crypto";
import { db } from "#lib/db";
import { joinForum } from "#lib/users/commands/join";
import { type StartedSession, startSession } from "#lib/users/commands/session";
import type { Origin } from "#lib/users/network";
import type { Person } from "#lib/users/viewer";
import type { Role } from "../../../prisma/generated/enums.ts";

export const PASSWORD = "three brown herons";

/** From a network of its own, so that no test spends another's tries. */
export const somewhere = (): Origin => ({ network: randomUUID(), agent: "A browser" });

export function join(handle: string): Promise<Person> {
  return joinForum({ handle, name: handle.toUpperCase(), password: PASSWORD });
}

export async function joinAs(handle: string, role: Role): Promise<Person> {
  const person = await join(handle);
  await db().user.update({ where: { id: person.id }, data: { role } });
  return { ...person, role };
}

export function signIn(person: Person): Promise<StartedSession> {
  return startSession(person.handle, PASSWORD, somewhere());
}

/** What the record says of one person's acts, oldest first. */
export async function actsOf(person: Person): Promise<{ kind: string; subjects: unknown }[]> {
  return db().event.findMany({
    where: { actorId: person.id, stream: "site" },
    orderBy: { number: "asc" },
    select: { kind: true, subjects: true },
  });
}

export const kindsOf = async (person: Person) => (await actsOf(person)).map(({ kind }) => kind);
