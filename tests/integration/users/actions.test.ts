import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { action } from "#lib/action";
import { keepSession } from "#lib/auth";
import { joinAnew } from "#lib/classes/actions";
import { db, disconnect, pool } from "#lib/db";
import { EMPTY } from "#lib/form";
import * as actions from "#lib/users/actions";
import { findPerson, findPersonByToken, findSession, listSessions } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { Missing, Refused } from "#lib/verdict";
import { join, joinAs, PASSWORD, signIn, somewhere } from "./people.ts";
import { carry, formOf, Left, lastSet, request } from "./request.ts";

vi.mock("next/headers", () => import("./request.ts"));
vi.mock("next/navigation", () => import("./request.ts"));
vi.mock("next/cache", () => import("./request.ts"));

let ada: Person;
beforeAll(async () => {
  ada = await join("ada");
});
beforeEach(() => {
  carry();
  request.headers = { "x-client-address": somewhere().network, "user-agent": "A browser" };
});
afterAll(disconnect);

async function carrySessionOf(person: Person): Promise<string> {
  const session = await signIn(person);
  await keepSession(session);
  carry(lastSet().value);
  return session.id;
}

const send = (act: typeof actions.signIn, fields: Parameters<typeof formOf>[0]) => act(EMPTY, formOf(fields));

describe("the door", () => {
  const schema = z.object({ claim: z.string().min(3, "too-short"), other: z.string().optional() });
  const act = vi.fn(async (viewer: Person, { claim }: { claim: string }) => `/${viewer.handle}/${claim}`);
  const door = action({ schema, act });
  beforeEach(() => {
    act.mockClear();
  });

  it("lets the verb act for who is signed in, and goes where it says", async () => {
    await carrySessionOf(ada);
    await expect(send(door, { claim: "yes" })).rejects.toEqual(new Left("/ada/yes"));
    expect(act).toHaveBeenCalledWith(ada, { claim: "yes" });
  });

  it("refuses strangers with their words kept, unless anyone may act", async () => {
    expect(await send(door, { claim: "my words" })).toMatchObject({
      refusal: { code: "sign-in-first", sentence: expect.stringContaining("sign in") },
      values: { claim: "my words" },
    });
    const open = action({ anyone: true, schema, act: async (viewer) => `/${viewer}` });
    await expect(send(open, { claim: "yes" })).rejects.toEqual(new Left("/null"));
    expect(act).not.toHaveBeenCalled();
  });

  it("says of each field what it needs, and keeps all of them", async () => {
    await carrySessionOf(ada);
    const state = await send(door, { claim: "a", other: "b" });
    expect(state.refusal?.code).toBe("form-unfit");
    expect(state.fields).toEqual({ claim: "This is too short." });
    expect(state.values).toEqual({ claim: "a", other: "b" });
    expect((await send(door, { claim: ["one", "two"] })).fields).toHaveProperty("claim");
    expect((await send(door, {})).fields).toHaveProperty("claim");
    expect(act).not.toHaveBeenCalled();
  });

  it("turns a refusal into a sentence, with what helps to mend it, and at its field", async () => {
    await carrySessionOf(ada);
    act.mockRejectedValueOnce(new Refused("too-many", { values: { seconds: 3 }, details: { field: "claim" } }));
    const state = await send(door, { claim: "yes" });
    expect(state).toEqual({
      refusal: { code: "too-many", sentence: state.fields.claim, details: { field: "claim" } },
      fields: { claim: expect.stringContaining("3 seconds") },
      values: { claim: "yes" },
    });
  });

  it("shows what one may not see as what does not exist", async () => {
    await carrySessionOf(ada);
    act.mockRejectedValueOnce(new Missing());
    await expect(send(door, { claim: "yes" })).rejects.toEqual(new Left("not found"));
  });

  it("swallows no bug, and notes it", async () => {
    await carrySessionOf(ada);
    const noted = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    act.mockRejectedValueOnce(new TypeError("a bug"));
    await expect(send(door, { claim: "yes" })).rejects.toThrow("an action failed");
    expect(noted).toHaveBeenCalledWith(expect.stringContaining("an action failed"));
    noted.mockRestore();
  });

  it("keeps every word while the database is away", async () => {
    await carrySessionOf(ada);
    const away = vi.spyOn(pool(), "query").mockImplementation(() => Promise.reject(new Error("connect ECONNREFUSED")));
    const gone = vi
      .spyOn(pool(), "connect")
      .mockImplementation(() => Promise.reject(new Error("connect ECONNREFUSED")));
    const state = await send(door, { claim: "my words" });
    away.mockRestore();
    gone.mockRestore();
    expect(state).toMatchObject({ refusal: { code: "database-unavailable" }, values: { claim: "my words" } });
  });

  it("answers whoever calls it without a form", async () => {
    await carrySessionOf(ada);
    for (const odd of [undefined, null, "x", { claim: "yes" }, [EMPTY]])
      expect((await door(EMPTY, odd as unknown as FormData)).refusal?.code).toBe("form-unfit");
  });

  it("counts what a person does", async () => {
    const bob = await join("bob");
    await carrySessionOf(bob);
    const counted = action({ schema, act, limit: "signIn" });
    for (let i = 0; i < 10; i++) await expect(send(counted, { claim: "yes" })).rejects.toBeInstanceOf(Left);
    expect((await send(counted, { claim: "yes" })).refusal).toMatchObject({
      code: "too-many",
      details: { retryAfter: expect.any(Number) },
    });
  });
});

describe("signing in", () => {
  it("sets a cookie and goes back to where one came from, within the site", async () => {
    await expect(send(actions.signIn, { handle: "ada", password: PASSWORD, back: "/t/lawful?x=1" })).rejects.toEqual(
      new Left("/t/lawful?x=1"),
    );
    carry(lastSet().value);
    await expect(send(actions.signIn, { handle: "Ada ", password: PASSWORD, back: "//evil.example" })).rejects.toEqual(
      new Left("/"),
    );
  });

  it("keeps handle and way back when it is refused, and never the password", async () => {
    const state = await send(actions.signIn, { handle: "ada", password: "not this one", back: "/t/lawful" });
    expect(state.refusal?.code).toBe("wrong-handle-or-password");
    expect(state.values).toEqual({ handle: "ada", back: "/t/lawful" });
    expect(request.set).toEqual([]);
    expect(JSON.stringify(state)).not.toContain("not this one");
  });

  it("gives a session that nobody could have fixed before, and ends the one that was carried", async () => {
    const planted = await carrySessionOf(await join("planter"));
    const carried = request.cookie;
    await expect(send(actions.signIn, { handle: "ada", password: PASSWORD })).rejects.toBeInstanceOf(Left);
    expect(carried).not.toContain(lastSet().value);
    expect((await listSessions(ada)).map(({ id }) => id)).not.toContain(planted);
    expect(await findSession(planted)).toBeNull();
  });
});

describe("joining", () => {
  it("makes a member and signs them in", async () => {
    const fields = {
      handle: "newcomer",
      name: "New Comer",
      password: PASSWORD,
      email: "",
      role: "ADMIN",
      back: "/s/x",
    };
    await expect(send(joinAnew, fields)).rejects.toEqual(new Left("/s/x"));
    expect(await findPerson("newcomer")).toMatchObject({ role: "MEMBER" });
    expect(lastSet().name).toBe("grounds.session");
  });

  it("says at its field what is wrong, and keeps the rest", async () => {
    const state = await send(joinAnew, { handle: "ada", name: "Other Ada", password: PASSWORD });
    expect(state.fields).toHaveProperty("handle");
    expect(state.values).toEqual({ handle: "ada", name: "Other Ada" });
  });
});

describe("in the settings", () => {
  it("a token is shown once and works", async () => {
    await carrySessionOf(ada);
    const state = await send(actions.makeToken, { name: "a script" });
    expect(state.refusal).toBeNull();
    expect(await findPersonByToken(state.values.shown ?? "")).toEqual(ada);
  });

  it("signing out everywhere else keeps this browser alone", async () => {
    await signIn(ada);
    const here = await carrySessionOf(ada);
    await expect(send(actions.endOtherSessions, {})).rejects.toEqual(new Left("/settings"));
    expect((await listSessions(ada)).map(({ id }) => id)).toEqual([here]);
  });

  it("another person's session and token do not exist", async () => {
    const eve = await join("eve");
    const hers = await signIn(eve);
    await carrySessionOf(ada);
    await expect(send(actions.endSession, { id: hers.id })).rejects.toEqual(new Left("not found"));
    await expect(send(actions.revokeToken, { id: "nosuchtoken" })).rejects.toEqual(new Left("not found"));
    expect(await findSession(hers.id)).toEqual(eve);
  });

  it("a new password keeps this browser signed in", async () => {
    const cem = await join("cem");
    const here = await carrySessionOf(cem);
    const fields = { currentPassword: PASSWORD, newPassword: "four grey geese" };
    expect(await send(actions.giveNewPassword, fields)).toEqual({ ...EMPTY, values: { shown: "" } });
    expect(await findSession(here)).toEqual(cem);
    const again = await send(actions.giveNewPassword, fields);
    expect(again.fields).toHaveProperty("currentPassword");
    expect(again.values).toEqual({});
  });

  it("an invitation is for admins to make", async () => {
    await carrySessionOf(ada);
    expect((await send(actions.invite, {})).refusal?.code).toBe("admins-only");
    await carrySessionOf(await joinAs("mateo", "ADMIN"));
    expect((await send(actions.invite, {})).values.shown).toMatch(/^.{4}-.{4}-.{4}-.{4}$/);
  });
});

it("signing out ends the session, forgets the cookie, and asks nobody who they are", async () => {
  const id = await carrySessionOf(ada);
  await expect(send(actions.signOut, {})).rejects.toEqual(new Left("/"));
  expect(lastSet()).toMatchObject({ value: "", options: { maxAge: 0 } });
  expect(await findSession(id)).toBeNull();
  await expect(send(actions.signOut, {})).rejects.toEqual(new Left("/"));
});

it("no action reads what a form may not name", async () => {
  const before = await db().user.count();
  const state = await send(joinAnew, { __proto__: "x", constructor: "x", "a[__proto__][x]": "1" });
  expect(state.refusal?.code).toBe("form-unfit");
  expect(await db().user.count()).toBe(before);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});
