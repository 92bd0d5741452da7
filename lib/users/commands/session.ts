/** Signing in and out. */
import { db, type Tx, transact } from "#lib/db";
import { env } from "#lib/env";
import { record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import { flawOfHandle } from "#lib/users/handles";
import { giveBack, type Limit, spend } from "#lib/users/limits";
import type { Origin } from "#lib/users/network";
import { isPassword } from "#lib/users/password";
import { mayPretend } from "#lib/users/policy";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";
import cast from "../../../prisma/seed/cast.json" with { type: "json" };

/** Whoever comes once a month stays signed in; a forgotten computer forgets too. */
export const SESSION_DAYS = 30;
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
  const tries: [Limit, string][] = [
    ["signIn", `${handle} ${origin.network}`],
    ["signInPerson", handle],
    ["signInNetwork", origin.network],
  ];
  for (const [limit, key] of tries) await spend(limit, key);
  const known = flawOfHandle(handle) === null ? await findCredential(handle) : null;
  const passwordHash = known?.credential?.passwordHash ?? null;
  if (!(await isPassword(password, passwordHash)) || !known || !passwordHash) throw wrong();
  const session = await transact(async (tx, at) => {
    if ((await lockHash(tx, known.id)) !== passwordHash) throw wrong();
    return open(tx, known.id, origin, at);
  });
  for (const [limit, key] of tries) await giveBack(limit, key);
  return session;
}

const wrong = () => new Refused("wrong-handle-or-password", { ground: "unauthenticated" });

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

/** Signs in as somebody of the cast, without a password, where the forum is shown to visitors. */
export async function startDemoSession(handle: string, origin: Origin): Promise<StartedSession> {
  must(mayPretend(env().DEMO_SIGN_IN));
  if (!cast.some((member) => member.handle === handle)) throw new Missing();
  await spend("demo", origin.network);
  return transact(async (tx, at) => {
    const person = await tx.user.findFirst({ where: { handle, erasedAt: null }, select: { id: true } });
    if (!person) throw new Missing();
    return open(tx, person.id, origin, at);
  });
}

async function open(tx: Tx, userId: string, { agent }: Origin, at: Date): Promise<StartedSession> {
  const session = { id: newId(), userId, expiresAt: new Date(at.getTime() + SESSION_DAYS * DAY_MS) };
  await tx.session.create({ data: { ...session, agent, createdAt: at } });
  const subjects = { session: session.id };
  await record(tx, { stream: "site", kind: "session.started", actorId: userId, subjects, at });
  return session;
}

/** Ends one of one's own sessions, wherever it is. */
export async function endSession(viewer: Pick<Person, "id">, id: string): Promise<void> {
  await transact(async (tx, at) => {
    if (!(await tx.session.count({ where: { id, userId: viewer.id } }))) throw new Missing();
    await end(tx, viewer, { id }, at);
  });
}

/** Ends every session of one's own but the one that is kept. */
export async function endOtherSessions(viewer: Person, kept: string): Promise<void> {
  await transact((tx, at) => end(tx, viewer, { id: { not: kept } }, at));
}

/** Ends those that still last; none is nothing. */
export async function end(
  tx: Tx,
  viewer: Pick<Person, "id">,
  which: { id: string | { not: string } },
  at: Date,
): Promise<void> {
  const ended = await tx.session.updateManyAndReturn({
    where: { userId: viewer.id, endedAt: null, ...which },
    data: { endedAt: at },
    select: { id: true },
  });
  if (ended.length === 0) return;
  const subjects = { sessions: ended.map(({ id }) => id) };
  await record(tx, { stream: "site", kind: "session.ended", actorId: viewer.id, subjects, at });
}
