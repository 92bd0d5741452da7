/** What people are told of their classes that happens in no thread: whom, once, and as long as they belong to it. */
import { beforeEach, describe, expect, it } from "vitest";
import { makeCode } from "#lib/classes/commands/code";
import { gradePupil, releaseGrades, withholdGrades } from "#lib/classes/commands/grade";
import { joinClass } from "#lib/classes/commands/join";
import { askForPeers, givePeerFeedback, releasePeerFeedback, reportPeerFeedback } from "#lib/classes/commands/peers";
import { removeMember } from "#lib/classes/commands/people";
import { setAssignment } from "#lib/classes/commands/set-assignment";
import { findOwnPeers } from "#lib/classes/peer-queries";
import { db } from "#lib/db";
import { readAllNotices, readClassNotice, unreadNotices } from "#lib/notices/commands";
import { listClassNotices } from "#lib/notices/of-classes";
import { countUnread } from "#lib/notices/queries";
import type { Person } from "#lib/users/viewer";
import { aClass, aClassThread, asKnown, hours, task } from "../../support/assigned.ts";
import { makeWorld, refusal, type World } from "../../support/island.ts";

const world: World = await makeWorld();
const { naledi, tomasz, leilani, yuki } = world.people;

let room: { id: string; slug: string };
let slug: string;
let thread: string;
let teacher: Person;
beforeEach(async () => {
  await db().classNotice.deleteMany({});
  room = await aClass(naledi, [tomasz, leilani]);
  thread = await aClassThread(room, world.thread, naledi);
  teacher = await asKnown(naledi);
  slug = (await setAssignment(teacher, room.slug, task(thread, { sides: "NONE" }))).slug;
});

const told = async (who: Person) => (await listClassNotices(who)).map(({ kind }) => kind);

describe("a release of grades", () => {
  it("is told to who has one, once, with the way to it; taken back that is told instead", async () => {
    await gradePupil(teacher, room.slug, slug, "tomasz", { levels: { claim: 3 } });
    await releaseGrades(teacher, room.slug, slug);
    await releaseGrades(teacher, room.slug, slug);
    expect(await listClassNotices(tomasz)).toMatchObject([
      { kind: "GRADES_RELEASED", read: false, class: { slug: room.slug }, assignment: { slug } },
    ]);
    expect(await countUnread(tomasz)).toBe(1);
    for (const who of [leilani, naledi, yuki]) expect(await told(who)).toEqual([]);
    await withholdGrades(teacher, room.slug, slug);
    expect(await told(tomasz)).toEqual(["GRADES_WITHHELD"]);
  });

  it("is read by who was told, alone or with everything, and that can be undone", async () => {
    await gradePupil(teacher, room.slug, slug, "tomasz", { levels: {} });
    await releaseGrades(teacher, room.slug, slug);
    const [notice] = await listClassNotices(tomasz);
    const named = { kind: "GRADES_RELEASED" as const, subject: notice?.subject ?? "" };
    expect(await refusal(readClassNotice(leilani, named))).toBe("missing");
    const at = await readAllNotices(tomasz);
    expect(await countUnread(tomasz)).toBe(0);
    await unreadNotices(tomasz, at ?? "");
    expect(await countUnread(tomasz)).toBe(1);
    await readClassNotice(tomasz, named);
    await readClassNotice(tomasz, named);
    expect(await countUnread(tomasz)).toBe(0);
  });

  it("is not told any more to who was removed from the class", async () => {
    await gradePupil(teacher, room.slug, slug, "tomasz", { levels: {} });
    await releaseGrades(teacher, room.slug, slug);
    await removeMember(teacher, room.slug, "tomasz");
    expect([await told(tomasz), await countUnread(tomasz)]).toEqual([[], 0]);
  });
});

describe("feedback among pupils", () => {
  it("is told to who gives, to who gets it when it is released, and to the teachers when it is reported", async () => {
    const [tom, lei] = [await asKnown(tomasz), await asKnown(leilani)];
    for (const pupil of [tom, lei]) await world.post(pupil, {}, { thread });
    await askForPeers(teacher, room.slug, slug, { each: 1, dueAt: hours(5) });
    expect([await told(tom), await told(lei), await told(naledi)]).toEqual([["PEERS_ASKED"], ["PEERS_ASKED"], []]);
    const id = (await findOwnPeers(tom, room.slug, slug))?.toGive[0]?.id ?? "";
    await givePeerFeedback(tom, room.slug, slug, id, { levels: { claim: 3 } });
    await releasePeerFeedback(teacher, room.slug, slug);
    expect([(await told(tom)).length, (await told(lei))[0]]).toEqual([1, "PEERS_RELEASED"]);
    await reportPeerFeedback(lei, room.slug, slug, id, null, { at: new Date(hours(6)) });
    expect(await told(naledi)).toEqual(["PEERS_REPORTED"]);
  });
});

describe("a join code", () => {
  it("that is used up is told to the teachers", async () => {
    const code = await makeCode(teacher, room.slug, { days: 3, cap: 1 });
    await joinClass(yuki, code, "203.0.113.9");
    expect(await told(naledi)).toEqual(["CODE_FULL"]);
    expect(await told(yuki)).toEqual([]);
  });
});
