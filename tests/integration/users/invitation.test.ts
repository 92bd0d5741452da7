import { afterAll, beforeAll, expect, it } from "vitest";
import { db, disconnect } from "#lib/db";
import { INVITATION_DAYS, inviteSomebody, joinForum, seatPerson } from "#lib/users/commands/join";
import { normalInvitation } from "#lib/users/invitation";
import { hashOf } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { actsOf, PASSWORD } from "./people.ts";

process.env.SIGN_UP = "invitation";

let mateo: Person;
let yuki: Person;

beforeAll(async () => {
  mateo = await seatPerson({ handle: "mateo", name: "Mateo", about: "", role: "ADMIN" });
  yuki = await seatPerson({ handle: "yuki", name: "Yuki", about: "", role: "MEMBER" });
});
afterAll(disconnect);

const joinWith = (handle: string, invitation?: string) =>
  joinForum({ handle, name: handle, password: PASSWORD, invitation: invitation && normalInvitation(invitation) });

it("an invitation lets one person join, once, and says on the record who used which", async () => {
  const code = await inviteSomebody(mateo);
  const guest = await joinWith("guest_one", code.toUpperCase());
  const stored = await db().invitation.findUniqueOrThrow({ where: { usedById: guest.id } });
  expect(stored.hash).toBe(hashOf(normalInvitation(code)));
  expect(await actsOf(mateo)).toContainEqual({ kind: "invitation.made", subjects: { invitation: stored.id } });
  expect(await actsOf(guest)).toEqual([{ kind: "user.joined", subjects: { user: guest.id, invitation: stored.id } }]);
  await expect(joinWith("guest_two", code)).rejects.toMatchObject({ code: "invitation-void", ground: "forbidden" });
});

it("of ten who use one invitation at once, one joins", async () => {
  const code = await inviteSomebody(mateo);
  const asked = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) => joinWith(`crowd_${"abcdefghij"[i]}x`, code)),
  );
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().user.count({ where: { handle: { startsWith: "crowd" } } })).toBe(1);
});

it("nobody joins without an invitation, with a made-up one, or with one that is over", async () => {
  await expect(joinWith("stranger")).rejects.toMatchObject({ code: "invitation-needed" });
  await expect(joinWith("stranger", "0000-0000-0000-0000")).rejects.toMatchObject({ code: "invitation-void" });
  const code = await inviteSomebody(mateo);
  const late = new Date(Date.now() + (INVITATION_DAYS + 1) * 86_400_000);
  const joining = { handle: "stranger", name: "S", password: PASSWORD, invitation: normalInvitation(code) };
  await expect(joinForum(joining, { at: late })).rejects.toMatchObject({ code: "invitation-void" });
});

it("only an admin invites", async () => {
  await expect(inviteSomebody(yuki)).rejects.toMatchObject({ code: "admins-only", ground: "forbidden" });
});
