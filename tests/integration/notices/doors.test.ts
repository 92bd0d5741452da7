/** Following through the API, and stopping letters by one click. */
import { describe, expect, test } from "vitest";
import { db } from "#lib/db";
import { wishNotices } from "#lib/notices/commands";
import { tell } from "#lib/notices/fan-out";
import { getFollowed } from "#lib/notices/queries";
import type { Jobs } from "#lib/queue/queues";
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

const yuki = await person("yuki");
const farid = await person("farid");
const token = await tokenOf(yuki);
const source = await aSource(farid);
const slug = await aThread(farid, source);
const { id } = await anArgument(yuki, slug, source);

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
