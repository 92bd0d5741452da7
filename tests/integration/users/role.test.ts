import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, disconnect, pool } from "#lib/db";
import { giveRole } from "#lib/users/commands/role";
import { OPERATOR } from "#lib/users/policy";
import { findPerson } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import { actsOf, join, joinAs } from "./people.ts";

let mateo: Person;
let seun: Person;

beforeAll(async () => {
  mateo = await joinAs("mateo", "ADMIN");
  seun = await join("seun");
});
afterAll(disconnect);

/** Starts acts that all get as far as their record, which is held until they have had time to meet. */
async function atOnce(acts: (() => Promise<void>)[]): Promise<PromiseSettledResult<void>[]> {
  const holder = await pool().connect();
  await holder.query("SELECT pg_advisory_lock(hashtext('grounds:events:site'))");
  const done = Promise.allSettled(acts.map((act) => act()));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await holder.query("SELECT pg_advisory_unlock(hashtext('grounds:events:site'))");
  holder.release();
  return done;
}

const roleOf = async (handle: string) => (await findPerson(handle))?.role;

describe("a role", () => {
  it("is given by an admin, once, and the act is on the record", async () => {
    await giveRole(mateo, "seun", "MODERATOR");
    await giveRole(mateo, "seun", "MODERATOR");
    expect(await roleOf("seun")).toBe("MODERATOR");
    expect((await actsOf(mateo)).filter(({ kind }) => kind === "user.role_given")).toEqual([
      { kind: "user.role_given", subjects: { user: seun.id, role: "MODERATOR" } },
    ]);
  });

  it("is given by whoever runs commands on the machine, whom the record does not name", async () => {
    await giveRole(OPERATOR, "seun", "MEMBER");
    expect(await roleOf("seun")).toBe("MEMBER");
    const last = await db().event.findFirst({ where: { kind: "user.role_given" }, orderBy: { number: "desc" } });
    expect(last).toMatchObject({ actorId: null, subjects: { user: seun.id, role: "MEMBER" } });
  });

  it("is refused to everybody else, also to themselves", async () => {
    const signe = await joinAs("signe", "MODERATOR");
    for (const actor of [seun, signe])
      await expect(giveRole(actor, actor.handle, "ADMIN")).rejects.toMatchObject({ code: "admins-only" });
  });

  it("of somebody who does not exist is Missing", async () => {
    await expect(giveRole(mateo, "nobody_here", "ADMIN")).rejects.toBeInstanceOf(Missing);
  });

  it("stays with the last admin, also when two dismiss each other at once", async () => {
    await expect(giveRole(mateo, "mateo", "MEMBER")).rejects.toMatchObject({ code: "last-admin", ground: "conflict" });
    const zoe = await joinAs("zoe", "ADMIN");
    const both = await atOnce([() => giveRole(mateo, "zoe", "MEMBER"), () => giveRole(zoe, "mateo", "MEMBER")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().user.count({ where: { role: "ADMIN" } })).toBe(1);
  });
});
