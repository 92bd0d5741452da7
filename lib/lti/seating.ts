/** The people a platform brings: whom it calls what, and who they are here. */
import { freeHandles } from "#lib/classes/commands/roster";
import { nameOf } from "#lib/classes/word-pairs";
import type { Tx } from "#lib/db";
import { recordAll } from "#lib/events/record";
import type { CourseRole } from "#lib/lti/claims";
import { newId } from "#lib/text/id";
import { goneAmong } from "#lib/users/gone";
import { skeletonOf } from "#lib/users/handles";
import { name as nameSchema } from "#lib/users/schema";

export interface Named {
  sub: string;
  name: string | null;
  role: CourseRole;
}

/** `classId` is null where the class is still to be opened, which a teacher does. */
interface Where {
  platformId: string;
  classId: string | null;
}

/** As long as a made account's may be. */
const MADE_NAME_MAX = 160;

/**
 * Accounts of these people by what the platform calls them. Whoever is new gets one without address or password: they
 * come in by their platform alone. A pupil's public name says nothing of them and what they are called is for the teachers
 * of the class; a teacher is called what the platform says, for a class must know who teaches it. Whoever was erased is
 * left out.
 */
export async function seatSubjects(
  tx: Tx,
  { platformId, classId }: Where,
  named: readonly Named[],
  at: Date,
): Promise<Map<string, string>> {
  const gone = await goneAmong(
    tx,
    platformId,
    named.map(({ sub }) => sub),
  );
  const people = named.filter(({ sub }) => !gone.has(sub));
  const find = () =>
    tx.ltiSubject.findMany({
      where: { platformId, sub: { in: people.map(({ sub }) => sub) } },
      select: { sub: true, userId: true },
    });
  let known = await find();
  if (known.length < people.length) {
    // Of two who bring the same person at once, the second finds the first's account.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`lti subjects ${platformId}`}))::text`;
    known = await find();
    const there = new Set(known.map(({ sub }) => sub));
    const made = await makeAccounts(
      tx,
      { platformId, classId },
      people.filter(({ sub }) => !there.has(sub)),
      at,
    );
    known = [...known, ...made];
  }
  const users = new Map(known.map(({ sub, userId }) => [sub, userId]));
  await rename(tx, people, users);
  return users;
}

async function makeAccounts(
  tx: Tx,
  { platformId, classId }: Where,
  people: readonly Named[],
  at: Date,
): Promise<{ sub: string; userId: string }[]> {
  const handles = await freeHandles(tx, people.length);
  const made = people.map((one, i) => ({ ...one, userId: newId(), handle: handles[i] ?? "" }));
  await tx.user.createMany({
    data: made.map(({ userId: id, handle, name, role }) => ({
      ...{ id, handle, skeleton: skeletonOf(handle), createdAt: at },
      name: (role === "TEACHER" && publicName(name)) || nameOf(handle),
    })),
  });
  await tx.madeAccount.createMany({
    data: made
      .filter(({ role }) => role === "STUDENT")
      .map(({ userId, handle, name }) => ({
        userId,
        classId: classId ?? "",
        name: cut(name) ?? nameOf(handle),
        madeAt: at,
      })),
  });
  await tx.ltiSubject.createMany({ data: made.map(({ sub, userId }) => ({ platformId, sub, userId })) });
  await recordAll(
    tx,
    made.map(({ userId }) => ({
      ...{ stream: "site", kind: "user.joined" as const, actorId: userId, subjects: { user: userId }, at },
    })),
  );
  return made.map(({ sub, userId }) => ({ sub, userId }));
}

const publicName = (name: string | null): string | null => nameSchema.safeParse(name ?? "").data ?? null;
const cut = (name: string | null): string | null => name && [...name].slice(0, MADE_NAME_MAX).join("");

/** What teachers read follows the platform. */
async function rename(tx: Tx, people: readonly Named[], users: ReadonlyMap<string, string>): Promise<void> {
  const named = people.filter(({ name }) => name !== null);
  await tx.$executeRaw`
    UPDATE made_accounts m SET name = n.name
    FROM unnest(${named.map(({ sub }) => users.get(sub) ?? "")}::text[], ${named.map(({ name }) => cut(name) ?? "")}::text[]) AS n (id, name)
    WHERE m.user_id = n.id AND m.name <> n.name`;
}
