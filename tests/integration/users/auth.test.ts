import { EncryptJWT, SignJWT, UnsecuredJWT } from "jose";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { getSession, getViewer, keepSession } from "#lib/auth";
import { db, disconnect } from "#lib/db";
import { env } from "#lib/env";
import { endOtherSessions, endSession, type StartedSession } from "#lib/users/commands/session";
import type { Person } from "#lib/users/viewer";
import { join, signIn } from "./people.ts";
import { carry, lastSet, request } from "./request.ts";

vi.mock("next/headers", () => import("./request.ts"));

let ada: Person;
let eve: Person;

beforeAll(async () => {
  ada = await join("ada");
  eve = await join("eve");
});
beforeEach(() => carry());
afterAll(disconnect);

const WEEK = 7 * 24 * 60 * 60;
const seal = (claims: Record<string, unknown>, maxAge = WEEK, secret = env().SECRET) =>
  encode({ token: claims, secret, maxAge });

/** Signed in, as a browser would be: with the cookie that was set. */
async function carrySessionOf(person: Person): Promise<StartedSession> {
  const session = await signIn(person);
  await keepSession(session);
  carry(lastSet().value);
  return session;
}

describe("the cookie", () => {
  it("is hidden from scripts and other sites and lasts as long as the session", async () => {
    const session = await signIn(ada);
    await keepSession(session);
    expect(lastSet()).toMatchObject({
      name: "grounds.session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: false, expires: session.expiresAt },
    });
  });

  it("tells who is looking, and in which session", async () => {
    expect(await getViewer()).toBeNull();
    const { id } = await carrySessionOf(ada);
    expect(await getViewer()).toEqual(ada);
    expect(await getSession()).toEqual({ id, person: ada });
  });

  it("says nothing about the role: the database does", async () => {
    const { id } = await carrySessionOf(ada);
    carry(await seal({ sub: ada.id, sid: id, role: "ADMIN" }));
    expect((await getViewer())?.role).toBe("MEMBER");
  });
});

describe("a captured cookie", () => {
  it("opens nothing after its session was ended", async () => {
    const { id } = await carrySessionOf(ada);
    await endSession(ada, id);
    expect(await getViewer()).toBeNull();
  });

  it("opens nothing after signing out everywhere else", async () => {
    const kept = await signIn(ada);
    await carrySessionOf(ada);
    await endOtherSessions(ada, kept.id);
    expect(await getViewer()).toBeNull();
  });

  it("opens nothing once the session is over, whatever the token says", async () => {
    const { id } = await carrySessionOf(ada);
    await db().session.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect(await getViewer()).toBeNull();
  });
});

describe("a forged cookie is anonymous", () => {
  let claims: { sub: string; sid: string };
  beforeEach(async () => {
    claims = { sub: ada.id, sid: (await signIn(ada)).id };
    carry(await seal(claims));
    expect(await getViewer()).toEqual(ada);
  });

  const key = new TextEncoder().encode(env().SECRET.padEnd(32).slice(0, 32));

  it("unsigned, signed, or sealed with another key or another secret", async () => {
    const unsecured = new UnsecuredJWT(claims).setExpirationTime("7d").encode();
    const signed = await new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).setExpirationTime("7d").sign(key);
    const sealed = await new EncryptJWT(claims)
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setExpirationTime("7d")
      .encrypt(key);
    for (const token of [
      unsecured,
      signed,
      sealed,
      await seal(claims, WEEK, "another secret, of more than 32 characters"),
    ]) {
      carry(token);
      expect(await getViewer()).toBeNull();
    }
  });

  it("with another person's id", async () => {
    carry(await seal({ ...claims, sub: eve.id }));
    expect(await getViewer()).toBeNull();
    carry(await seal({ ...claims, sub: undefined }));
    expect(await getViewer()).toBeNull();
  });

  it("expired by a second, or not yet begun", async () => {
    carry(await seal(claims, -1));
    expect(await getViewer()).toBeNull();
    carry(await seal({ ...claims, nbf: Math.floor(Date.now() / 1000) + 10 }));
    expect(await getViewer()).toBeNull();
  });

  it("with no session, or one of another shape", async () => {
    for (const sid of [undefined, "", null, 7, { not: "" }, ["x"], "nosuchsession"]) {
      carry(await seal({ sub: ada.id, sid }));
      expect(await getViewer(), JSON.stringify(sid)).toBeNull();
    }
  });

  it("of eight kilobytes, empty, or not a token at all", async () => {
    for (const value of ["x".repeat(8_192), "", "a.b.c.d.e", "%00", "null"]) {
      carry(value);
      expect(await getViewer(), value.slice(0, 9)).toBeNull();
    }
    carry(await seal({ ...claims, padding: "x".repeat(8_192) }));
    expect(await getViewer()).toBeNull();
  });

  it("twice in one request, also when both are right", async () => {
    const token = await seal(claims);
    request.cookie = `grounds.session=${token}; grounds.session=${token}`;
    expect(await getViewer()).toBeNull();
    request.cookie = `grounds.session=x; theme=dark; grounds.session=${token}`;
    expect(await getViewer()).toBeNull();
  });
});
