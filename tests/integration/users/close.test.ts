import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { keepSession } from "#lib/auth";
import { db, disconnect, pool } from "#lib/db";
import { blockPerson, unblockPerson } from "#lib/users/commands/block";
import { closeAccount } from "#lib/users/commands/close";
import { seatPerson } from "#lib/users/commands/join";
import { startSession } from "#lib/users/commands/session";
import { makeToken } from "#lib/users/commands/token";
import { flawOfHandle } from "#lib/users/handles";
import { ownData, partsOf } from "#lib/users/own-data";
import { PERSONAL } from "#lib/users/personal";
import { findPerson, findPersonByToken, findSession, getAccount } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { GET } from "../../../app/api/own-data/route.ts";
import { examine } from "../../../bin/doctor.ts";
import { urlOf } from "../../support/databases.ts";
import { argument, makeWorld, QUOTES, type World } from "../../support/island.ts";
import { actsOf, join, joinAs, PASSWORD, signIn, somewhere } from "./people.ts";
import { carry, lastSet, request } from "./request.ts";

vi.mock("next/headers", () => import("./request.ts"));

const superuser = new pg.Client({
  connectionString: urlOf(inject("postgres").superuserUrl, new URL(process.env.DATABASE_URL ?? "").pathname.slice(1)),
});

let world: World;
let ada: Person;
let made = 0;
beforeEach(async () => {
  world ??= await makeWorld();
  made += 1;
  ada = await join(`ada_${made}`);
});
beforeAll(() => superuser.connect());
afterAll(async () => {
  await superuser.end();
  await disconnect();
});

const close = (who: Person, handle = who.handle) => closeAccount(who, { handle, currentPassword: PASSWORD });
const post = (who: Person, claim: string) => world.post(who, argument(world.source, { claim }));
async function toTheEnd(reading: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of reading) text += piece;
  return text;
}
const dataOf = async (who: Person) => JSON.parse(await toTheEnd(ownData(who)));

describe("closing one's account", () => {
  it("takes the name and whatever lets one in; what was said stays, and the act is on the record", async () => {
    const { id } = await post(ada, `Said by ada, ${made}.`);
    const [session, { token }] = [await signIn(ada), await makeToken(ada, "For a map.")];
    await blockPerson(ada, "yuki");
    await db().user.update({
      where: { id: ada.id },
      data: { email: `a${made}@b.org`, emailConfirmedAt: new Date(), about: "Me." },
    });
    await close(ada);
    expect(await findSession(session.id)).toBeNull();
    expect(await findPersonByToken(token)).toBeNull();
    expect(await findPerson(ada.handle)).toBeNull();
    await expect(startSession(ada.handle, PASSWORD, somewhere())).rejects.toMatchObject({
      code: "wrong-handle-or-password",
    });
    const row = await db().user.findUniqueOrThrow({ where: { id: ada.id } });
    expect(row).toMatchObject({
      handle: expect.stringMatching(/^deleted_\d+$/),
      email: null,
      about: null,
      name: row.handle,
    });
    expect(JSON.stringify(row)).not.toContain("ADA");
    expect(await getArgument(null, id)).toMatchObject({ claim: `Said by ada, ${made}.`, author: { name: row.handle } });
    expect((await actsOf(ada)).at(-1)).toEqual({ kind: "account.closed", subjects: { user: ada.id } });
    for (const { table, by, closing } of PERSONAL) {
      if (closing === "stays") continue;
      const [left] = await db().$queryRawUnsafe<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM ${table} WHERE ${by} = $1`,
        ada.id,
      );
      expect(left?.count, table).toBe(0);
    }
    expect((await examine(superuser)).filter(({ name, count }) => name.startsWith("erased") && count > 0)).toEqual([]);
  });

  it("is refused to whoever types another handle, or another password", async () => {
    await expect(close(ada, "yuki")).rejects.toMatchObject({ code: "handle-differs" });
    await expect(closeAccount(ada, { handle: ada.handle })).rejects.toMatchObject({ code: "wrong-password" });
    expect(await findPerson(ada.handle)).not.toBeNull();
  });

  it("is refused to the last admin, of two who go at once to one", async () => {
    await db().user.updateMany({ where: { role: "ADMIN" }, data: { role: "MEMBER" } });
    const [one, two] = [await joinAs(`one_${made}`, "ADMIN"), await joinAs(`two_${made}`, "ADMIN")];
    const gone = await Promise.allSettled([close(one), close(two)]);
    expect(gone.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(gone.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "last-admin" } });
    expect(await db().user.count({ where: { role: "ADMIN", erasedAt: null } })).toBe(1);
  });

  it("gives everybody who goes a name of their own, and nobody new that name", async () => {
    const bea = await join(`bea_${made}`);
    await Promise.all([close(ada), close(bea)]);
    const names = await db().user.findMany({ where: { id: { in: [ada.id, bea.id] } }, select: { handle: true } });
    expect(new Set(names.map(({ handle }) => handle)).size).toBe(2);
    expect(names.map(({ handle }) => flawOfHandle(handle))).toEqual(["handle-reserved", "handle-reserved"]);
  });
});

describe("a handle that was left", () => {
  it("is nobody's again, nor one that looks like it, and whose it was is not kept", async () => {
    const left = await join(`rosa_1${made}`);
    await close(left);
    await close(await join(`other_${made}`));
    for (const handle of [left.handle, left.handle.replace("_", ""), left.handle.replace("1", "l")])
      await expect(join(handle)).rejects.toMatchObject({ code: "handle-taken" });
    const seat = { handle: left.handle, name: "Rosa", about: "", role: "MEMBER" } as const;
    await expect(seatPerson(seat)).rejects.toMatchObject({ code: "handle-taken" });
    const kept = JSON.stringify(await db().retiredHandle.findMany());
    for (const word of [left.handle, left.id]) expect(kept).not.toContain(word);
    expect((await examine(superuser)).find(({ name }) => name === "handle-retired")?.count).toBe(0);
  });
});

describe("one's own data", () => {
  it("is all that one wrote and did, with old wordings and what was withdrawn, and nobody else's", async () => {
    const { yuki } = world.people;
    const { id } = await post(ada, `Mine, ${made}.`);
    await world.post(yuki, argument(world.source, { claim: `Canary of yuki, ${made}.`, parent: id, stance: "CON" }));
    await withdrawArgument(ada, id, "Better so.");
    await makeToken(ada, "For a map.");
    const data = await dataOf(ada);
    expect(Object.keys(data)).toEqual(["format", "version", "madeAt", "person", ...partsOf().map(({ name }) => name)]);
    expect(data.person).toMatchObject({ handle: ada.handle });
    expect(data.arguments).toMatchObject([{ id }]);
    expect(data.revisions).toMatchObject([{ argument_id: id, claim: `Mine, ${made}.` }]);
    expect(data.citations).toMatchObject([{ quote: QUOTES[0] }]);
    expect(data.withdrawals).toMatchObject([{ reason: "Better so." }]);
    expect(data.api_tokens).toMatchObject([{ name: "For a map." }]);
    const text = JSON.stringify(data);
    for (const secret of ["Canary", "argon2", 'hash":', yuki.id]) expect(text).not.toContain(secret);
  });

  it("is longer than a piece without losing any", async () => {
    for (let i = 0; i < 60; i++)
      await db().event.create({
        data: { stream: "site", kind: "token.made", actorId: ada.id, subjects: { n: `${i}` } },
      });
    expect((await dataOf(ada)).events).toHaveLength(61);
  });

  it("is given to whoever is signed in, and to nobody else; what is read ends with its reader", async () => {
    carry();
    request.headers = {};
    expect((await GET()).status).toBe(401);
    const reading = ownData(ada);
    await reading.next();
    await reading.return(undefined);
    expect((await dataOf(ada)).person.handle).toBe(ada.handle);
  });

  it("holds no connection for whoever asks and does not read", async () => {
    await keepSession(await signIn(ada));
    carry(lastSet().value);
    const answer = await GET();
    expect(answer.status).toBe(200);
    await new Promise((done) => setTimeout(done, 100));
    expect(pool().idleCount).toBe(pool().totalCount);
    const reader = answer.body?.getReader();
    expect(String((await reader?.read())?.value)).toContain(ada.handle);
    await reader?.cancel();
    expect(pool().idleCount).toBe(pool().totalCount);
  });

  it("leaves connections for everybody else, however many read it, and its turn to whoever waits", async () => {
    const readings = Array.from({ length: 12 }, () => ownData(ada));
    const [first, second, ...others] = readings.map((reading) => reading.next());
    await Promise.all([first, second]);
    expect(await db().user.count({ where: { id: ada.id } })).toBe(1);
    for (const reading of readings) void reading.return(undefined);
    expect((await Promise.all(others)).every(({ value }) => value?.includes(ada.handle))).toBe(true);
    expect((await dataOf(ada)).person.handle).toBe(ada.handle);
  });

  it("ends for whoever reads too slowly, and nothing else does", async () => {
    const reading = ownData(ada);
    await reading.next();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6 * 60_000 });
    await expect(toTheEnd(reading)).rejects.toThrow("too slowly");
    vi.useRealTimers();

    const dawdling = ownData(ada);
    await dawdling.next();
    await superuser.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'",
    );
    await expect(toTheEnd(dawdling)).rejects.toThrow();
    expect((await dataOf(ada)).person.handle).toBe(ada.handle);
  });
});

describe("blocking somebody", () => {
  it("is settled once, ended once, and told to nobody", async () => {
    const before = await actsOf(ada);
    await blockPerson(ada, "yuki");
    await blockPerson(ada, "yuki");
    expect((await getAccount(ada)).blocked).toMatchObject([{ handle: "yuki" }]);
    expect((await getAccount(world.people.yuki)).blocked).toEqual([]);
    await unblockPerson(ada, "yuki");
    await unblockPerson(ada, "yuki");
    expect((await getAccount(ada)).blocked).toEqual([]);
    expect(await actsOf(ada)).toEqual(before);
  });

  it("is of others who are there", async () => {
    await expect(blockPerson(ada, "not_here")).rejects.toMatchObject({ code: "person-unknown" });
    await expect(blockPerson(ada, ada.handle)).rejects.toMatchObject({ code: "block-self" });
  });
});
