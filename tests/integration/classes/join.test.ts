/** Joining by a code: always as a pupil, never by guessing, thirty-five at once. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCode, revokeCode } from "#lib/classes/commands/code";
import { joinClass, joinClassAnew } from "#lib/classes/commands/join";
import { removeMember } from "#lib/classes/commands/people";
import { shownCode } from "#lib/classes/join-code";
import { joinClassInput, makeCodeInput } from "#lib/classes/schema";
import { db } from "#lib/db";
import { makeWorld, refusal } from "../../support/island.ts";
import { join, PASSWORD } from "../users/people.ts";
import { aClass, eventsOfClass, membersOf, pupil } from "./school.ts";

const { naledi, tomasz, leilani, farid, yuki, mateo } = (await makeWorld()).people;
const school = () => randomUUID();
const usual = makeCodeInput.parse({});
const anew = (handle: string) => ({ handle, name: handle.toUpperCase(), password: PASSWORD });

async function open(cap = 40) {
  const slug = await aClass(naledi);
  return { slug, code: await makeCode(naledi, slug, { ...usual, cap }) };
}

describe("joining a class", () => {
  it("makes somebody a pupil once, is on the record, and uses one place of the code", async () => {
    const { slug, code } = await open();
    expect(await joinClass(tomasz, shownCode(code), school())).toEqual({ slug });
    expect(await joinClass(tomasz, ` ${code.toUpperCase()} `, school())).toEqual({ slug });
    expect(await membersOf(slug)).toEqual({ naledi: "TEACHER", tomasz: "STUDENT" });
    expect(await eventsOfClass(slug)).toEqual(["class.opened", "code.made", "enrolment.started"]);
    expect(await db().joinCode.findUniqueOrThrow({ where: { code } })).toMatchObject({ used: 1 });
  });

  it("leaves a teacher a teacher, and takes no role from what is sent", async () => {
    const { slug, code } = await open();
    await joinClass(naledi, code, school());
    expect(await membersOf(slug)).toEqual({ naledi: "TEACHER" });
    for (const more of [{ role: "TEACHER" }, { classId: "x" }, { enrolledById: naledi.id }])
      expect(joinClassInput.safeParse({ code, ...more }).success).toBe(false);
  });

  it("answers a wrong, an ended, a revoked, a full and a replaced code alike, and whoever was removed", async () => {
    const ended = await open();
    const first = await open(1);
    await joinClass(tomasz, first.code, school());
    const revoked = await open();
    await revokeCode(naledi, revoked.slug);
    const replaced = await open();
    await makeCode(naledi, replaced.slug, usual);
    const removed = await open();
    await joinClass(leilani, removed.code, school());
    await removeMember(naledi, removed.slug, "leilani");
    const past = new Date(Date.now() - 30 * 86_400_000);
    const over = await makeCode(naledi, ended.slug, usual, { at: past });
    const before = await db().enrolment.count({ where: { removedAt: null } });
    for (const code of ["", "0000000000", first.code, revoked.code, replaced.code, removed.code, over, "x".repeat(60)])
      expect(await refusal(joinClass(leilani, code, school()))).toBe("join-code-wrong");
    expect(await db().enrolment.count({ where: { removedAt: null } })).toBe(before);
    expect(await membersOf(removed.slug)).toEqual({ naledi: "TEACHER" });
  });

  it("gives the last place to one of two, and says on the record that the code is full", async () => {
    const { slug, code } = await open(1);
    const done = await Promise.all([tomasz, farid].map((who) => refusal(joinClass(who, code, school()))));
    expect(done.toSorted()).toEqual(["done", "join-code-wrong"]);
    expect((await eventsOfClass(slug)).filter((kind) => kind === "code.full")).toHaveLength(1);
  });

  it("is refused to who may not write", async () => {
    const { code } = await open();
    const silenced = { ...yuki, silence: { since: "2026-11-01T00:00:00.000Z", until: null } };
    expect(await refusal(joinClass(silenced, code, school()))).toBe("silenced");
  });

  it("is not by the seed's code where nobody shows the forum", async () => {
    const slug = await aClass(naledi);
    await makeCode(naledi, slug, usual, { code: "dem04b7k" });
    expect(await refusal(joinClass(yuki, "DEMO-4B7K", school()))).toBe("join-code-wrong");
  });
});

describe("joining with a new account", () => {
  it("needs no address, and makes account and pupil or neither", async () => {
    const { slug, code } = await open();
    expect(await joinClassAnew(anew("pupil_one"), code, school())).toEqual({ slug });
    expect(await membersOf(slug)).toEqual({ naledi: "TEACHER", pupil_one: "STUDENT" });
    expect(await refusal(joinClassAnew(anew("pupil_two"), "0000000000", school()))).toBe("join-code-wrong");
    expect(await refusal(joinClassAnew(anew("pupil_one"), code, school()))).toBe("handle-taken");
    expect(await db().user.count({ where: { handle: "pupil_two" } })).toBe(0);
    expect(await db().user.findUniqueOrThrow({ where: { handle: "pupil_one" } })).toMatchObject({
      role: "MEMBER",
      email: null,
    });
  });

  it("works for thirty-five who come within a minute from one address", { timeout: 60_000 }, async () => {
    const { slug, code } = await open();
    const here = school();
    const pupils = Array.from({ length: 35 }, (_, i) => `crowd_${String.fromCharCode(97 + (i % 26))}${i}x`);
    const done = await Promise.all(pupils.map((handle) => refusal(joinClassAnew(anew(handle), code, here))));
    expect(done.filter((one) => one !== "done")).toEqual([]);
    expect(Object.keys(await membersOf(slug))).toHaveLength(36);
  });
});

describe("guessing", () => {
  it("ends for a person and for a network long before ten thousand tries", { timeout: 60_000 }, async () => {
    const person = await join("guesser");
    const answers: string[] = [];
    for (let i = 0; i < 30; i++) answers.push(await refusal(joinClass(person, `guess${i}`, school())));
    expect(answers.filter((one) => one === "join-code-wrong")).toHaveLength(20);
    expect(answers.at(-1)).toBe("too-many");
    const here = school();
    const more: string[] = [];
    for (let i = 0; i < 130; i++) {
      if (i % 20 === 0) more.push("");
      more.push(await refusal(joinClassAnew(anew(`nobody${i}`), "0000000000", here)));
      if (more.at(-1) === "too-many") break;
    }
    expect(more.filter((one) => one === "join-code-wrong")).toHaveLength(105);
    expect(more.at(-1)).toBe("too-many");
  });
});

describe("a code", () => {
  it("is its teachers' to make and to revoke, and revoking twice is as once", async () => {
    const { slug } = await open();
    await pupil(slug, tomasz);
    expect(await refusal(makeCode(tomasz, slug, usual))).toBe("teachers-only");
    expect(await refusal(revokeCode(tomasz, slug))).toBe("teachers-only");
    for (const who of [yuki, mateo]) {
      expect(await refusal(makeCode(who, slug, usual))).toBe("missing");
      expect(await refusal(revokeCode(who, slug))).toBe("missing");
    }
    await revokeCode(naledi, slug);
    await revokeCode(naledi, slug);
    expect((await eventsOfClass(slug)).filter((kind) => kind === "code.revoked")).toHaveLength(1);
  });
});
