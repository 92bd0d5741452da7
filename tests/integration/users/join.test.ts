import { afterAll, describe, expect, it } from "vitest";
import { db, disconnect } from "#lib/db";
import { joinForum, seatPerson } from "#lib/users/commands/join";
import { skeletonOf } from "#lib/users/handles";
import { findPerson } from "#lib/users/queries";
import { actsOf, join, kindsOf, PASSWORD } from "./people.ts";

afterAll(disconnect);

describe("joining an open forum", () => {
  it("makes a member with a hashed password, and the act is on the record", async () => {
    const person = await joinForum({ handle: "ada", name: "Ada", password: PASSWORD, email: "ada@school.org" });
    expect(person).toEqual({ id: person.id, handle: "ada", name: "Ada", role: "MEMBER" });
    expect(await findPerson("ada")).toEqual(person);
    const { passwordHash } = await db().credential.findUniqueOrThrow({ where: { userId: person.id } });
    expect(passwordHash).toMatch(/^\$argon2id\$/);
    expect(await actsOf(person)).toEqual([{ kind: "user.joined", subjects: { user: person.id } }]);
  });

  it("refuses a handle that is taken or looks taken", async () => {
    await join("paul");
    for (const handle of ["paul", "pau1", "p_aul"])
      await expect(joinForum({ handle, name: "X", password: PASSWORD }), handle).rejects.toMatchObject({
        code: "handle-taken",
        ground: "conflict",
      });
  });

  it("lets one of ten have the same handle when they ask at once", async () => {
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => join("quick")));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of asked)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "handle-taken", ground: "conflict" });
    expect(await db().user.count({ where: { skeleton: skeletonOf("quick") } })).toBe(1);
  });

  it("needs no address, and many may have none", async () => {
    await join("without_one");
    await join("without_two");
    expect(await db().user.count({ where: { handle: { startsWith: "without" }, email: null } })).toBe(2);
  });

  it("happens at the moment that the seed gives", async () => {
    const at = new Date("2026-10-01T12:00:00.000Z");
    const { id } = await joinForum({ handle: "early", name: "Early", password: PASSWORD }, { at });
    expect(await db().user.findUnique({ where: { id }, select: { createdAt: true } })).toEqual({ createdAt: at });
  });
});

describe("seating somebody of the seed", () => {
  const signe = { handle: "signe", name: "Signe", about: "Keeps order.", role: "MODERATOR" } as const;

  it("gives them their role and no password, once", async () => {
    const at = new Date("2026-10-02T12:00:00.000Z");
    const seated = await seatPerson(signe, { at });
    expect(await seatPerson(signe)).toEqual(seated);
    expect(seated.role).toBe("MODERATOR");
    expect(await db().credential.count({ where: { userId: seated.id } })).toBe(0);
    expect(await kindsOf(seated)).toEqual(["user.joined"]);
  });
});
