/** What there is to see of people and of what lets them in. Expiry goes by the database's clock. */
import { createHash } from "node:crypto";
import { db } from "#lib/db";
import type { Person, Silence } from "#lib/users/viewer";
import { Prisma } from "../../prisma/generated/client.ts";
import type { EnrolmentRole } from "../../prisma/generated/enums.ts";
import cast from "../../prisma/seed/cast.json" with { type: "json" };

const { raw } = Prisma;

/** Tokens are random enough that a fast hash hides them: nobody guesses 256 bits. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const classesAs = (role: EnrolmentRole) =>
  `ARRAY(SELECT e.class_id FROM enrolments e WHERE e.user_id = u.id AND e.role = '${role}' AND e.removed_at IS NULL)`;

/** A time as JavaScript writes it. */
const written = (time: string) => `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A person of the table `u` as every request knows them: with what they may not, and where they may more. */
const KNOWN = `u.id, u.handle, u.name, u.role::text AS role,
  ARRAY(SELECT m.thread_id FROM thread_moderators m WHERE m.user_id = u.id AND m.lifted_at IS NULL
    UNION SELECT t.id FROM enrolments e JOIN threads t ON t.class_id = e.class_id
      WHERE e.user_id = u.id AND e.role = 'TEACHER' AND e.removed_at IS NULL) AS moderates,
  ${classesAs("TEACHER")} AS teaches, ${classesAs("STUDENT")} AS attends,
  ARRAY(SELECT o.thread_id FROM owed_first o WHERE o.user_id = u.id) AS "postsFirst",
  (SELECT json_build_object('since', ${written("n.given_at")}, 'until', ${written("n.until_at")}) FROM sanctions n
    WHERE n.user_id = u.id AND n.kind = 'SILENCE' AND n.lifted_at IS NULL AND (n.until_at IS NULL OR n.until_at > now())
    ORDER BY n.until_at DESC NULLS FIRST LIMIT 1) AS silence`;
type Lists = Record<"moderates" | "teaches" | "attends" | "postsFirst", string[]>;
type Known = Omit<Person, keyof Lists | "silence"> & Lists & { silence: Silence | null };

/** Of most people none of it is to be said. */
const personOf = ({ moderates, teaches, attends, postsFirst, silence, ...person }: Known): Person => ({
  ...person,
  ...(moderates.length > 0 && { moderates }),
  ...(teaches.length > 0 && { teaches }),
  ...(attends.length > 0 && { attends }),
  ...(postsFirst.length > 0 && { postsFirst }),
  ...(silence && { silence }),
});

/** Neither gone nor suspended. */
const HERE = "u.erased_at IS NULL AND NOT is_sanctioned(u.id, 'SUSPEND')";

/** Whose session this is, while it lasts. */
export async function findSession(id: string): Promise<Person | null> {
  return (await listLasting([id])).get(id) ?? null;
}

/** Whose each of these sessions is; those that have ended are left out. */
export async function listLasting(ids: string[]): Promise<Map<string, Person>> {
  const rows = await db().$queryRaw<(Known & { session: string })[]>`
    SELECT ${raw(KNOWN)}, s.id AS session FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ANY(${ids}) AND s.ended_at IS NULL AND s.expires_at > now() AND ${raw(HERE)}`;
  return new Map(rows.map(({ session, ...known }) => [session, personOf(known)]));
}

/** Whose bearer token this is, unless it was revoked; notes its use, once an hour at most. */
export async function findPersonByToken(token: string): Promise<Person | null> {
  const [found] = await db().$queryRaw<(Known & { tokenId: string; stale: boolean })[]>`
    SELECT ${raw(KNOWN)}, t.id AS "tokenId",
      coalesce(t.used_at < now() - interval '1 hour', true) AS stale
    FROM api_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.hash = ${hashOf(token)} AND t.revoked_at IS NULL AND ${raw(HERE)}`;
  if (!found) return null;
  const { tokenId, stale, ...known } = found;
  if (stale) await db().$executeRaw`UPDATE api_tokens SET used_at = now() WHERE id = ${tokenId}`;
  return personOf(known);
}

export async function findPerson(handle: string): Promise<Person | null> {
  return db().user.findFirst({
    where: { handle, erasedAt: null },
    select: { id: true, handle: true, name: true, role: true },
  });
}

export interface CastMember {
  handle: string;
  name: string;
  about: string;
  role: "teacher" | "student" | "member" | "moderator" | "admin";
}

/** Those of the seed's people who are here. */
export async function listCast(): Promise<CastMember[]> {
  const handles = cast.map(({ handle }) => handle);
  const here = await db().user.findMany({
    where: { handle: { in: handles }, erasedAt: null },
    select: { handle: true },
  });
  const seated = new Set(here.map(({ handle }) => handle));
  return (cast as CastMember[]).filter(({ handle }) => seated.has(handle));
}

export interface Account {
  /** Where letters go, since its owner said so. */
  email: string | null;
  /** Where a letter has gone that asks. */
  asked: string | null;
  /** Of whose acts one is not told. */
  blocked: { handle: string; name: string }[];
}

/** What a person has settled about themselves. */
export async function getAccount(viewer: Person): Promise<Account> {
  const { email, emailConfirmedAt, links, blocking } = await db().user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: {
      email: true,
      emailConfirmedAt: true,
      links: { where: { purpose: "CONFIRM_ADDRESS", expiresAt: { gt: new Date() } }, select: { email: true } },
      blocking: { select: { blocked: { select: { handle: true, name: true } } }, orderBy: { at: "desc" } },
    },
  });
  return {
    email: emailConfirmedAt ? email : null,
    asked: links[0]?.email ?? null,
    blocked: blocking.map(({ blocked }) => blocked),
  };
}

export interface SessionView {
  id: string;
  agent: string;
  startedAt: string;
}

/** A page of them; only a person of the cast, whom all visitors share, is in so many places. */
const SESSIONS_SHOWN = 100;

/** Where a person is signed in, the latest first. */
export async function listSessions(viewer: Person): Promise<SessionView[]> {
  const rows = await db().$queryRaw<{ id: string; agent: string; createdAt: Date }[]>`
    SELECT id, agent, created_at AS "createdAt" FROM sessions
    WHERE user_id = ${viewer.id} AND ended_at IS NULL AND expires_at > now() ORDER BY created_at DESC, id
    LIMIT ${SESSIONS_SHOWN}`;
  return rows.map(({ id, agent, createdAt }) => ({ id, agent, startedAt: createdAt.toISOString() }));
}

export interface TokenView {
  id: string;
  name: string;
  madeAt: string;
  usedAt: string | null;
}

/** A person's tokens in force, the latest first. */
export async function listTokens(viewer: Person): Promise<TokenView[]> {
  const rows = await db().apiToken.findMany({
    where: { userId: viewer.id, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, createdAt, usedAt }) => ({
    id,
    name,
    madeAt: createdAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }));
}

export async function findPasswordHash(viewer: Person): Promise<string | null> {
  const credential = await db().credential.findUnique({ where: { userId: viewer.id } });
  return credential?.passwordHash ?? null;
}
