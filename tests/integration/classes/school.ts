/** Classes for tests. */
import { openClass } from "#lib/classes/commands/open";
import { db } from "#lib/db";
import type { Person } from "#lib/users/viewer";

const DAY_MS = 86_400_000;

/** A day from today on, as forms send it. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

export const aClass = async (teacher: Person): Promise<string> =>
  (await openClass(teacher, { name: "Debate B", endsOn: inDays(60) })).slug;

/** A pupil of it, by no way that is tested. */
export async function pupil(slug: string, { id: userId }: Person): Promise<void> {
  const { id: classId } = await db().class.findUniqueOrThrow({ where: { slug } });
  await db().enrolment.create({ data: { classId, userId, role: "STUDENT" } });
}

/** Who belongs to it, and as what. */
export async function membersOf(slug: string): Promise<Record<string, string>> {
  const rows = await db().enrolment.findMany({
    where: { class: { slug }, removedAt: null },
    select: { role: true, user: { select: { handle: true } } },
  });
  return Object.fromEntries(rows.map(({ role, user }) => [user.handle, role]));
}

/** The kinds of what happened in it outside its threads, in order. */
export async function eventsOfClass(slug: string): Promise<string[]> {
  const { id } = await db().class.findUniqueOrThrow({ where: { slug } });
  const events = await db().event.findMany({ where: { classId: id, stream: "site" }, orderBy: { number: "asc" } });
  return events.map(({ kind }) => kind);
}
