import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "#lib/db";
import { seatPerson } from "#lib/users/commands/join";
import { startDemoSession } from "#lib/users/commands/session";
import { findSession } from "#lib/users/queries";
import { Missing } from "#lib/verdict";
import { join, kindsOf, somewhere } from "./people.ts";

process.env.DEMO_SIGN_IN = "1";

beforeAll(async () => {
  await seatPerson({ handle: "naledi", name: "Naledi", about: "", role: "MEMBER" });
  await join("ada");
});
afterAll(disconnect);

it("a visitor signs in as somebody of the cast with one click", async () => {
  const { id } = await startDemoSession("naledi", somewhere());
  const person = await findSession(id);
  expect(person?.handle).toBe("naledi");
  expect(await kindsOf(person as NonNullable<typeof person>)).toEqual(["user.joined", "session.started"]);
});

it("and as nobody else, not even as a member, nor as somebody of the cast who is not here", async () => {
  for (const handle of ["ada", "nobody", "yuki", "__proto__"])
    await expect(startDemoSession(handle, somewhere()), handle).rejects.toBeInstanceOf(Missing);
});

it("a class of 35 behind one address does so within a minute", async () => {
  const school = somewhere();
  for (let i = 0; i < 35; i++) await startDemoSession("naledi", school);
});
