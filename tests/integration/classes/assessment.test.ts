/** Grades: who gives them, who reads them, and from when on. */
import { beforeEach, describe, expect, it } from "vitest";
import { type Rubric, USUAL_RUBRIC } from "#lib/classes/assessment";
import { findOwnGrade, getGradebook, getPortfolio } from "#lib/classes/assessment-queries";
import { getAssignment, getClassProgress } from "#lib/classes/assignment-queries";
import { changeRubric, gradePupil, noteArgument, releaseGrades, withholdGrades } from "#lib/classes/commands/grade";
import { setAssignment } from "#lib/classes/commands/set-assignment";
import { gradebookCsv } from "#lib/classes/gradebook-file";
import { db } from "#lib/db";
import { ownData } from "#lib/users/own-data";
import type { Person } from "#lib/users/viewer";
import { aClass, aClassThread, asKnown, hours, task } from "../../support/assigned.ts";
import { makeWorld, refusal, type World } from "../../support/island.ts";

const world: World = await makeWorld();
const { naledi, tomasz, leilani, yuki, mateo } = world.people;

let room: { id: string; slug: string };
let thread: string;
let slug: string;
let teacher: Person;
let pupil: Person;
let peer: Person;
let other: Person;
beforeEach(async () => {
  room = await aClass(naledi, [tomasz, leilani]);
  await aClass(mateo, [yuki]);
  thread = await aClassThread(room, world.thread, naledi);
  [teacher, pupil, peer, other] = [
    await asKnown(naledi),
    await asKnown(tomasz),
    await asKnown(leilani),
    await asKnown(mateo),
  ];
  slug = (await setAssignment(teacher, room.slug, task(thread, { sides: "NONE" }))).slug;
});

const LEVELS = { claim: 4, passage: 3, clash: 2, fairness: 4 };
const give = (who = teacher, levels: Record<string, number> = LEVELS, feedback: string | null = "Good clash.") =>
  gradePupil(who, room.slug, slug, "tomasz", { levels, feedback });
const happened = async () =>
  (await db().event.findMany({ where: { classId: room.id, kind: { startsWith: "grade" } } })).map(({ kind }) => kind);

describe("a grade", () => {
  it("happens, comes to a share of all that can be reached, and the event is there; twice is as once", async () => {
    await give();
    await give();
    const { grades } = await getGradebook(teacher, room.slug, slug);
    // 25 + 30 * 3/4 + 30 * 2/4 + 15
    expect(grades.get("tomasz")).toMatchObject({ levels: LEVELS, total: 78, feedback: "Good clash." });
    expect(await happened()).toEqual(["grade.given"]);
    await give(teacher, { claim: 4 });
    expect((await getGradebook(teacher, room.slug, slug)).grades.get("tomasz")?.total).toBeNull();
  });

  it("is given by teachers of the class alone, to those who were set it", async () => {
    expect(await refusal(give(pupil))).toBe("teachers-only");
    expect(await refusal(give({ ...pupil, role: "ADMIN" }))).toBe("teachers-only");
    expect(await refusal(give(other))).toBe("missing");
    expect(await refusal(gradePupil(teacher, room.slug, slug, "yuki", { levels: {} }))).toBe("missing");
    expect(await refusal(give(teacher, { claim: 7 }))).toBe("rubric-misfit");
    expect(await refusal(give(teacher, { charm: 4 }))).toBe("rubric-misfit");
  });

  it("keeps the rubric by which it was given", async () => {
    await give();
    const [first] = USUAL_RUBRIC.criteria;
    const changed = { criteria: [{ ...(first as Rubric["criteria"][number]), weight: 100 }] };
    await changeRubric(teacher, room.slug, slug, changed);
    const { grades, rubric } = await getGradebook(teacher, room.slug, slug);
    expect([rubric.criteria.length, grades.get("tomasz")?.total]).toEqual([1, 78]);
    expect(await refusal(changeRubric(pupil, room.slug, slug, changed))).toBe("teachers-only");
    expect(await refusal(changeRubric(other, room.slug, slug, changed))).toBe("missing");
  });
});

describe("releasing", () => {
  const everything = async (who: Person) => {
    let file = "";
    for await (const piece of ownData(who)) file += piece;
    return file;
  };

  it("lets each read their own and nobody else's; before it nothing is there on any surface", async () => {
    const said = await world.post(pupil, {}, { thread });
    await give(teacher, LEVELS, "Quokkaword.");
    await noteArgument(teacher, room.slug, slug, said.id, "Zebuword.");
    expect(await findOwnGrade(pupil, room.slug, slug)).toBeNull();
    expect(await everything(pupil)).not.toMatch(/Quokkaword|Zebuword/);
    await releaseGrades(teacher, room.slug, slug);
    await releaseGrades(teacher, room.slug, slug);
    expect(await findOwnGrade(pupil, room.slug, slug)).toMatchObject({
      feedback: "Quokkaword.",
      notes: [{ number: 1, note: "Zebuword." }],
    });
    expect(await everything(pupil)).toMatch("Quokkaword");
    expect(await findOwnGrade(peer, room.slug, slug)).toBeNull();
    expect(await happened()).toEqual(["grade.given", "grade.noted", "grades.released"]);
  });

  it("can be taken back within a day", async () => {
    await give();
    await releaseGrades(teacher, room.slug, slug);
    await withholdGrades(teacher, room.slug, slug);
    await withholdGrades(teacher, room.slug, slug);
    expect(await findOwnGrade(pupil, room.slug, slug)).toBeNull();
    await releaseGrades(teacher, room.slug, slug);
    expect(await refusal(withholdGrades(teacher, room.slug, slug, { at: new Date(hours(25)) }))).toBe("release-stands");
  });

  it("is for teachers of the class", async () => {
    for (const act of [releaseGrades, withholdGrades]) {
      expect(await refusal(act(pupil, room.slug, slug))).toBe("teachers-only");
      expect(await refusal(act(other, room.slug, slug))).toBe("missing");
    }
  });
});

describe("a word on an argument", () => {
  it("is kept, changed and taken away; on arguments of these threads alone", async () => {
    const { id } = await world.post(pupil, {}, { thread });
    const elsewhere = await world.post(tomasz, {});
    const note = (words: string | null, who = teacher, on = id) => noteArgument(who, room.slug, slug, on, words);
    const kept = async () => (await getPortfolio(teacher, room.slug, slug, "tomasz")).said.map((one) => one.note);
    await note("Read on.");
    await note("Read on.");
    expect(await kept()).toEqual(["Read on."]);
    await note(null);
    expect(await kept()).toEqual([null]);
    expect(await refusal(note("x", teacher, elsewhere.id))).toBe("missing");
    expect(await refusal(note("x", pupil))).toBe("teachers-only");
    expect(await refusal(note("x", other))).toBe("missing");
  });
});

describe("the gradebook", () => {
  it("has names for the teacher, no formula, and is there for nobody else", async () => {
    await give(teacher, LEVELS, '=HYPERLINK("http://evil.example")');
    const book = await getGradebook(teacher, room.slug, slug);
    const { rounds } = await getAssignment(teacher, room.slug, slug);
    const progress = await Promise.all(
      rounds.map(({ ordinal }) => getClassProgress(teacher, room.slug, slug, ordinal)),
    );
    const csv = gradebookCsv(book, progress);
    expect(csv).toContain(tomasz.name);
    expect(csv).toMatch(/round 1 arguments.*total of 100/);
    expect(csv).not.toMatch(/(^|[,"])=HYPERLINK/m);
    for (const who of [pupil, other, null]) {
      expect(await refusal(getGradebook(who, room.slug, slug))).toBe("missing");
      expect(await refusal(getPortfolio(who, room.slug, slug, "tomasz"))).toBe("missing");
    }
  });
});
