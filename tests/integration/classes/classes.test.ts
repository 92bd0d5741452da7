/** A class: opened, changed, with people who come and go. */
import { describe, expect, it } from "vitest";
import { changeClass, openClass } from "#lib/classes/commands/open";
import { addTeacher, letBackIn, removeMember } from "#lib/classes/commands/people";
import { CLASSES_MAX } from "#lib/classes/policy";
import { KEEP_DAYS } from "#lib/classes/schema";
import { db } from "#lib/db";
import { findSession } from "#lib/users/queries";
import { makeWorld, refusal } from "../../support/island.ts";
import { join, signIn } from "../users/people.ts";
import { aClass, eventsOfClass, inDays, membersOf, pupil } from "./school.ts";

const { naledi, tomasz, farid, yuki, mateo, signe } = (await makeWorld()).people;

describe("opening a class", () => {
  it("makes its opener its teacher, is on the record, and keeps what is written for a stated time", async () => {
    const { slug } = await openClass(naledi, { name: "Debate B", endsOn: inDays(100) });
    expect(await membersOf(slug)).toEqual({ naledi: "TEACHER" });
    expect(await eventsOfClass(slug)).toEqual(["class.opened"]);
    const { keepUntil } = await db().class.findUniqueOrThrow({ where: { slug } });
    expect(keepUntil?.toISOString().slice(0, 10)).toBe(inDays(100 + KEEP_DAYS));
  });

  it("tells by no address that there is another of its name", async () => {
    const slugs = await Promise.all([1, 2].map(() => openClass(naledi, { name: "Rhetoric", endsOn: inDays(10) })));
    for (const { slug } of slugs) expect(slug).toMatch(/^rhetoric-[0-9a-z]{6}$/);
  });

  it("is refused to who may not write, beyond the bound, and for longer than can be foreseen", async () => {
    const input = { name: "Debate", endsOn: inDays(10) };
    expect(
      await refusal(openClass({ ...yuki, silence: { since: "2026-11-01T00:00:00.000Z", until: null } }, input)),
    ).toBe("silenced");
    expect(await refusal(openClass(yuki, { ...input, endsOn: inDays(-200) }))).toBe("keep-until-past");
    expect(await refusal(openClass(yuki, { ...input, keepUntil: inDays(800) }))).toBe("keep-until-far");
    const opened = await Promise.all(
      Array.from({ length: CLASSES_MAX + 2 }, () => refusal(openClass(yuki, { ...input, keepUntil: inDays(20) }))),
    );
    expect(opened.filter((one) => one === "done")).toHaveLength(CLASSES_MAX);
    expect(opened.filter((one) => one === "classes-full")).toHaveLength(2);
  });
});

describe("changing a class", () => {
  const said = { name: "Debate C", about: "Argues once a week.", term: "Autumn", keepUntil: inDays(30) };

  it("happens once, however often the same is said", async () => {
    const slug = await aClass(naledi);
    await changeClass(naledi, slug, said);
    await changeClass(naledi, slug, said);
    expect(await db().class.findUniqueOrThrow({ where: { slug } })).toMatchObject({ name: "Debate C", term: "Autumn" });
    expect(await eventsOfClass(slug)).toEqual(["class.opened", "class.changed"]);
  });

  it("is its teachers' alone: nobody else knows of it, however much they run the forum", async () => {
    const slug = await aClass(naledi);
    await pupil(slug, tomasz);
    expect(await refusal(changeClass(tomasz, slug, said))).toBe("teachers-only");
    for (const who of [yuki, mateo, signe]) expect(await refusal(changeClass(who, slug, said))).toBe("missing");
    expect(await refusal(changeClass(naledi, "no-such-class", said))).toBe("missing");
    expect(await refusal(changeClass(naledi, slug, { ...said, keepUntil: inDays(-1) }))).toBe("keep-until-past");
  });
});

describe("a class's teachers", () => {
  it("add another from the forum, once", async () => {
    const slug = await aClass(naledi);
    await addTeacher(naledi, slug, "yuki");
    await addTeacher(naledi, slug, "yuki");
    expect(await membersOf(slug)).toEqual({ naledi: "TEACHER", yuki: "TEACHER" });
    expect(await eventsOfClass(slug)).toEqual(["class.opened", "enrolment.started"]);
    expect(await refusal(addTeacher(naledi, slug, "nobody_here"))).toBe("person-unknown");
    expect(await refusal(addTeacher(mateo, slug, "mateo"))).toBe("missing");
    await pupil(slug, tomasz);
    expect(await refusal(addTeacher(tomasz, slug, "tomasz"))).toBe("teachers-only");
  });

  it("go, but for the last one, even when two go at once", async () => {
    const slug = await aClass(naledi);
    expect(await refusal(removeMember(naledi, slug, "naledi"))).toBe("last-teacher");
    await addTeacher(naledi, slug, "yuki");
    const gone = await Promise.all([
      refusal(removeMember(naledi, slug, "naledi")),
      refusal(removeMember(yuki, slug, "yuki")),
    ]);
    expect(gone.toSorted()).toEqual(["done", "last-teacher"]);
  });
});

describe("removing somebody from a class", () => {
  it("holds from their next request, is on the record once, and can be taken back", async () => {
    const slug = await aClass(naledi);
    const anna = await join("anna");
    await pupil(slug, anna);
    const { id } = await signIn(anna);
    const { id: classId } = await db().class.findUniqueOrThrow({ where: { slug } });
    expect((await findSession(id))?.attends).toEqual([classId]);
    await removeMember(naledi, slug, "anna");
    await removeMember(naledi, slug, "anna");
    expect((await findSession(id))?.attends).toBeUndefined();
    expect((await eventsOfClass(slug)).filter((kind) => kind === "enrolment.ended")).toHaveLength(1);
    await letBackIn(naledi, slug, "anna");
    await letBackIn(naledi, slug, "anna");
    expect((await findSession(id))?.attends).toEqual([classId]);
    expect(await membersOf(slug)).toEqual({ naledi: "TEACHER", anna: "STUDENT" });
  });

  it("is no pupil's business but their own, and nobody's outside", async () => {
    const slug = await aClass(naledi);
    await pupil(slug, tomasz);
    await pupil(slug, farid);
    expect(await refusal(removeMember(tomasz, slug, "farid"))).toBe("teachers-only");
    expect(await refusal(letBackIn(tomasz, slug, "farid"))).toBe("teachers-only");
    for (const who of [yuki, mateo]) {
      expect(await refusal(removeMember(who, slug, "farid"))).toBe("missing");
      expect(await refusal(letBackIn(who, slug, "farid"))).toBe("missing");
    }
    expect(await refusal(removeMember(naledi, slug, "yuki"))).toBe("missing");
    expect(await refusal(removeMember(tomasz, slug, "tomasz"))).toBe("done");
    expect(await refusal(removeMember(tomasz, slug, "tomasz"))).toBe("missing");
  });
});
