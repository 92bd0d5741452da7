/** Signing in and out. */
import { db, type Tx, transact } from "#lib/db";
import { env } from "#lib/env";
import { type Happening, record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import { flawOfHandle } from "#lib/users/handles";
import { giveBack, type Limit, spend } from "#lib/users/limits";
import type { Origin } from "#lib/users/network";
import { isPassword } from "#lib/users/password";
import { mayPretend } from "#lib/users/policy";
import { refuseSuspended } from "#lib/users/sanctions";
import { SESSION_DAYS } from "#lib/users/session-days";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";
import cast from "../../../prisma/seed/cast.json" with { type: "json" };

const DAY_MS = 86_400_000;

export interface StartedSession {
  id: string;
  userId: string;
  expiresAt: Date;
}

/**
 * Signs in with a password. Somebody unknown and a wrong password are refused alike, in words and in time.
 * @throws Refused `wrong-handle-or-password`, `too-many`
 */
export async function startSession(handle: string, password: string, origin: Origin): Promise<StartedSession> {
  const known = await identify(handle, password, origin);
  const session = await transact(async (tx, at) => {
    if ((await lockHash(tx, known.id)) !== known.passwordHash) throw wrong();
    await refuseSuspended(tx, known.id);
    const opened = await open(tx, known.id, origin, at);
    await record(tx, starting(opened, at));
    return opened;
  });
  for (const [limit, key] of triesOf(handle, origin)) await giveBack(limit, key);
  return session;
}

const wrong = () => new Refused("wrong-handle-or-password", { ground: "unauthenticated" });

const triesOf = (handle: string, { network }: Origin): [Limit, string][] => [
  ["signIn", `${handle} ${network}`],
  ["signInPerson", handle],
  ["signInNetwork", network],
];

/**
 * Whose handle and password these are; each try is counted.
 * @throws Refused `wrong-handle-or-password`, `too-many`
 */
export async function identify(
  handle: string,
  password: string,
  origin: Origin,
): Promise<{ id: string; passwordHash: string }> {
  for (const [limit, key] of triesOf(handle, origin)) await spend(limit, key);
  const known = flawOfHandle(handle) === null ? await findCredential(handle) : null;
  const passwordHash = known?.credential?.passwordHash ?? null;
  if (!(await isPassword(password, passwordHash)) || !known || !passwordHash) throw wrong();
  return { id: known.id, passwordHash };
}

function findCredential(handle: string) {
  return db().user.findFirst({
    where: { handle, erasedAt: null },
    select: { id: true, credential: { select: { passwordHash: true } } },
  });
}

/** A person's password as it stands and stays until the end of the transaction. */
export async function lockHash(tx: Tx, userId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ hash: string }[]>`
    SELECT password_hash AS hash FROM credentials WHERE user_id = ${userId} FOR UPDATE`;
  return row?.hash ?? null;
}

export async function open(tx: Tx, userId: string, { agent }: Origin, at: Date): Promise<StartedSession> {
  const session = { id: newId(), userId, expiresAt: new Date(at.getTime() + SESSION_DAYS * DAY_MS) };
  await tx.session.create({ data: { ...session, agent, createdAt: at } });
  return session;
}

export const starting = ({ id, userId }: StartedSession, at: Date): Happening => ({
  stream: "site",
  kind: "session.started",
  actorId: userId,
  subjects: { session: id },
  at,
});

/** Signs in as somebody of the cast, without a password, where the forum is shown to visitors. */
export async function startDemoSession(handle: string, origin: Origin): Promise<StartedSession> {
  must(mayPretend(env().DEMO_SIGN_IN));
  if (!cast.some((member) => member.handle === handle)) throw new Missing();
  await spend("demo", origin.network);
  return transact(async (tx, at) => {
    const person = await tx.user.findFirst({ where: { handle, erasedAt: null }, select: { id: true } });
    if (!person) throw new Missing();
    await refuseSuspended(tx, person.id);
    const opened = await open(tx, person.id, origin, at);
    await record(tx, starting(opened, at));
    return opened;
  });
}

/** Ends one of one's own sessions, wherever it is. */
export async function endSession(viewer: Pick<Person, "id">, id: string): Promise<void> {
  await transact(async (tx, at) => {
    await reachSession(tx, viewer, id);
    const ended = await end(tx, viewer, { id }, at);
    if (ended.length > 0) await record(tx, ending(viewer, ended, at));
  });
}

/** Ends every session of one's own but the one that is kept. */
export async function endOtherSessions(viewer: Person, kept: string): Promise<void> {
  await transact(async (tx, at) => {
    await reachSession(tx, viewer, kept);
    const ended = await end(tx, viewer, { id: { not: kept } }, at);
    if (ended.length > 0) await record(tx, ending(viewer, ended, at));
  });
}

async function reachSession(tx: Tx, viewer: Pick<Person, "id">, id: string): Promise<void> {
  if (!(await tx.session.count({ where: { id, userId: viewer.id } }))) throw new Missing();
}

/** Ends those of a person that have not ended, and answers which. */
export async function end(
  tx: Tx,
  viewer: Pick<Person, "id">,
  which: { id: string | { not: string } },
  at: Date,
): Promise<string[]> {
  const ended = await tx.session.updateManyAndReturn({
    where: { userId: viewer.id, endedAt: null, ...which },
    data: { endedAt: at },
    select: { id: true },
  });
  return ended.map(({ id }) => id);
}

export const ending = (viewer: Pick<Person, "id">, sessions: string[], at: Date): Happening => ({
  stream: "site",
  kind: "session.ended",
  actorId: viewer.id,
  subjects: { sessions },
  at,
});
