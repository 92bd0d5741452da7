/** Pupils who judge each other: who writes, who reads, and whose name stands where. */
import { beforeEach, describe, expect, it } from "vitest";
import * as verbs from "#lib/classes/commands/peers";
import { setAssignment } from "#lib/classes/commands/set-assignment";
import { findOwnPeers, getClassPeers, getPeerTask } from "#lib/classes/peer-queries";
import { getPupilData } from "#lib/classes/pupil-data";
import { db, pool } from "#lib/db";
import { ownData } from "#lib/users/own-data";
import type { Person } from "#lib/users/viewer";
import { aClass, asKnown, hours, task } from "../../support/assigned.ts";
import { makeWorld, refusal, type World } from "../../support/island.ts";

const world: World = await makeWorld();
const { naledi, tomasz, leilani, farid, yuki, mateo } = world.people;

let room: { id: string; slug: string };
let slug: string;
let thread: string;
let [teacher, tom, lei, far, other]: [Person, Person, Person, Person, Person] = [naledi, tomasz, leilani, farid, yuki];
beforeEach(async () => {
  room = await aClass(naledi, [tomasz, leilani, farid]);
  await aClass(mateo, [yuki]);
  teacher = await asKnown(naledi);
  slug = (await setAssignment(teacher, room.slug, task(world.thread, { sides: "NONE", names: "PSEUDONYMS" }))).slug;
  [tom, lei, far, other] = [await asKnown(tomasz), await asKnown(leilani), await asKnown(farid), await asKnown(yuki)];
  const row = await db().assignmentThread.findFirstOrThrow({
    where: { assignment: { slug, classId: room.id } },
    select: { thread: { select: { slug: true } } },
  });
  thread = row.thread.slug;
  for (const pupil of [tom, lei, far]) await world.post(pupil, {}, { thread });
});

const ask = (who = teacher, other: { each?: number; dueAt?: string } = {}, moment = {}) =>
  verbs.askForPeers(who, room.slug, slug, { each: 1, dueAt: hours(24), ...other }, moment);
const own = (who: Person) => findOwnPeers(who, room.slug, slug);
const mine = async (who: Person) => (await own(who))?.toGive[0]?.id ?? "";
const give = async (who = tom, words: string | null = "Quokkaword holds.", id?: string, moment = {}) =>
  verbs.givePeerFeedback(who, room.slug, slug, id ?? (await mine(who)), { levels: { claim: 3 }, words }, moment);
const happened = async () =>
  (
    await db().event.findMany({
      where: { classId: room.id, kind: { startsWith: "feedback" } },
      orderBy: { number: "asc" },
    })
  ).map(({ kind }) => kind);
/** As if its time were over. */
const over = () =>
  db()
    .$executeRaw`UPDATE peer_askings SET due_at = now() - interval '1 minute' WHERE assignment_id IN (SELECT id FROM assignments WHERE class_id = ${room.id})`;
const everybody = () => [tom, lei, far];
/** To whom what one gives goes. */
const receiverOf = async (giver: Person): Promise<Person> => {
  const row = await db().peerFeedback.findUniqueOrThrow({ where: { id: await mine(giver) } });
  return everybody().find(({ id }) => id === row.receiverId) as Person;
};
const shown = async () => {
  await over();
  await verbs.releasePeerFeedback(teacher, room.slug, slug);
};

describe("asking pupils for feedback", () => {
  it("draws everybody who has argued, and the event is there; the same again changes nothing", async () => {
    const dueAt = hours(24);
    await ask(teacher, { dueAt });
    const { feedback } = await getClassPeers(teacher, room.slug, slug);
    await ask(teacher, { dueAt });
    expect((await getClassPeers(teacher, room.slug, slug)).feedback).toEqual(feedback);
    expect(feedback.map(({ giver }) => giver.handle).sort()).toEqual(["farid", "leilani", "tomasz"]);
    expect(feedback.map(({ receiver }) => receiver.handle).sort()).toEqual(["farid", "leilani", "tomasz"]);
    expect(await happened()).toEqual(["feedback.asked"]);
  });

  it("is the teacher's, of a class that is there for its members alone", async () => {
    expect(await refusal(ask(tom))).toBe("teachers-only");
    expect(await refusal(ask({ ...tom, role: "ADMIN" }))).toBe("teachers-only");
    expect(await refusal(ask(other))).toBe("missing");
    expect(await own(tom)).toBeNull();
    await ask();
    for (const who of [other, null]) {
      expect(await refusal(findOwnPeers(who, room.slug, slug))).toBe("missing");
      expect(await refusal(getClassPeers(who, room.slug, slug))).toBe("missing");
    }
    expect(await refusal(getClassPeers(tom, room.slug, slug))).toBe("missing");
  });

  it("draws anew until somebody has written; then the day alone changes; nothing once it is released", async () => {
    expect(await refusal(ask(teacher, { dueAt: hours(-1) }))).toBe("peers-due-over");
    await ask(teacher, { each: 2 });
    await ask();
    expect((await getClassPeers(teacher, room.slug, slug)).feedback).toHaveLength(3);
    await give();
    expect(await refusal(ask(teacher, { each: 2 }))).toBe("peers-begun");
    await ask(teacher, { dueAt: hours(30) });
    expect((await own(tom))?.toGive.map(({ given }) => given)).toEqual([true]);
    await verbs.releasePeerFeedback(teacher, room.slug, slug);
    expect(await refusal(ask(teacher, { dueAt: hours(40) }))).toBe("peers-released");
  });

  it("needs two who have argued in one group", async () => {
    const quiet = await setAssignment(
      teacher,
      room.slug,
      task(world.thread, { title: "Quiet", sides: "NONE", groups: 2 }),
    );
    const asking = verbs.askForPeers(teacher, room.slug, quiet.slug, { each: 1, dueAt: hours(24) });
    expect(await refusal(asking)).toBe("too-few-argued");
  });
});

describe("giving feedback", () => {
  it("is kept with its rubric, can be said anew, and the same again is once", async () => {
    await ask();
    await give();
    await give();
    await give(tom, "Better said.");
    const task = await getPeerTask(tom, room.slug, slug, await mine(tom));
    expect(task.judged).toMatchObject({ levels: { claim: 3 }, words: "Better said." });
    expect(task.said).toHaveLength(1);
    expect(await happened()).toEqual(["feedback.asked", "feedback.given", "feedback.given"]);
  });

  it("is for who was drawn; everybody else finds nothing there", async () => {
    await ask();
    const id = await mine(tom);
    for (const who of [lei, far, teacher, other]) {
      expect(await refusal(give(who, "x", id))).toBe("missing");
      expect(await refusal(getPeerTask(who, room.slug, slug, id))).toBe("missing");
    }
    expect(await refusal(give({ ...tom, silence: { since: hours(-1), until: null } }))).toBe("silenced");
  });

  it("is refused empty, off the rubric, and when its time is over", async () => {
    await ask();
    const id = await mine(tom);
    const with_ = (levels: Record<string, number>, words: string | null) =>
      verbs.givePeerFeedback(tom, room.slug, slug, id, { levels, words });
    expect(await refusal(with_({}, null))).toBe("peers-empty");
    expect(await refusal(with_({ claim: 17 }, null))).toBe("rubric-misfit");
    await over();
    expect(await refusal(give())).toBe("peers-closed");
  });
});

describe("reading what peers wrote", () => {
  it("begins when it is due and released, without a name or a time; the teacher reads all of it at once", async () => {
    await ask();
    await give();
    const receiver = await receiverOf(tom);
    const read = async () => (await own(receiver))?.received;
    expect(await read()).toBeNull();
    expect((await getClassPeers(teacher, room.slug, slug)).feedback.filter(({ judged }) => judged)).toMatchObject([
      { giver: { name: tomasz.name }, receiver: { name: receiver.name }, judged: { words: "Quokkaword holds." } },
    ]);
    await over();
    expect(await read()).toBeNull();
    await verbs.releasePeerFeedback(teacher, room.slug, slug);
    await verbs.releasePeerFeedback(teacher, room.slug, slug);
    expect(await read()).toMatchObject([{ words: "Quokkaword holds.", levels: { claim: 3 }, reported: false }]);
    expect(JSON.stringify(await own(receiver))).not.toMatch(/Tomasz|tomasz/);
    expect(await happened()).toEqual(["feedback.asked", "feedback.given", "feedback.released"]);
    for (const who of [tom, other]) {
      const releasing = verbs.releasePeerFeedback(who, room.slug, slug);
      expect(await refusal(releasing)).toBe(who === tom ? "teachers-only" : "missing");
    }
  });

  it("names the peer whose work one reads as the thread does", async () => {
    await ask();
    const receiver = await receiverOf(tom);
    const { name } = await getPeerTask(tom, room.slug, slug, await mine(tom));
    const called = await db().pseudonym.findFirstOrThrow({
      where: { userId: receiver.id, thread: { slug: thread } },
    });
    expect(name).toBe(called.name);
    expect((await own(tom))?.toGive.map((one) => one.name)).toEqual([called.name]);
  });
});

describe("what hurts", () => {
  const hide = async (who: Person, hidden: boolean, id?: string) =>
    verbs.hidePeerFeedback(who, room.slug, slug, id ?? (await mine(tom)), hidden);

  it("is hidden by the teacher, and shown again; twice is as once", async () => {
    await ask();
    expect(await refusal(hide(teacher, true))).toBe("missing");
    await give();
    const receiver = await receiverOf(tom);
    await shown();
    await hide(teacher, true);
    await hide(teacher, true);
    expect((await own(receiver))?.received).toEqual([]);
    await hide(teacher, false);
    expect((await own(receiver))?.received).toHaveLength(1);
    expect((await happened()).slice(-2)).toEqual(["feedback.hidden", "feedback.shown"]);
    expect(await refusal(hide(receiver, true, await mine(tom)))).toBe("teachers-only");
    expect(await refusal(hide(other, true, await mine(tom)))).toBe("missing");
  });

  it("is reported by whom it is about, once, and stands first before the teacher", async () => {
    await ask();
    for (const who of everybody()) await give(who);
    const id = await mine(tom);
    const receiver = await receiverOf(tom);
    const report = (who: Person) => verbs.reportPeerFeedback(who, room.slug, slug, id, "Unkind.");
    expect(await refusal(report(receiver))).toBe("missing");
    await shown();
    await report(receiver);
    await report(receiver);
    expect((await getClassPeers(teacher, room.slug, slug)).feedback[0]).toMatchObject({
      ...{ id, reported: { note: "Unkind." } },
    });
    expect((await own(receiver))?.received?.[0]?.reported).toBe(true);
    const event = await db().event.findFirstOrThrow({ where: { classId: room.id, kind: "feedback.reported" } });
    expect(event.actorId).toBeNull();
    expect(await refusal(report(tom))).toBe("missing");
    expect(await refusal(report(other))).toBe("missing");
    await hide(teacher, true, id);
    expect(await refusal(report(receiver))).toBe("missing");
  });
});

describe("what is kept of it", () => {
  const everything = async (who: Person) => {
    let file = "";
    for await (const piece of ownData(who)) file += piece;
    return file;
  };

  it("is in the file of who wrote it, and of whom it is about once it is shown to them", async () => {
    await ask();
    await give(tom, "Numbatword holds.");
    const receiver = await receiverOf(tom);
    expect(await everything(tom)).toMatch("Numbatword");
    expect(await everything(receiver)).not.toMatch("Numbatword");
    await shown();
    expect(await everything(receiver)).toMatch("Numbatword");
    expect(await everything(receiver)).not.toMatch(tom.id);
    expect(JSON.stringify(await getPupilData(teacher, room.slug, tom.handle))).toMatch("Numbatword");
    await verbs.hidePeerFeedback(teacher, room.slug, slug, await mine(tom), true);
    expect(await everything(receiver)).not.toMatch("Numbatword");
  });

  it("is nobody’s on themselves, whoever says so", async () => {
    await ask();
    await give();
    await expect(pool().query("UPDATE peer_feedback SET giver_id = receiver_id")).rejects.toThrow(/permission denied/);
    const row = await db().peerFeedback.findFirstOrThrow({ where: { givenAt: { not: null } } });
    const { assignmentId, giverId } = row;
    const forged = { id: "forged", assignmentId, giverId, receiverId: giverId };
    await expect(db().peerFeedback.create({ data: forged })).rejects.toThrow(/peer_feedback_of_another/);
  });
});
