/** Following through the API, and stopping letters by one click. */
import { describe, expect, test, vi } from "vitest";
import { keepSession } from "#lib/auth";
import { db } from "#lib/db";
import { wishNotices } from "#lib/notices/commands";
import { tell } from "#lib/notices/fan-out";
import { countUnread, getFollowed } from "#lib/notices/queries";
import type { Jobs } from "#lib/queue/queues";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { POST as readOne } from "../../../app/api/notices/route.ts";
import { POST as oneClick, GET as oneClickPage } from "../../../app/api/unsubscribe/[key]/route.ts";
import { POST as bookmark } from "../../../app/api/v1/arguments/[id]/bookmark/route.ts";
import { POST as unbookmark } from "../../../app/api/v1/arguments/[id]/unbookmark/route.ts";
import { POST as unwatchBranch } from "../../../app/api/v1/arguments/[id]/unwatch/route.ts";
import { POST as watchBranch } from "../../../app/api/v1/arguments/[id]/watch/route.ts";
import { GET as notices } from "../../../app/api/v1/notices/route.ts";
import { POST as unwatch } from "../../../app/api/v1/threads/[slug]/unwatch/route.ts";
import { POST as watch } from "../../../app/api/v1/threads/[slug]/watch/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { jobs } from "../../support/queue.ts";
import { anArgument, aSource, aThread, person, tokenOf } from "../../support/world.ts";
import { carry, lastSet } from "../users/request.ts";

vi.mock("next/headers", () => import("../users/request.ts"));

async function enter(person: Person): Promise<void> {
  const session = { id: newId(), userId: person.id, expiresAt: new Date(Date.now() + 3_600_000) };
  await db().session.create({ data: { ...session, agent: "A browser" } });
  await keepSession(session);
  carry(lastSet().value);
}

const yuki = await person("yuki");
const farid = await person("farid");
const token = await tokenOf(yuki);
const source = await aSource(farid);
const slug = await aThread(farid, source);
const { id } = await anArgument(yuki, slug, source);
const { id: threadId } = await db().thread.findUniqueOrThrow({ where: { slug } });

describe("opening a notice", () => {
  const open = (body: unknown) =>
    readOne(
      new Request("http://localhost/api/notices", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );

  test("marks it as read, twice as once; another's is none, a stranger has none, and what is no name is refused", async () => {
    const said = { kind: "POSTED", subject: id };
    await db().notice.create({
      data: {
        readerId: yuki.id,
        kind: "POSTED",
        subjectId: id,
        cause: "THREAD",
        threadId,
        argumentId: id,
        at: new Date(),
      },
    });
    carry();
    expect((await open(said)).status).toBe(401);
    await enter(farid);
    expect((await open(said)).status).toBe(404);
    await enter(yuki);
    expect((await open({ ...said, kind: "NOTHING" })).status).toBe(422);
    expect(await countUnread(yuki)).toBe(1);
    for (const answer of [await open(said), await open(said)]) {
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([204, "private, no-store"]);
      expect(await countUnread(yuki)).toBe(0);
    }
    await db().notice.deleteMany();
  });
});

describe("the API", () => {
  test("begins and ends to watch a thread and a branch, and keeps an argument", async () => {
    for (const [door, params] of [
      [watch, { slug }],
      [watchBranch, { id }],
      [bookmark, { id }],
    ] as const)
      expect((await call(door, { token, params, body: {} })).status).toBe(204);
    expect(await getFollowed(yuki, slug)).toEqual({ thread: true, branches: [id], bookmarks: [id] });
    for (const [door, params] of [
      [unwatch, { slug }],
      [unwatchBranch, { id }],
      [unbookmark, { id }],
    ] as const)
      expect((await call(door, { token, params, body: {} })).status).toBe(204);
    expect(await getFollowed(yuki, slug)).toEqual({ thread: false, branches: [], bookmarks: [] });
  });

  test("knows nothing of what is not there, and follows for nobody in particular nothing", async () => {
    await expectRefusal(404, "missing", watch, { token, params: { slug: "nothing" }, body: {} });
    await expectRefusal(401, "sign-in-first", watch, { params: { slug }, body: {} });
    await expectRefusal(401, "sign-in-first", notices, {});
  });

  test("tells what one is told", async () => {
    await anArgument(farid, slug, source, { parent: id, stance: "CON", claim: "It was too late." });
    await tell((await jobs()).map(({ data }) => data as unknown as Jobs["notices"]));
    const { json } = await call(notices, { token });
    expect(json).toMatchObject({
      items: [
        {
          kind: "POSTED",
          cause: "ANSWER",
          answers: 1,
          actor: { handle: "farid" },
          argument: { claim: "It was too late.", stance: "CON" },
          read: false,
        },
      ],
      next: null,
    });
  });
});

describe("one click", () => {
  const at = (key: string) => ({ params: Promise.resolve({ key }) });
  const ask = (method: string) =>
    new Request("http://localhost/api/unsubscribe/x", {
      method,
      ...(method === "POST" && { body: "List-Unsubscribe=One-Click" }),
    });
  const mail = async () => (await db().noticeSettings.findUniqueOrThrow({ where: { userId: yuki.id } })).mail;

  test("that only looks changes nothing and leads to the button", async () => {
    await wishNotices(yuki, { mail: "AT_ONCE", watchOwn: true, answers: true });
    const { unsubscribeKey: key } = await db().noticeSettings.findUniqueOrThrow({ where: { userId: yuki.id } });
    const answer = await oneClickPage(ask("GET"), at(key));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/unsubscribe/${key}`]);
    expect(await mail()).toBe("AT_ONCE");
  });

  test("that posts stops the letters", async () => {
    const { unsubscribeKey: key } = await db().noticeSettings.findUniqueOrThrow({ where: { userId: yuki.id } });
    expect((await oneClick(ask("POST"), at(key))).status).toBe(204);
    expect(await mail()).toBe("NONE");
  });

  test("of another key does nothing", async () => {
    await wishNotices(yuki, { mail: "DAILY", watchOwn: true, answers: true });
    for (const key of ["0".repeat(32), "", "../x"]) expect((await oneClick(ask("POST"), at(key))).status).toBe(404);
    expect(await mail()).toBe("DAILY");
  });
});
