/** A class with a teacher and pupils, planted as rows, and a thread of its own. */

import { setAssignmentInput } from "#lib/classes/assignment-schema";
import { db } from "#lib/db";
import { newId } from "#lib/text/id";
import { makeToken } from "#lib/users/commands/token";
import { findPersonByToken } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";

let made = 0;

/** Rows, so that tests of what happens in a class need not make one step by step. */
export async function aClass(
  teacher: Person,
  pupils: readonly Person[],
  at?: Date,
): Promise<{ id: string; slug: string }> {
  made += 1;
  const id = newId();
  const slug = `section-${made}`;
  await db().class.create({ data: { id, slug, name: `Section ${made}`, openedById: teacher.id } });
  const people = [
    ...pupils.map(({ id: userId }) => ({ userId, role: "STUDENT" as const })),
    { userId: teacher.id, role: "TEACHER" as const },
  ];
  await db().enrolment.createMany({
    data: people.map((one) => ({ classId: id, ...one, ...(at && { enrolledAt: at }) })),
  });
  return { id, slug };
}

/** A thread of its own, asking what another thread asks. */
export async function aClassThread(room: { id: string; slug: string }, of: string, opener: Person): Promise<string> {
  made += 1;
  const thread = await db().thread.findUniqueOrThrow({ where: { slug: of } });
  const slug = `${of}-${made}`;
  const id = newId();
  const { question, raisedById } = thread;
  await db().thread.create({
    data: { id, slug, question, raisedById, openedById: opener.id, classId: room.id, mode: "OPEN" },
  });
  return slug;
}

/** As the doors know them at this moment: with their classes and with what they owe. */
export async function asKnown(person: Person): Promise<Person> {
  const { token } = await makeToken(
    { id: person.id, handle: person.handle, name: person.name, role: person.role },
    "tests",
  );
  const known = await findPersonByToken(token);
  if (!known) throw new Error(`${person.handle} is not known`);
  return known;
}

const HOUR_MS = 3_600_000;

/** An assignment's input; its round began an hour ago and lasts a day. */
export function task(thread: string, other: Record<string, unknown> = {}) {
  const now = Date.now();
  return setAssignmentInput.parse({
    title: "Both sides of the ferry",
    instructions: "Argue your side as well as it can be argued.",
    rounds: [{ opensAt: hours(-1, now), dueAt: hours(24, now), requires: { arguments: 2, answers: 1 } }],
    thread,
    sides: "DRAWN",
    late: "MARKED",
    snapshots: false,
    ...other,
  });
}

/** So many hours from a moment, ISO 8601. */
export const hours = (count: number, from = Date.now()): string => new Date(from + count * HOUR_MS).toISOString();
