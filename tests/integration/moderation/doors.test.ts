/** The queue, decisions, appeals and the log, as programs use them. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { dueProcess } from "#lib/api/appeal-routes";
import * as api from "#lib/api/judging-routes";
import { splitting } from "#lib/api/wording-routes";
import { db } from "#lib/db";
import { flagArgument } from "#lib/moderation/commands/flag";
import { setThreadMode } from "#lib/threads/commands";
import { POST as APPEAL, GET as PROCESS } from "../../../app/api/v1/arguments/[id]/appeal/route.ts";
import { POST as MERGE } from "../../../app/api/v1/arguments/[id]/merge/route.ts";
import { POST as SPLIT, GET as SPLITTING } from "../../../app/api/v1/arguments/[id]/split/route.ts";
import { GET as LOG } from "../../../app/api/v1/log/route.ts";
import { POST as CLAIM } from "../../../app/api/v1/reviews/[id]/claim/route.ts";
import { POST as DECIDE } from "../../../app/api/v1/reviews/[id]/decide/route.ts";
import { GET as REVIEW } from "../../../app/api/v1/reviews/[id]/route.ts";
import { POST as UNDO } from "../../../app/api/v1/reviews/[id]/undo/route.ts";
import { GET as QUEUE } from "../../../app/api/v1/reviews/route.ts";
import { POST as TAKE } from "../../../app/api/v1/splits/[id]/take/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { countRows, eventsOf, makeWorld, type World } from "../../support/island.ts";
import { tokenOf } from "../../support/world.ts";

// Whole stories: each posts and judges many times.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: World;
const tokens = {} as Record<keyof World["people"], string>;
beforeAll(async () => {
  world = await makeWorld();
  await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
  for (const who of ["signe", "mateo", "yuki", "seun"] as const) tokens[who] = await tokenOf(world.people[who]);
});

const NOWHERE = "0000000000000000";

/** A reported post of Yuki's, and its review as a moderator is given it. */
async function reported(claim = "It should sail.") {
  const { id } = await world.post(world.people.yuki, { claim });
  await flagArgument(world.people.seun, id, { kind: "ABUSE", note: "Look at it." });
  const { id: review, edition } = await db().review.findFirstOrThrow({ where: { argumentId: id, decidedAt: null } });
  return { id, review, edition };
}

const remove = (edition: number) => ({ act: "REMOVE", edition, code: "off-topic", note: "A word to its author." });

describe("the queue", () => {
  it("lists what waits, narrowed alike, in the form that it promises", async () => {
    const { id, review } = await reported();
    const { status, json } = await call(QUEUE, { token: tokens.signe });
    expect(status).toBe(200);
    expect(api.queue.parse(json).items.find((item) => item.id === review)).toMatchObject({
      argument: { id, author: { handle: "yuki" } },
      thread: world.thread,
      flags: 1,
      cause: "FLAG",
    });
    const listed = async (query: string) => (await call(QUEUE, { token: tokens.signe, query })).json.total;
    expect([await listed("?sieve=appeals"), await listed("?thread=elsewhere")]).toEqual([0, 0]);
    expect((await call(QUEUE, { token: tokens.signe, query: "?sieve=none" })).status).toBe(400);
    expect(JSON.stringify(json)).not.toContain("seun");
  });

  it("is not there for others than moderators, nor is anything in it", async () => {
    const { review, edition } = await reported();
    for (const token of [tokens.yuki, tokens.seun, undefined]) {
      expect((await call(QUEUE, token ? { token } : {})).status).toBe(404);
      expect((await call(REVIEW, { params: { id: review }, ...(token && { token }) })).status).toBe(404);
    }
    for (const [handler, body] of [
      [CLAIM, {}],
      [UNDO, {}],
      [DECIDE, remove(edition)],
    ] as const) {
      await expectRefusal(404, "missing", handler, { token: tokens.seun, params: { id: review }, body });
      await expectRefusal(404, "missing", handler, { token: tokens.signe, params: { id: NOWHERE }, body });
      await expectRefusal(401, "sign-in-first", handler, { params: { id: review }, body });
    }
  });
});

describe("a decision", () => {
  it("is made on the edition that was seen, once, and taken back", async () => {
    const { id, review, edition } = await reported();
    const params = { id: review };
    const token = tokens.signe;
    const open = api.review.parse((await call(REVIEW, { token, params })).json);
    expect(open).toMatchObject({ edition, decided: null, flags: [{ kind: "ABUSE", notes: ["Look at it."] }] });
    expect((await call(CLAIM, { token, params, body: {} })).json.claimedBy).toBeNull();
    expect((await call(REVIEW, { token: tokens.mateo, params })).json.claimedBy).toBe(world.people.signe.name);
    await expectRefusal(409, "review-claimed", DECIDE, { token: tokens.mateo, params, body: remove(edition) });
    const decided = await call(DECIDE, { token, params, body: remove(edition) });
    expect(api.review.parse(decided.json).decided).toMatchObject({ verdict: "REFUSED", code: "off-topic" });
    expect((await eventsOf(world.thread)).slice(-2)).toEqual(["argument.removed", "review.decided"]);
    const before = await countRows();
    expect((await call(DECIDE, { token, params, body: remove(edition) })).json).toEqual(decided.json);
    expect(await countRows()).toEqual(before);
    await expectRefusal(409, "review-decided", DECIDE, { token: tokens.mateo, params, body: remove(edition) });
    expect((await call(UNDO, { token, params, body: {} })).json.decided).toBeNull();
    expect(
      (await db().argument.findUniqueOrThrow({ where: { id }, select: { removals: true } })).removals,
    ).toMatchObject([{ liftedAt: expect.any(Date) }]);
  });

  it("without a reason, or with a field that nobody asked for, is refused", async () => {
    const { review, edition } = await reported();
    const asked = { token: tokens.signe, params: { id: review } };
    await expectRefusal(422, "reason-needed", DECIDE, { ...asked, body: { act: "REMOVE", edition } });
    expect((await call(DECIDE, { ...asked, body: { ...remove(edition), decidedById: "x" } })).status).toBe(422);
  });
});

describe("an appeal", () => {
  it("is made by the author, heard by somebody else, and told to its author alone", async () => {
    const { id, review, edition } = await reported("The ferry is a quandary.");
    await call(DECIDE, { token: tokens.signe, params: { id: review }, body: remove(edition) });
    const params = { id };
    const own = await call(PROCESS, { token: tokens.yuki, params });
    expect(dueProcess.parse(own.json)).toMatchObject({
      decided: "removal",
      reason: { code: "off-topic" },
      word: "A word to its author.",
      appeal: null,
    });
    const body = { plea: "Read it again." };
    await expectRefusal(403, "author-only", APPEAL, { token: tokens.seun, params, body });
    await expectRefusal(404, "missing", APPEAL, { token: tokens.yuki, params: { id: NOWHERE }, body });
    for (const who of ["seun", "mateo"] as const)
      expect((await call(PROCESS, { token: tokens[who], params })).status).toBe(404);
    const said = await call(APPEAL, { token: tokens.yuki, params, body });
    expect(said.json.appeal).toMatchObject({ plea: "Read it again.", granted: null });
    const before = await countRows();
    expect((await call(APPEAL, { token: tokens.yuki, params, body })).json).toEqual(said.json);
    expect(await countRows()).toEqual(before);
    const [appeal] = (await call(QUEUE, { token: tokens.mateo, query: "?sieve=appeals" })).json.items;
    const hearing = { params: { id: appeal.id }, body: { act: "APPROVE", edition: appeal.edition } };
    await expectRefusal(403, "appeal-own-decision", DECIDE, { token: tokens.signe, ...hearing });
    expect((await call(DECIDE, { token: tokens.mateo, ...hearing })).json.decided.verdict).toBe("APPROVED");
    expect((await call(PROCESS, { token: tokens.yuki, params })).json.decided).toBeNull();
  });
});

describe("the log", () => {
  it("is the same for everybody, as a list, narrowed, and as a table", async () => {
    const { json } = await call(LOG);
    const acts = api.logged.parse(json).items.map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(["removed", "restored", "granted"]));
    expect((await call(LOG, { token: tokens.mateo })).json).toEqual(json);
    const narrow = (await call(LOG, { query: `?act=granted&thread=${world.thread}` })).json.items;
    expect(narrow).toMatchObject([{ act: "granted", role: "ADMIN", code: "off-topic", thread: world.thread }]);
    expect((await call(LOG, { query: "?act=nothing" })).status).toBe(400);
    const file = await LOG(new Request("http://localhost/api/v1/log?format=csv&act=granted"), {
      params: Promise.resolve({}),
    });
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const table = await file.text();
    expect(table.trim().split(/\r?\n/)).toHaveLength(2);
    for (const said of [JSON.stringify(json), table])
      expect(said).not.toMatch(/quandary|Read it again|A word to its author|Look at it|signe|seun|yuki|mateo/i);
  });
});

describe("a split that was drawn", () => {
  it("is read by its author and by moderators alone, and answered by its author", async () => {
    const { id } = await world.post(world.people.yuki, { claim: "It is cheap, and it is quick." });
    const parts = ["It is cheap.", "It is quick."].map((claim) => ({ claim, cites: [0] }));
    await call(SPLIT, { params: { id }, token: tokens.signe, body: { parts, answers: {} } });
    const read = async (token?: string) => (await call(SPLITTING, { params: { id }, ...(token && { token }) })).json;
    for (const token of [tokens.yuki, tokens.mateo])
      expect(splitting.parse(await read(token)).waiting).toMatchObject({ parts });
    for (const token of [tokens.seun, undefined]) expect(await read(token)).toEqual({ waiting: null, answers: [] });
    const { waiting } = await read(tokens.yuki);
    const taken = { params: { id: waiting.id }, body: { answers: {} } };
    await expectRefusal(404, "missing", TAKE, { ...taken, token: tokens.seun });
    expect((await call(TAKE, { ...taken, token: tokens.yuki })).json.splitInto).toHaveLength(2);
    expect((await read(tokens.yuki)).waiting).toBeNull();
  });
});

describe("an appeal of a merge", () => {
  it("names what it was merged into, and granted lets it stand by itself again", async () => {
    const { id: into } = await world.post(world.people.yuki);
    const { id } = await world.post(world.people.seun);
    await call(MERGE, { params: { id }, token: tokens.signe, body: { into, note: "The same." } });
    expect((await call(PROCESS, { params: { id }, token: tokens.seun })).json).toMatchObject({ decided: "merge" });
    await call(APPEAL, { params: { id }, token: tokens.seun, body: { plea: "It is not the same." } });
    const { id: review } = await db().review.findFirstOrThrow({ where: { argumentId: id, cause: "APPEAL" } });
    const seen = await call(REVIEW, { params: { id: review }, token: tokens.mateo });
    expect(api.review.parse(seen.json).appeal).toMatchObject({ into: { id: into, note: "The same." } });
    const body = { act: "APPROVE", edition: seen.json.edition };
    await call(DECIDE, { params: { id: review }, token: tokens.mateo, body });
    const { json } = await call(PROCESS, { params: { id }, token: tokens.seun });
    expect(json).toMatchObject({ decided: null });
  });
});
