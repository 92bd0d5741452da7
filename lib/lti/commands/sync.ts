/** Bringing a class in line with its platform's roster. */
import { seatIn } from "#lib/classes/commands/draw-sides";
import { startedOf } from "#lib/classes/commands/people";
import { mayGrow } from "#lib/classes/policy";
import { countMembers } from "#lib/classes/reach";
import { db, type Tx, transact } from "#lib/db";
import { recordAll } from "#lib/events/record";
import { NETWORK, type Network } from "#lib/lti/asking";
import type { CourseRole } from "#lib/lti/claims";
import { readRoster } from "#lib/lti/roster";
import { type Named, seatSubjects } from "#lib/lti/seating";
import { enqueue } from "#lib/queue/enqueue";
import { must } from "#lib/verdict";

/** Five hundred accounts at once. */
const SYNC_MS = 30_000;
/** A roster is asked for each hour, and the courses that have waited longest first. */
const STALE_MS = 55 * 60_000;
/** Each takes a second or two of the worker. */
const COURSES_MAX = 200;

export interface Synced {
  joined: number;
  left: number;
}

/**
 * Lets in who is on a course's roster and takes out who is not any more, at once. Whom a teacher removed here stays out,
 * and who came by another way stays in. Nothing is done where the platform does not tell its whole list.
 * @throws Refused "platform-unanswered", "class-full"
 */
export async function syncRoster(contextId: string, network: Network = NETWORK): Promise<Synced> {
  const course = await db().ltiContext.findFirst({
    where: { id: contextId, deployment: { platform: { retiredAt: null } } },
    select: {
      ...{ id: true, context: true, classId: true, platformId: true, membershipsUrl: true },
      deployment: { select: { platform: { select: { clientId: true, tokenUrl: true } } } },
    },
  });
  if (!course?.membershipsUrl) return { joined: 0, left: 0 };
  const { context, membershipsUrl, deployment, classId, platformId } = course;
  const people = await readRoster(deployment.platform, { context, membershipsUrl }, network);
  return transact(
    async (tx, at) => {
      await tx.$queryRaw`SELECT id FROM classes WHERE id = ${classId} FOR NO KEY UPDATE`;
      const users = await seatSubjects(tx, { platformId, classId }, people, at);
      const done = await settle(tx, { classId, platformId }, people, users, at);
      await tx.ltiContext.update({ where: { id: contextId }, data: { syncedAt: at }, select: { id: true } });
      return done;
    },
    undefined,
    { timeoutMs: SYNC_MS },
  );
}

async function settle(
  tx: Tx,
  { classId, platformId }: { classId: string; platformId: string },
  people: readonly Named[],
  users: ReadonlyMap<string, string>,
  at: Date,
): Promise<Synced> {
  const enrolled = await tx.enrolment.findMany({
    where: { classId, user: { ltiSubject: { platformId } } },
    select: { userId: true, role: true, removedAt: true, removedById: true },
  });
  const there = new Map(enrolled.map((one) => [one.userId, one]));
  const wanted = new Map(people.map(({ sub, role }) => [users.get(sub), role] as const).filter(isHere));
  const fresh = [...wanted].filter(([id]) => !there.has(id));
  const back = [...wanted].filter(([id, role]) => {
    const one = there.get(id);
    return one !== undefined && !one.removedById && (one.removedAt !== null || one.role !== role);
  });
  const gone = enrolled.filter(({ userId, removedAt }) => removedAt === null && !wanted.has(userId));
  await tx.enrolment.createMany({
    data: fresh.map(([userId, role]) => ({ classId, userId, role, enrolledAt: at })),
  });
  for (const role of ["TEACHER", "STUDENT"] as const) await admitAs(tx, classId, back, role);
  const left = await remove(tx, classId, gone, at);
  const kept = await keepATeacher(tx, classId, enrolled);
  must(mayGrow(await countMembers(tx, classId)));
  await seatIn(tx, classId, at);
  const ended = left
    .filter((id) => id !== kept)
    .map((userId) => ({
      ...{ stream: "site", classId, actorId: null, at },
      kind: "enrolment.ended" as const,
      subjects: { class: classId, user: userId },
    }));
  const started = [...fresh, ...back].map(([userId]) => startedOf(classId, userId, null, at));
  await recordAll(tx, [...started, ...ended]);
  return { joined: started.length, left: ended.length };
}

/** Whoever was erased has no account. */
const isHere = (one: readonly [string | undefined, CourseRole]): one is readonly [string, CourseRole] =>
  one[0] !== undefined;

async function admitAs(
  tx: Tx,
  classId: string,
  people: readonly (readonly [string, CourseRole])[],
  role: CourseRole,
): Promise<void> {
  const ids = people.filter(([, as]) => as === role).map(([id]) => id);
  await tx.enrolment.updateMany({ where: { classId, userId: { in: ids } }, data: { role, removedAt: null } });
}

async function remove(tx: Tx, classId: string, gone: { userId: string }[], removedAt: Date): Promise<string[]> {
  const ids = gone.map(({ userId }) => userId);
  await tx.enrolment.updateMany({ where: { classId, userId: { in: ids } }, data: { removedAt } });
  return ids;
}

/** A class is never without a teacher: where the roster names none, the last that it had stays until it names another. */
async function keepATeacher(
  tx: Tx,
  classId: string,
  before: { userId: string; role: CourseRole; removedAt: Date | null }[],
): Promise<string | null> {
  if ((await countMembers(tx, classId, "TEACHER")) > 0) return null;
  const last = before.find(({ role, removedAt }) => role === "TEACHER" && removedAt === null);
  if (!last) return null;
  await tx.enrolment.update({
    where: { classId_userId: { classId, userId: last.userId } },
    data: { role: "TEACHER", removedAt: null },
    select: { classId: true },
  });
  return last.userId;
}

/** Asks for the rosters that have not been read for an hour, and forgets what nobody came back with. */
export async function planRosters(now = new Date()): Promise<void> {
  const due = await db().ltiContext.findMany({
    where: {
      membershipsUrl: { not: null },
      deployment: { platform: { retiredAt: null } },
      OR: [{ syncedAt: null }, { syncedAt: { lt: new Date(now.getTime() - STALE_MS) } }],
    },
    orderBy: { syncedAt: { sort: "asc", nulls: "first" } },
    take: COURSES_MAX,
    select: { id: true },
  });
  await transact(async (tx, at) => {
    await tx.ltiState.deleteMany({ where: { expiresAt: { lt: at } } });
    await tx.ltiTicket.deleteMany({ where: { expiresAt: { lt: at } } });
    await enqueue(
      tx,
      "rosters",
      due.map(({ id }) => ({ context: id })),
    );
  });
}
