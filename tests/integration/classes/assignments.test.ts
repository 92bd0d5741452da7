/** Setting a class something to do, drawing sides, posting before reading, and what the clock does. */
import { beforeEach, describe, expect, it } from "vitest";
import { listAnswerable } from "#lib/arguments/answerable";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { listNearby } from "#lib/arguments/nearby";
import { getActivity } from "#lib/arguments/queries/activity";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getNumbered, getOutline } from "#lib/arguments/queries/outline";
import { listCandidates } from "#lib/arguments/queries/places";
import { getThread, listThreads } from "#lib/arguments/queries/threads";
import { getAnswering } from "#lib/arguments/writing";
import { findOwnProgress, getAssignment, getClassProgress, listAssignments } from "#lib/classes/assignment-queries";
import { getChanging } from "#lib/classes/changing-queries";
import { chooseSides, drawSides, seatIn } from "#lib/classes/commands/draw-sides";
import { changeAssignment, setAssignment } from "#lib/classes/commands/set-assignment";
import { turnRounds } from "#lib/classes/commands/turn-rounds";
import { findTaskIn } from "#lib/classes/task-queries";
import { db, transact } from "#lib/db";
import { told } from "#lib/live/queries";
import { getEvidence } from "#lib/maps/evidence-queries";
import { getSnapshot } from "#lib/maps/queries";
import { search } from "#lib/search/queries";
import { searchInput } from "#lib/search/schema";
import { getSource } from "#lib/sources/queries";
import { mustPostFirst, type Person } from "#lib/users/viewer";
import { getNews } from "#lib/visits/queries";
import { getLens } from "#lib/weighing/lens";
import { aClass, aClassThread, asKnown, hours, task } from "../../support/assigned.ts";
import { makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

const world: World = await makeWorld();
const { naledi, tomasz, leilani, farid, yuki, mateo } = world.people;

let room: { id: string; slug: string };
let thread: string;
let teacher: Person;
let pupil: Person;
let stranger: Person;
beforeEach(async () => {
  room = await aClass(naledi, [tomasz, leilani, farid]);
  thread = await aClassThread(room, world.thread, naledi);
  teacher = await asKnown(naledi);
  pupil = await asKnown(tomasz);
  stranger = await asKnown(yuki);
});

const set = async (other: Record<string, unknown> = {}, who = teacher) =>
  (await setAssignment(who, room.slug, task(thread, other))).slug;
const idOf = async (slug: string) => (await db().assignment.findFirstOrThrow({ where: { slug, classId: room.id } })).id;
const seats = async (slug: string) =>
  db().seat.findMany({ where: { assignmentId: await idOf(slug) }, orderBy: { userId: "asc" } });
const happened = async () =>
  (await db().event.findMany({ where: { classId: room.id, stream: "site" }, orderBy: { number: "asc" } })).map(
    ({ kind }) => kind,
  );
const ahead = (from = 1) => ({
  rounds: [{ opensAt: hours(from), dueAt: hours(from + 24), requires: { arguments: 1 } }],
});

describe("setting an assignment", () => {
  it("happens, seats everybody on sides that differ by one, and the event is there", async () => {
    const slug = await set();
    const sides = (await seats(slug)).map(({ side }) => side);
    expect(sides).toHaveLength(3);
    expect(new Set(sides)).toEqual(new Set(["PRO", "CON"]));
    expect(await happened()).toEqual(["assignment.set"]);
    expect(await getAssignment(pupil, room.slug, slug)).toMatchObject({ teaches: false, phase: "OPEN", round: 1 });
    expect((await listAssignments(pupil, room.slug)).map((line) => line.slug)).toEqual([slug]);
  });

  it("is for members' eyes: for everybody else there is no such class and no such assignment", async () => {
    const slug = await set();
    const moderator = await asKnown(world.people.signe);
    for (const who of [stranger, moderator, null]) {
      expect(await refusal(getAssignment(who, room.slug, slug))).toBe("missing");
      expect(await listAssignments(who, room.slug)).toEqual([]);
    }
    expect(await refusal(set({}, stranger))).toBe("missing");
    expect(await refusal(set({}, await asKnown(mateo)))).toBe("missing");
  });

  it("is refused to pupils, whatever they say they are", async () => {
    expect(await refusal(set({}, pupil))).toBe("teachers-only");
    // A role that a payload claims is none: the door reads it from the roster.
    const other = await aClass(mateo, [naledi]);
    const claimed = { ...(await asKnown(naledi)), handle: "naledi" };
    expect(await refusal(setAssignment(claimed, other.slug, task(thread)))).toBe("teachers-only");
  });

  it("takes a public debate as it is, and a copy of it where it hides or closes something; one for each group", async () => {
    const assigned = async (other: Record<string, unknown>) => {
      const slug = await set({ thread: world.thread, ...other });
      const { threads } = await getAssignment(pupil, room.slug, slug);
      return threads.map((one) => [one.slug === world.thread, one.names, one.group]);
    };
    expect(await assigned({})).toEqual([[true, "NAMES", null]]);
    expect(await assigned({ late: "REFUSED" })).toEqual([[false, "NAMES", null]]);
    expect(await assigned({ names: "PSEUDONYMS", groups: 2 })).toEqual([
      [false, "PSEUDONYMS", 1],
      [false, "PSEUDONYMS", 2],
    ]);
  });

  it("counts nothing that came with a copy, whoever wrote it", async () => {
    const before = await world.post(tomasz, {});
    const slug = await set({ thread: world.thread, postFirst: 1, withArguments: true, sides: "NONE" });
    const own = await findOwnProgress(await asKnown(tomasz), room.slug, slug);
    expect(own).toMatchObject({ postsFirst: true, rounds: [{ progress: { begun: false, uncounted: [] } }] });
    await withdrawArgument(tomasz, before.id, null);
  });

  it("under the same title gets an address of its own", async () => {
    const [one, two] = [await set(), await set({ thread: await aClassThread(room, world.thread, naledi) })];
    expect([one, two]).toEqual(["both-sides-of-the-ferry", "both-sides-of-the-ferry-2"]);
  });

  it("refuses a thread of another class, one that is taken, and rules without sides", async () => {
    const other = await aClass(mateo, []);
    const theirs = await aClassThread(other, world.thread, mateo);
    expect(await refusal(set({ thread: theirs }))).toBe("thread-unknown");
    expect(await refusal(set({ thread: "no-such-thread" }))).toBe("thread-unknown");
    expect(await refusal(set({ sides: "NONE", strict: true }))).toBe("sides-unasked");
    await set({ postFirst: 1 });
    expect(await refusal(set({ postFirst: 1 }))).toBe("thread-assigned");
  });

  it("changes what is asked and by when; changing to what holds changes nothing", async () => {
    const slug = await set();
    const { title, instructions } = await getAssignment(teacher, room.slug, slug);
    const rounds = [{ opensAt: hours(-1), dueAt: hours(48), requires: { ...NOTHING, arguments: 3 } }];
    await changeAssignment(teacher, room.slug, slug, { title, instructions, rounds });
    await changeAssignment(teacher, room.slug, slug, { title, instructions, rounds });
    expect(await happened()).toEqual(["assignment.set", "assignment.changed"]);
    expect((await getAssignment(pupil, room.slug, slug)).rounds[0]?.requires.arguments).toBe(3);
    expect(await refusal(changeAssignment(pupil, room.slug, slug, { title, instructions, rounds }))).toBe(
      "teachers-only",
    );
    expect(await refusal(changeAssignment(stranger, room.slug, slug, { title, instructions, rounds }))).toBe("missing");
  });

  it("keeps the opening of a round in which somebody has argued, and all of one whose state is frozen", async () => {
    const slug = await set({ sides: "NONE", snapshots: true });
    const { title, instructions, rounds } = await getAssignment(teacher, room.slug, slug);
    const [opensAt, dueAt] = [rounds[0]?.opensAt ?? 0, rounds[0]?.dueAt ?? 0].map((at) => new Date(at).toISOString());
    const change = (other: Record<string, unknown>) =>
      changeAssignment(teacher, room.slug, slug, {
        ...{ title, instructions },
        rounds: [
          { opensAt: opensAt as string, dueAt: dueAt as string, requires: { ...NOTHING, arguments: 2 }, ...other },
        ],
      });
    expect((await getChanging(teacher, room.slug, slug)).kept).toEqual([null]);
    await world.post(pupil, {}, { thread });
    expect((await getChanging(teacher, room.slug, slug)).kept).toEqual(["BEGUN"]);
    expect(await refusal(change({ opensAt: hours(1) }))).toBe("round-argued");
    await change({ dueAt: hours(2) });
    await turnRounds({ assignment: await idOf(slug) }, { at: new Date(hours(3)) });
    expect((await getChanging(teacher, room.slug, slug)).kept).toEqual(["OVER"]);
    expect(await refusal(change({ dueAt: hours(9) }))).toBe("round-is-over");
    expect(await refusal(getChanging(stranger, room.slug, slug))).toBe("missing");
    expect((await getChanging(pupil, room.slug, slug)).verdict).toMatchObject({ code: "teachers-only" });
  });
});

const HAPPENED = {
  number: 1,
  kind: "argument.posted",
  actorId: null,
  link: null,
  parent: null,
  letIn: true,
  admits: false,
};
const NOTHING = { arguments: 0, passages: 0, articles: 0, answers: 0, met: 0, concessions: 0 };

describe("where a pupil writes and reads", () => {
  it("says for which side they were set to argue, and which stance stands on the other", async () => {
    const slug = await set({ sides: "CHOSEN", chosen: { PRO: ["tomasz"], CON: ["farid"] } });
    const far = await asKnown(farid);
    const top = await world.post(far, { stance: "CON" }, { thread });
    const told = async (who: Person, parent?: string) => (await getAnswering(who, thread, parent)).answered.assigned;
    expect(await told(pupil)).toEqual({ side: "PRO", strict: false, against: "CON" });
    expect(await told(pupil, top.id)).toEqual({ side: "PRO", strict: false, against: "PRO" });
    expect(await told(far, top.id)).toEqual({ side: "CON", strict: false, against: "CON" });
    expect(await told(await asKnown(leilani))).toBeUndefined();
    expect(await told(teacher)).toBeUndefined();
    const task = await findTaskIn(pupil, thread);
    expect(task).toMatchObject({ slug, round: { side: "PRO", progress: { counts: [{ done: 0, asked: 2 }, {}] } } });
    expect((await findTaskIn(far, thread))?.round.progress.counts[0]?.done).toBe(1);
    for (const who of [teacher, stranger, null]) expect(await findTaskIn(who, thread)).toBeNull();
  });
});

describe("sides", () => {
  it("are drawn again until the round opens, and then stay", async () => {
    const slug = await set(ahead());
    await drawSides(teacher, room.slug, slug);
    await drawSides(teacher, room.slug, slug);
    expect(await seats(slug)).toHaveLength(3);
    expect(await happened()).toEqual(["assignment.set", "sides.drawn", "sides.drawn"]);
    expect(await refusal(drawSides(teacher, room.slug, slug, { at: new Date(hours(2)) }))).toBe("sides-fixed");
    expect(await refusal(drawSides(pupil, room.slug, slug))).toBe("teachers-only");
    expect(await refusal(drawSides(stranger, room.slug, slug))).toBe("missing");
    expect(await refusal(chooseSides(teacher, room.slug, slug, { PRO: [], CON: [] }))).toBe("sides-otherwise");
  });

  it("are chosen by the teacher, of those who were set it", async () => {
    const slug = await set({ ...ahead(), sides: "CHOSEN", chosen: { PRO: ["tomasz"], CON: ["farid"] } });
    const choose = (chosen: { PRO: string[]; CON: string[] }, who = teacher) =>
      chooseSides(who, room.slug, slug, chosen);
    const sides = async () =>
      Object.fromEntries(
        (await getClassProgress(teacher, room.slug, slug)).pupils.map(({ handle, side }) => [handle, side]),
      );
    expect(await sides()).toEqual({ tomasz: "PRO", farid: "CON", leilani: null });
    await choose({ PRO: ["tomasz", "leilani"], CON: ["farid"] });
    await choose({ PRO: ["tomasz", "leilani"], CON: ["farid"] });
    expect(await sides()).toEqual({ tomasz: "PRO", farid: "CON", leilani: "PRO" });
    expect(await refusal(choose({ PRO: ["yuki"], CON: [] }))).toBe("pupil-unknown");
    expect(await refusal(choose({ PRO: ["farid"], CON: ["farid"] }))).toBe("pupil-on-both-sides");
    expect(await refusal(choose({ PRO: [], CON: [] }, pupil))).toBe("teachers-only");
    expect(await refusal(choose({ PRO: [], CON: [] }, stranger))).toBe("missing");
  });

  it("are drawn for who joins later: the smaller one", async () => {
    const slug = await set();
    const before = await seats(slug);
    await db().enrolment.create({ data: { classId: room.id, userId: yuki.id, role: "STUDENT" } });
    await transact((tx, at) => seatIn(tx, room.id, at));
    await transact((tx, at) => seatIn(tx, room.id, at));
    const after = await seats(slug);
    expect(after).toHaveLength(4);
    expect(after.filter(({ side }) => side === "PRO")).toHaveLength(2);
    expect(after.filter(({ userId }) => userId !== yuki.id)).toEqual(before);
    expect(await happened()).toEqual(["assignment.set", "assignment.seated"]);
  });

  it("of strict assignments refuse what would stand on the other one, and let a point be granted", async () => {
    const slug = await set({
      ...ahead(-1),
      sides: "CHOSEN",
      strict: true,
      chosen: { PRO: ["tomasz"], CON: ["leilani"] },
    });
    const con = await asKnown(leilani);
    expect(await refusal(world.post(pupil, { stance: "CON" }, { thread }))).toBe("wrong-side");
    const mine = await world.post(pupil, { stance: "PRO" }, { thread });
    const theirs = await world.post(con, { parent: mine.id, stance: "CON" }, { thread });
    expect(await refusal(world.post(con, { parent: mine.id, stance: "PRO" }, { thread }))).toBe("wrong-side");
    await world.post(pupil, { parent: theirs.id, stance: "PRO", concession: true }, { thread });
    await world.post(teacher, { stance: "CON" }, { thread });
    const own = await findOwnProgress(await asKnown(tomasz), room.slug, slug);
    expect(own).toMatchObject({ side: "PRO", rounds: [{ progress: { begun: true } }] });
  });
});

describe("progress", () => {
  it("is one's own for a pupil, everybody's for the teacher, and nobody's for others", async () => {
    const slug = await set({ sides: "NONE" });
    const theirs = await world.post(await asKnown(leilani), {}, { thread });
    await world.post(
      pupil,
      { parent: theirs.id, stance: "CON", citations: [{ source: world.source, quote: QUOTES[1] }] },
      { thread },
    );
    const own = await findOwnProgress(pupil, room.slug, slug);
    expect(own?.rounds[0]?.progress.counts).toEqual([
      { measure: "arguments", asked: 2, done: 1, by: [2] },
      { measure: "answers", asked: 1, done: 1, by: [2] },
    ]);
    const { pupils } = await getClassProgress(teacher, room.slug, slug);
    expect(pupils.map(({ handle, progress }) => [handle, progress.counts.map(({ done }) => done)])).toEqual(
      expect.arrayContaining([
        ["tomasz", [1, 1]],
        ["leilani", [1, 0]],
        ["farid", [0, 0]],
      ]),
    );
    expect(await refusal(getClassProgress(pupil, room.slug, slug))).toBe("missing");
    expect(await refusal(getClassProgress(stranger, room.slug, slug))).toBe("missing");
    expect(await findOwnProgress(teacher, room.slug, slug)).toBeNull();
  });
});

describe("posting before reading", () => {
  const owes = async (who: Person) => {
    const { id } = await db().thread.findUniqueOrThrow({ where: { slug: thread } });
    return mustPostFirst(await asKnown(who), id);
  };

  it("keeps others' arguments from a pupil until they have posted, and again when they take it back; never from the teacher", async () => {
    await set({ postFirst: 1, sides: "NONE" });
    const theirs = await world.post(teacher, {}, { thread });
    const owing = await asKnown(tomasz);
    expect(await owes(tomasz)).toBe(true);
    expect(await refusal(getArgument(owing, theirs.id))).toBe("missing");
    expect((await getArgument(await asKnown(naledi), theirs.id)).id).toBe(theirs.id);
    const mine = await world.post(owing, {}, { thread });
    expect([await owes(tomasz), await owes(farid)]).toEqual([false, true]);
    const free = await asKnown(tomasz);
    expect((await getArgument(free, theirs.id)).id).toBe(theirs.id);
    await withdrawArgument(free, mine.id, null);
    expect(await owes(tomasz)).toBe(true);
    expect((await getArgument(owing, mine.id)).id).toBe(mine.id);
  });

  it("keeps them from every surface alike", async () => {
    await set({ postFirst: 1, sides: "NONE" });
    const said = await world.post(teacher, { claim: "The zephyrquail sings at dawn." }, { thread });
    const { id } = await db().thread.findUniqueOrThrow({ where: { slug: thread } });
    const see = async (who: Person) => {
      const asked = searchInput.parse({ q: "zephyrquail" });
      const nearby = { claim: "The zephyrquail sings at dawn.", found: [] };
      const seek = { thread, source: world.source, from: 0, to: 0, q: "zephyrquail" };
      const place = { id: "none", thread: { id } };
      const surfaces = {
        thread: await getThread(who, thread),
        list: (await listThreads(who)).items.find((one) => one.slug === thread),
        outline: await getOutline(who, thread),
        activity: (await getActivity(who, thread)).acts.filter((act) => act.kind !== "thread.opened"),
        export: await getSnapshot(who, thread),
        search: (await search(who, asked)).items,
        passages: await getSource(who, world.source),
        nearby: await listNearby(who, thread, nearby),
        answerable: await listAnswerable(who, seek),
        candidates: await listCandidates(who, place, "zephyrquail"),
        news: (await getNews(who, thread, 0)).items,
        numbered: await getNumbered(who, thread, 1).catch(() => null),
        evidence: await getEvidence(who, thread).catch(() => null),
        strength: await getLens(who, thread).catch(() => null),
        live: told(who, id, { ...HAPPENED, argument: said.id, authorId: naledi.id }),
      };
      return Object.entries(surfaces)
        .filter(([, shown]) => JSON.stringify(shown)?.match(new RegExp(`zephyrquail|${said.id}`, "i")))
        .map(([name]) => name);
    };
    expect(await see(await asKnown(tomasz))).toEqual([]);
    expect((await see(await asKnown(naledi))).length).toBeGreaterThan(10);
    expect((await getThread(await asKnown(tomasz), thread)).counts).toMatchObject({ arguments: 0, passages: 0 });
    await world.post(await asKnown(tomasz), {}, { thread });
    expect((await see(await asKnown(tomasz))).length).toBeGreaterThan(10);
  });

  it("ends with the work where nothing may be posted any more", async () => {
    const rounds = [{ opensAt: hours(-5), dueAt: hours(-1), requires: { ...NOTHING, arguments: 1 } }];
    await set({ postFirst: 1, late: "REFUSED", rounds });
    expect(await owes(tomasz)).toBe(false);
  });
});

describe("the clock", () => {
  const rounds = [
    { opensAt: hours(-2), dueAt: hours(2), requires: { ...NOTHING, arguments: 1 } },
    { opensAt: hours(4), dueAt: hours(6), requires: { ...NOTHING, arguments: 1 } },
  ];

  it("closes a thread between the rounds and after them, to the minute, for everybody", async () => {
    const slug = await set({ late: "REFUSED", sides: "NONE", rounds });
    const assignment = await idOf(slug);
    const turn = (hour: number) => turnRounds({ assignment }, { at: new Date(hours(hour)) });
    const post = (hour: number) => refusal(world.post(pupil, {}, { thread, at: new Date(hours(hour)) }));
    expect([await post(1), await post(3)]).toEqual(["done", "thread-locked"]);
    await turn(3);
    await turn(3);
    expect([await post(3.5), await post(5)]).toEqual(["thread-locked", "done"]);
    await turn(5);
    expect([await post(5.5), await post(7)]).toEqual(["done", "thread-locked"]);
  });

  it("lets nobody begin early", async () => {
    await set({ ...ahead(), late: "MARKED" });
    expect(await refusal(world.post(pupil, {}, { thread }))).toBe("thread-locked");
  });
});
