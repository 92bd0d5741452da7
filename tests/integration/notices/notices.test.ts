/** Following, and being told: who, once, never what may not be known any more. */
import { beforeEach, describe, expect, test } from "vitest";
import { startLink } from "#lib/arguments/commands/link";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { db, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { markArgument, removeArgument } from "#lib/moderation/commands";
import * as notices from "#lib/notices/commands";
import { tell } from "#lib/notices/fan-out";
import { countUnread, getFollowed, listNotices } from "#lib/notices/queries";
import { type NoticePlace, noticePlace, placeInAddress } from "#lib/notices/schema";
import type { Jobs } from "#lib/queue/queues";
import { newId } from "#lib/text/id";
import { setThreadMode } from "#lib/threads/commands";
import { blockPerson, unblockPerson } from "#lib/users/commands/block";
import type { Person } from "#lib/users/viewer";
import { refusal } from "../../support/island.ts";
import { asOwner, jobs } from "../../support/queue.ts";
import { anArgument, aSource, aThread, person } from "../../support/world.ts";

const yuki = await person("yuki");
const farid = await person("farid");
const naledi = await person("naledi");
const seun = await person("seun");
const signe = await person("signe");
const source = await aSource(naledi);

let thread: string;
let first: string;

/** Does what the queue was asked for. */
async function work(): Promise<void> {
  const asked = await jobs();
  await db().$executeRaw`DELETE FROM pgboss.job`;
  await tell(asked.filter(({ name }) => name === "notices").map(({ data }) => data as unknown as Jobs["notices"]));
}

const post = async (who: Person, other: Parameters<typeof anArgument>[3] = {}) =>
  (await anArgument(who, thread, source, other)).id;
const under = (parent: string, other = {}) => ({ parent, stance: "CON" as const, ...other });

/** What somebody is told, as `cause kind #number`. */
const told = async (who: Person) =>
  (await listNotices(who)).items.map(({ cause, kind, argument }) => `${cause} ${kind} #${argument.number}`);

beforeEach(async () => {
  await db().notice.deleteMany();
  await db().watch.deleteMany();
  await db().noticeSettings.deleteMany();
  thread = await aThread(naledi, source);
  first = await post(yuki);
  await work();
  await db().notice.deleteMany();
});

describe("one is told", () => {
  test("of an answer to one's own argument, after it was posted and once", async () => {
    await post(farid, under(first));
    expect(await told(yuki)).toEqual([]);
    await work();
    expect(await told(yuki)).toEqual(["ANSWER POSTED #2"]);
  });

  test("of one thing once, however often the work is done", async () => {
    await post(farid, under(first));
    const asked = (await jobs()).map(({ data }) => data as unknown as Jobs["notices"]);
    await tell(asked);
    await tell([...asked, ...asked]);
    expect(await told(yuki)).toEqual(["ANSWER POSTED #2"]);
  });

  test("nothing that somebody blocked does, but what became of one's own argument", async () => {
    await post(farid, under(first));
    await work();
    await blockPerson(yuki, "farid");
    expect([await told(yuki), await countUnread(yuki)]).toEqual([[], 0]);
    await blockPerson(yuki, "signe");
    await removeArgument(signe, first, { code: "off-topic", note: null });
    await work();
    expect(await told(yuki)).toEqual(["OWN REMOVED #1"]);
    await unblockPerson(yuki, "signe");
    await unblockPerson(yuki, "farid");
    expect(await told(yuki)).toHaveLength(2);
  });

  test("never of one's own act", async () => {
    await post(yuki, under(first));
    await work();
    expect(await told(yuki)).toEqual([]);
  });

  test("of everything in a thread that one watches, opened or posted in", async () => {
    await notices.watchThread(seun, thread);
    await post(farid);
    await work();
    expect(await told(seun)).toEqual(["THREAD POSTED #2"]);
    expect(await told(naledi)).toEqual(["THREAD POSTED #2"]);
    expect(await told(yuki)).toEqual(["THREAD POSTED #2"]);
    expect(await told(signe)).toEqual([]);
  });

  test("of everything below an argument that one watches, however deep, and of nothing beside it", async () => {
    await notices.watchBranch(seun, first);
    const second = await post(farid, under(first));
    await post(naledi, under(second));
    await post(farid);
    await work();
    expect((await told(seun)).sort()).toEqual(["BRANCH POSTED #2", "BRANCH POSTED #3"]);
  });

  test("of what comes to stand in the branch by a second link no longer, where that has ended", async () => {
    await notices.watchBranch(seun, first);
    const other = await post(farid);
    const link = await startLink(farid, {
      child: other,
      parent: first,
      stance: "PRO",
      target: "CLAIM",
      concession: false,
    });
    await work();
    await db().notice.deleteMany();
    await post(naledi, under(other));
    await work();
    expect(await told(seun)).toEqual(["BRANCH POSTED #3"]);
    await db()
      .$executeRaw`UPDATE links SET ended_at = now(), ended_by = ${farid.id}, ended_reason = 'x' WHERE id = ${link.id}`;
    await post(naledi, under(other));
    await work();
    expect(await told(seun)).toEqual(["BRANCH POSTED #3"]);
  });

  test("the nearest reason, where there are several", async () => {
    await notices.watchBranch(yuki, first);
    await post(farid, under(first));
    await work();
    expect(await told(yuki)).toEqual(["ANSWER POSTED #2"]);
  });

  test("that an argument is used under one's own, too", async () => {
    const other = await post(farid);
    await work();
    await db().notice.deleteMany();
    await startLink(farid, { child: other, parent: first, stance: "PRO", target: "CLAIM", concession: false });
    await work();
    expect((await listNotices(yuki)).items).toMatchObject([{ kind: "LINKED", mine: 1, argument: { number: 2 } }]);
  });

  test("what became of one's own argument: marked, removed, with its reason and without the moderator's name", async () => {
    await markArgument(signe, first, { kind: "UNCLEAR", note: null });
    await removeArgument(signe, first, { code: "off-topic", note: null });
    await work();
    expect(
      (await listNotices(yuki)).items.map(({ kind, code, actor, argument }) => [
        kind,
        code,
        actor?.handle,
        argument.claim,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["MARKED", "UNCLEAR", "signe", null],
        ["REMOVED", "off-topic", undefined, null],
      ]),
    );
  });

  test("that a correction moved or took away words that one cites", async () => {
    const { threadId } = await db().argument.findUniqueOrThrow({ where: { id: first } });
    for (const kind of ["citation.moved", "citation.orphaned"] as const)
      await transact((tx, at) =>
        record(tx, { stream: threadId, kind, actorId: farid.id, subjects: { argument: first, version: "v2" }, at }),
      );
    await tell(
      (await db().event.findMany({ where: { kind: { startsWith: "citation." } } })).map(({ stream, number }) => ({
        stream,
        number,
      })),
    );
    expect((await told(yuki)).sort()).toEqual(["OWN MOVED #1", "OWN ORPHANED #1"]);
  });
});

describe("nobody is told", () => {
  test("of what was removed, withdrawn or made private since, and it counts for nothing", async () => {
    const removed = await post(farid, under(first));
    const withdrawn = await post(farid, under(first));
    await work();
    expect([(await told(yuki)).length, await countUnread(yuki)]).toEqual([2, 2]);
    await removeArgument(signe, removed, { code: "off-topic", note: null });
    expect([(await told(yuki)).length, await countUnread(yuki)]).toEqual([1, 1]);
    await withdrawArgument(farid, withdrawn, null);
    expect([await told(yuki), await countUnread(yuki)]).toEqual([[], 0]);
  });

  test("of a thread that a class owns", async () => {
    await post(farid, under(first));
    await work();
    const id = newId();
    await db().class.create({ data: { id, slug: id, name: "3b" } });
    await asOwner(`UPDATE threads SET class_id = '${id}' WHERE slug = '${thread}'`);
    expect([await told(yuki), await countUnread(yuki)]).toEqual([[], 0]);
    await asOwner(`UPDATE threads SET class_id = NULL WHERE slug = '${thread}'`);
  });

  test("of what waits for a moderator, until it is let in", async () => {
    await setThreadMode(signe, thread, { mode: "ALL_APPROVED" });
    const pending = await post(farid, under(first));
    await work();
    expect([await told(yuki), await told(naledi)]).toEqual([[], []]);
    await decide(pending, "APPROVED");
    expect(await told(yuki)).toEqual(["ANSWER POSTED #2"]);
    expect(await told(naledi)).toEqual(["THREAD POSTED #2"]);
    expect(await told(farid)).toEqual(["OWN APPROVED #2"]);
  });

  test("of what was refused, but its author", async () => {
    await setThreadMode(signe, thread, { mode: "ALL_APPROVED" });
    const pending = await post(farid, under(first));
    await work();
    await decide(pending, "REFUSED");
    expect([await told(yuki), await told(naledi), await told(farid)]).toEqual([[], [], ["OWN REFUSED #2"]]);
  });

  test("in a quiet thread, before a moderator has looked", async () => {
    await setThreadMode(signe, thread, { mode: "OPEN_QUIET" });
    const quiet = await post(farid, under(first));
    await work();
    expect(await told(yuki)).toEqual([]);
    await decide(quiet, "APPROVED");
    expect(await told(yuki)).toEqual(["ANSWER POSTED #2"]);
  });

  test("who asked not to be", async () => {
    await notices.wishNotices(yuki, { mail: "NONE", watchOwn: false, answers: false });
    await notices.unwatchThread(yuki, thread);
    await post(farid, under(first));
    await post(yuki);
    await work();
    expect(await told(yuki)).toEqual([]);
    expect((await getFollowed(yuki, thread)).thread).toBe(false);
  });
});

/** A moderator's decision, as the queue of moderation will write it. */
async function decide(argumentId: string, verdict: "APPROVED" | "REFUSED"): Promise<void> {
  const review = await db().review.findFirstOrThrow({ where: { argumentId, decidedAt: null } });
  const { threadId } = await db().argument.findUniqueOrThrow({ where: { id: argumentId } });
  await transact(async (tx, at) => {
    await tx.review.update({
      where: { id: review.id },
      data: { verdict, decidedAt: at, decidedById: signe.id, edition: 2 },
    });
    const subjects = { argument: argumentId, review: review.id };
    await record(tx, { stream: threadId, kind: "review.decided", actorId: signe.id, subjects, at });
  });
  await work();
}

describe("following", () => {
  test("begins and ends, twice as once, and leaves no event", async () => {
    const before = await db().event.count();
    for (const _ of [1, 2]) {
      await notices.watchThread(seun, thread);
      await notices.watchBranch(seun, first);
      await notices.bookmarkArgument(seun, first);
    }
    expect(await getFollowed(seun, thread)).toEqual({ thread: true, branches: [first], bookmarks: [first] });
    for (const _ of [1, 2]) {
      await notices.unwatchThread(seun, thread);
      await notices.unwatchBranch(seun, first);
      await notices.unbookmarkArgument(seun, first);
    }
    expect(await getFollowed(seun, thread)).toEqual({ thread: false, branches: [], bookmarks: [] });
    expect(await db().event.count()).toBe(before);
  });

  test("ended, is not begun anew by posting", async () => {
    expect((await getFollowed(yuki, thread)).thread).toBe(true);
    await notices.unwatchThread(yuki, thread);
    await post(yuki);
    await work();
    expect((await getFollowed(yuki, thread)).thread).toBe(false);
  });

  test("of what one may not see is of nothing", async () => {
    await setThreadMode(signe, thread, { mode: "ALL_APPROVED" });
    const pending = await post(farid, under(first));
    for (const act of [
      notices.watchBranch,
      notices.unwatchBranch,
      notices.bookmarkArgument,
      notices.unbookmarkArgument,
    ]) {
      expect(await refusal(act(seun, pending))).toBe("missing");
      expect(await refusal(act(seun, "nothing"))).toBe("missing");
    }
    for (const act of [notices.watchThread, notices.unwatchThread])
      expect(await refusal(act(seun, "nothing"))).toBe("missing");
  });
});

describe("what one is told", () => {
  test("comes in pages, each notice once, unread first, though they are read meanwhile", async () => {
    const all = [];
    for (let i = 0; i < 53; i++) all.push(await post(farid, under(first)));
    await work();
    const one = await listNotices(yuki);
    expect([one.items.length, one.next === null]).toEqual([50, false]);
    // What was on this page is read, and stands behind what is not.
    for (const { kind, subject } of one.items.slice(0, 5)) await notices.readNotice(yuki, { kind, subject });
    const place = noticePlace.parse(placeInAddress(one.next as NoticePlace));
    const two = await listNotices(yuki, place);
    expect(two.next).toBeNull();
    expect(two.items.map(({ read }) => read)).toEqual([false, false, false, ...Array(5).fill(true)]);
    const told = new Set([...one.items, ...two.items].map(({ subject }) => subject));
    expect(told.size).toBe(53);
    for (const broken of ["", "u", "u.1.x", "u.1.x.NOTHING", "r.x.y.POSTED", "u.999999999999999.x.POSTED"])
      expect(noticePlace.safeParse(broken).success, broken).toBe(false);
  }, 60_000);
});

describe("having read", () => {
  test("is of one thing or of all, and all can be undone", async () => {
    const second = await post(farid, under(first));
    await post(farid, under(first));
    await work();
    await notices.readNotice(yuki, { kind: "POSTED", subject: second });
    expect(await countUnread(yuki)).toBe(1);
    const at = await notices.readAllNotices(yuki);
    expect(await countUnread(yuki)).toBe(0);
    expect(await notices.readAllNotices(yuki)).toBeNull();
    await notices.unreadNotices(yuki, at ?? "");
    expect((await listNotices(yuki)).items.map(({ read }) => read)).toEqual([false, true]);
  });

  test("is one's own: another's notice is none", async () => {
    const second = await post(farid, under(first));
    await work();
    expect(await refusal(notices.readNotice(seun, { kind: "POSTED", subject: second }))).toBe("missing");
    await notices.readAllNotices(seun);
    expect(await countUnread(yuki)).toBe(1);
  });
});

test("an act that is rolled back tells nobody, and one that is not does", async () => {
  const { threadId } = await db().argument.findUniqueOrThrow({ where: { id: first } });
  const happening = {
    stream: threadId,
    kind: "argument.posted" as const,
    actorId: farid.id,
    subjects: { argument: first },
  };
  await transact(async (tx, at) => {
    await record(tx, { ...happening, at });
    throw new Error("changed my mind");
  }).catch(() => {});
  expect(await jobs()).toEqual([]);
  await transact((tx, at) => record(tx, { ...happening, at }));
  expect(await jobs()).toMatchObject([{ name: "notices", data: { stream: threadId } }]);
  await db().$executeRaw`DELETE FROM pgboss.job`;
});
