/** Silencing and suspending: by whom, of whom, from when on in every process, and what can be said against it. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { postArgument } from "#lib/arguments/commands/post";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { readStanding } from "#lib/arguments/standing";
import { db } from "#lib/db";
import { appealSanction, keepSanction, liftSanction, sanctionPerson } from "#lib/moderation/commands/sanction";
import { composeSanction } from "#lib/moderation/letters";
import { getLog, logAsked } from "#lib/moderation/queries/log";
import { getSanctionable, listOwnSanctions, listSanctions } from "#lib/moderation/queries/sanctions";
import type { SanctionPerson } from "#lib/moderation/schema";
import { sessionOf } from "#lib/session";
import { bringSource } from "#lib/sources/commands/bring";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { giveRole } from "#lib/users/commands/role";
import { startSession } from "#lib/users/commands/session";
import { makeToken } from "#lib/users/commands/token";
import { hashPassword } from "#lib/users/password";
import { OPERATOR } from "#lib/users/policy";
import { findPersonByToken } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { rateLink } from "#lib/weighing/commands/rate";
import { POST as posting } from "../../../app/api/v1/threads/[slug]/arguments/route.ts";
import { endChild, startNode } from "../../../bin/first-run/children.ts";
import { call } from "../../support/call.ts";
import { argument, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";
import { openStream } from "../../support/stream.ts";

vi.setConfig({ testTimeout: 20_000 });
const world: World = await makeWorld();
const { yuki, seun, signe, mateo, naledi, farid } = world.people;
const ORIGIN = { network: "192.0.2.1", agent: "a test" };
const SILENCE: SanctionPerson = { kind: "SILENCE", code: "off-topic", days: 1 };
const SUSPEND: SanctionPerson = { kind: "SUSPEND", code: "off-topic", days: 1 };
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

let token: string;
let session: string;
let other: ChildProcess;
let otherAddress: string;

/** Somebody as their next request knows them. */
const now = async (): Promise<Person | null> => findPersonByToken(token);
const cookie = () => `grounds.session=${session}`;
const kinds = async (userId: string) =>
  (await db().event.findMany({ where: { stream: "site" }, orderBy: { number: "asc" } }))
    .filter(({ subjects }) => (subjects as { user?: string }).user === userId)
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith("sanction"));

beforeAll(async () => {
  token = (await makeToken(yuki, "tests")).token;
  await db().credential.create({ data: { userId: yuki.id, passwordHash: await hashPassword("four words you know") } });
  const started = await startSession("yuki", "four words you know", ORIGIN);
  const secret = process.env.SECRET as string;
  session = await encode({ token: { sub: yuki.id, sid: started.id }, secret, maxAge: 3_600 });
  other = startNode(["tests/support/front.ts"], process.env, true);
  const [port] = await once(other, "message");
  otherAddress = `http://127.0.0.1:${port}/api/live?thread=${world.thread}&after=1`;
}, 30_000);
afterAll(() => endChild(other));
beforeEach(async () => {
  for (const { id, userId } of await db().sanction.findMany({ where: { liftedAt: null } }))
    await liftSanction(userId === mateo.id ? signe : mateo, id).catch(() => {});
});

describe("silencing somebody", () => {
  it("happens, is on the record, and twice is as once", async () => {
    const before = (await kinds(yuki.id)).length;
    const id = await sanctionPerson(signe, "yuki", SILENCE);
    expect(await sanctionPerson(signe, "yuki", { ...SILENCE, days: 7 })).toBe(id);
    expect((await kinds(yuki.id)).slice(before)).toEqual(["sanction.given"]);
    await liftSanction(signe, id);
    await liftSanction(signe, id);
    expect((await kinds(yuki.id)).slice(before)).toEqual(["sanction.given", "sanction.lifted"]);
  });

  it("is told in the public log, by its reason and of nobody", async () => {
    const id = await sanctionPerson(signe, "yuki", SILENCE);
    await liftSanction(signe, id);
    const { entries } = await getLog(logAsked({}));
    const { code } = SILENCE;
    expect(entries.slice(0, 2)).toMatchObject([
      { act: "lifted", code },
      { act: "silence", code, role: "MODERATOR", thread: null },
    ]);
    expect(JSON.stringify(entries)).not.toContain(yuki.id);
    expect(JSON.stringify(entries)).not.toMatch(/yuki/i);
  });

  it("of somebody who is not there is missing, and so is a sanction that is none", async () => {
    expect(await refusal(sanctionPerson(signe, "nobody_here", SILENCE))).toBe("missing");
    for (const verb of [liftSanction, keepSanction]) expect(await refusal(verb(signe, "nothing"))).toBe("missing");
  });

  it("lets them read and not write, from their next request on, and take back what they said", async () => {
    const { id } = await world.post(yuki);
    const theirs = await world.post(seun);
    const link = await db().link.findFirstOrThrow({ where: { childId: theirs.id } });
    await sanctionPerson(signe, "yuki", SILENCE);
    const silenced = (await now()) as Person;
    expect(silenced).toMatchObject({
      handle: "yuki",
      silence: { since: expect.stringMatching(/^2\d{3}-/), until: expect.stringMatching(/^2\d{3}-/) },
    });
    expect((await sessionOf(session))?.person.silence).toEqual(silenced.silence);
    const raisedBy = { source: world.source, quote: QUOTES[1] };
    for (const act of [
      () => postArgument(silenced, world.thread, argument(world.source)),
      () => rateLink(silenced, link.id, 2),
      () => openThread(silenced, { question: "May I?", raisedBy }),
      () => bringSource(silenced, { title: "A text", text: "A text of its own, at last.", rights: "OPEN" }),
    ])
      expect(await refusal(act())).toBe("silenced");
    expect(await refusal(withdrawArgument(silenced, id, null))).toBe("done");
    const refused = await call(posting, { token, params: { slug: world.thread }, body: argument(world.source) });
    expect([refused.status, refused.json.type]).toEqual([403, "urn:grounds:silenced"]);
    expect(refused.json.detail).toContain("/sanction");
  });

  it("ends by itself at its hour", async () => {
    const id = await sanctionPerson(signe, "yuki", SILENCE, { at: hours(-23) });
    expect((await now())?.silence).toBeDefined();
    await liftSanction(signe, id);
    await sanctionPerson(signe, "yuki", SILENCE, { at: hours(-25) });
    expect((await now())?.silence).toBeUndefined();
    expect(await refusal(world.post((await now()) as Person))).toBe("done");
  });
});

describe("suspending somebody", () => {
  it("closes sessions, tokens and open streams in every process, and the way in, and says why", async () => {
    const reading = await openStream(otherAddress, { cookie: cookie() });
    expect(reading.status).toBe(200);
    const id = await sanctionPerson(signe, "yuki", SUSPEND);
    await vi.waitFor(() => expect(reading.ended()).toBe(true), { timeout: 5_000 });
    expect([await now(), await sessionOf(session)]).toEqual([null, null]);
    const answer = await call(posting, { token, params: { slug: world.thread }, body: argument(world.source) });
    expect([answer.status, answer.json.type]).toEqual([401, "urn:grounds:token-unknown"]);
    const entering = startSession("yuki", "four words you know", ORIGIN);
    await expect(entering).rejects.toMatchObject({
      code: "suspended",
      values: { why: expect.stringMatching(/thread/) },
    });
    expect(await refusal(startSession("yuki", "not her password", ORIGIN))).toBe("wrong-handle-or-password");
    await liftSanction(signe, id);
    expect((await now())?.handle).toBe("yuki");
    expect((await sessionOf(session))?.person.handle).toBe("yuki");
  });
});

describe("who may do it", () => {
  it("is a moderator to members, an admin to all, and nobody to themselves or above them", async () => {
    expect(await refusal(sanctionPerson(seun, "yuki", SILENCE))).toBe("moderators-only");
    expect(await refusal(sanctionPerson(signe, "signe", SILENCE))).toBe("sanction-self");
    expect(await refusal(sanctionPerson(signe, "mateo", SILENCE))).toBe("sanction-higher");
    expect(await refusal(sanctionPerson(mateo, "signe", SILENCE))).toBe("done");
    const silenced = { ...signe, silence: { since: "2026-11-01T00:00:00.000Z", until: null } };
    expect(await refusal(setThreadMode(silenced, world.thread, { mode: "LOCKED" }))).toBe("silenced");
    expect((await getSanctionable(seun, "yuki")).verdict).toMatchObject({ ok: false, code: "moderators-only" });
  });

  it("for longer than a month is the admins'", async () => {
    for (const days of [31, null])
      expect(await refusal(sanctionPerson(signe, "yuki", { ...SILENCE, days }))).toBe("sanction-too-long");
    await sanctionPerson(mateo, "yuki", { ...SILENCE, days: null });
    expect((await now())?.silence).toMatchObject({ until: null });
  });

  it("names a reason of the policy in force", async () => {
    expect(await refusal(sanctionPerson(signe, "yuki", { ...SILENCE, code: "because" }))).toBe("reason-unknown");
  });

  it("leaves one admin who can act, also when two suspend each other at once", async () => {
    await giveRole(OPERATOR, "naledi", "ADMIN");
    const admin: Person = { ...naledi, role: "ADMIN" };
    const done = await Promise.allSettled([
      sanctionPerson(mateo, "naledi", SUSPEND),
      sanctionPerson(admin, "mateo", SUSPEND),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(done.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "last-admin" } });
    const [standing] = await db().sanction.findMany({
      where: { liftedAt: null, userId: { in: [mateo.id, naledi.id] } },
    });
    const acting = standing?.userId === mateo.id ? "naledi" : "mateo";
    expect(await refusal(giveRole(OPERATOR, acting, "MEMBER"))).toBe("last-admin");
    await liftSanction(acting === "mateo" ? mateo : admin, standing?.id ?? "");
    await giveRole(OPERATOR, "naledi", "MEMBER");
  });
});

describe("an appeal", () => {
  it("is made once, in time, by whom it is about, and heard by somebody else than who decided", async () => {
    const id = await sanctionPerson(signe, "yuki", SILENCE);
    expect(await refusal(keepSanction(mateo, id))).toBe("done");
    expect(await refusal(appealSanction(seun.id, id, "For her."))).toBe("missing");
    await appealSanction(yuki.id, id, "It was on topic.");
    await appealSanction(yuki.id, id, "It was on topic.");
    expect(await refusal(appealSanction(yuki.id, id, "And another thing."))).toBe("appealed-already");
    expect((await listSanctions(signe))[0]).toMatchObject({
      id,
      plea: "It was on topic.",
      hear: { ok: false },
      lift: { ok: true },
    });
    expect(await refusal(keepSanction(signe, id))).toBe("appeal-own-decision");
    await keepSanction(mateo, id);
    await keepSanction(mateo, id);
    expect(await listOwnSanctions(yuki)).toMatchObject([{ id, kept: true }]);
    const late = await sanctionPerson(mateo, "seun", { ...SILENCE, days: 60 }, { at: hours(-15 * 24) });
    expect(await refusal(appealSanction(seun.id, late, "Late."))).toBe("appeal-too-late");
  });
});

describe("what they are told", () => {
  it("is what, why, until when and how to appeal, by letter, too; nothing once it is lifted", async () => {
    await db().user.update({
      where: { id: farid.id },
      data: { email: "farid@school.example", emailConfirmedAt: new Date() },
    });
    const id = await sanctionPerson(signe, "farid", { ...SUSPEND, note: "See https://evil.example" });
    const letter = await composeSanction({ sanction: id });
    expect(letter).toMatchObject({ to: "farid@school.example", subject: "You cannot sign in for now" });
    expect(letter?.text).toMatch(/UTC[\s\S]*off-topic[\s\S]*\/sanction\n$/);
    expect(letter?.text).not.toContain("evil.example");
    await liftSanction(signe, id);
    expect(await composeSanction({ sanction: id })).toBeNull();
  });
});

it("whoever was silenced begins anew with trust, and not where it was lifted", async () => {
  for (let i = 0; i < 4; i++) await world.post(farid, {}, { at: hours(-24 * 5) });
  const level = async () => (await readStanding(db(), farid.id, "", new Date())).level.name;
  expect(await level()).toBe("KNOWN");
  const id = await sanctionPerson(signe, "farid", SILENCE, { at: hours(-48) });
  expect(await level()).toBe("NEW");
  await liftSanction(signe, id);
  expect(await level()).toBe("KNOWN");
});
