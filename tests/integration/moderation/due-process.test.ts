/** What the author learns, what everybody may read of it, and that hidden is hidden on every side. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { listSaying } from "#lib/arguments/nearby";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { readCards } from "#lib/arguments/queries/cards";
import { readBones } from "#lib/arguments/queries/skeleton";
import { db } from "#lib/db";
import { env } from "#lib/env";
import { listHappened, told } from "#lib/live/queries";
import { FORMATS } from "#lib/maps/formats";
import { appealDecision } from "#lib/moderation/commands/appeal";
import { decideReview } from "#lib/moderation/commands/decide";
import { flagArgument } from "#lib/moderation/commands/flag";
import { csvOf } from "#lib/moderation/log-file";
import { getDueProcess } from "#lib/moderation/queries/due-process";
import { getLog, listLog, logAsked } from "#lib/moderation/queries/log";
import { getPolicy } from "#lib/moderation/queries/rules";
import type { Act } from "#lib/moderation/schema";
import { findStanding } from "#lib/moderation/standing";
import { tell } from "#lib/notices/fan-out";
import { countUnread, listNotices } from "#lib/notices/queries";
import { remindModerators } from "#lib/notices/waiting";
import { search } from "#lib/search/queries";
import { nameModerator, setThreadMode } from "#lib/threads/commands";
import { NAMES } from "#lib/threads/names";
import { ownData } from "#lib/users/own-data";
import type { Person } from "#lib/users/viewer";
import { GET as FEED } from "../../../app/(forum)/t/[slug]/feed.atom/route.ts";
import { GET as CSV } from "../../../app/(moderation)/log/csv/route.ts";
import { GET as ARGUMENT } from "../../../app/api/v1/arguments/[id]/route.ts";
import { GET as LOG } from "../../../app/api/v1/log/route.ts";
import { GET as SEARCH } from "../../../app/api/v1/search/route.ts";
import { GET as EXPORT } from "../../../app/api/v1/threads/[slug]/export/route.ts";
import { GET as THREAD } from "../../../app/api/v1/threads/[slug]/route.ts";
import { urlOf } from "../../support/databases.ts";
import { makeWorld, refusal, type World } from "../../support/island.ts";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
let world: World;
beforeAll(async () => {
  await superuser.connect();
  world = await makeWorld();
  await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
});
afterAll(() => superuser.end());

const EVERYTHING = { act: null, thread: null, code: null, page: 1 };

async function flagged(claim: string) {
  const { id } = await world.post(world.people.yuki, { claim, body: `Indeed: ${claim}` });
  await flagArgument(world.people.seun, id, { kind: "ABUSE", note: "flagcanary" });
  return id;
}

async function decide(who: Person, argumentId: string, act: Act, note: string | null = null) {
  const { id, edition } = await db().review.findFirstOrThrow({ where: { argumentId, decidedAt: null } });
  await decideReview(who, id, { act, edition, code: act === "APPROVE" ? null : "off-topic", note });
}

const countVisible = async (slug: string) => (await readBones(null, { slug })).thread.counts.arguments;

async function toldAll() {
  const events = await db().event.findMany({ select: { stream: true, number: true } });
  await tell(events);
}

describe("the author", () => {
  it("is told what, why and under which rule, with a word that nobody else reads, and may appeal", async () => {
    const { yuki, signe, seun, mateo } = world.people;
    const id = await flagged("The ferry is a shame.");
    await decide(signe, id, "REMOVE", "wordcanary");
    const shown = await getDueProcess(yuki, id);
    expect(shown).toMatchObject({
      what: "removal",
      reason: { code: "off-topic", policy: 1, sentence: "It does not bear on the question of this thread." },
      word: "wordcanary",
      words: { claim: "The ferry is a shame." },
      appeal: null,
      verdict: { ok: true },
    });
    expect(JSON.stringify(shown)).not.toContain("flagcanary");
    for (const who of [seun, mateo, null]) expect(await refusal(getDueProcess(who, id))).toBe("missing");
    await appealDecision(yuki, id, "Read it again.");
    expect((await getDueProcess(yuki, id)).appeal).toMatchObject({ plea: "Read it again.", granted: null });
    await decide(mateo, id, "APPROVE");
    expect(await getDueProcess(yuki, id)).toMatchObject({ what: null });
    await toldAll();
    expect((await listNotices(yuki)).items.map(({ kind, code }) => [kind, code])).toEqual(
      expect.arrayContaining([
        ["REMOVED", "off-topic"],
        ["RESTORED", null],
      ]),
    );
    expect(JSON.stringify(await listNotices(yuki))).not.toMatch(/signe|seun|flagcanary/);
  });

  it("is told of what is sent back, and how to go on", async () => {
    const { yuki, signe } = world.people;
    const id = await flagged("The ferry is slow.");
    await decide(signe, id, "CHANGES", "Say how slow.");
    expect(await getDueProcess(yuki, id)).toMatchObject({ what: "returned", word: "Say how slow." });
    await toldAll();
    expect((await listNotices(yuki)).items.map(({ kind }) => kind)).toContain("CHANGES");
  });
});

describe("the public log", () => {
  it("names acts, reasons, places and roles, and nobody; the file says the same", async () => {
    const { entries } = await getLog(EVERYTHING);
    expect(entries.map(({ act }) => act)).toEqual(
      expect.arrayContaining(["removed", "restored", "granted", "returned"]),
    );
    expect(entries.find(({ act }) => act === "removed")).toMatchObject({
      role: "MODERATOR",
      code: "off-topic",
      policy: 1,
    });
    const file = csvOf(await listLog(EVERYTHING));
    for (const said of [JSON.stringify(entries), file]) {
      for (const { handle, name, id } of Object.values(world.people)) {
        expect(said).not.toContain(handle);
        expect(said).not.toContain(name);
        expect(said).not.toContain(id);
      }
      expect(said).not.toMatch(/ferry is a shame|wordcanary|flagcanary|Read it again/);
    }
    expect(file.split("\r\n")).toHaveLength(entries.length + 2);
    const answer = await CSV(new Request("http://localhost/log/csv?act=removed"));
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect((await answer.text()).split("\r\n")).toHaveLength(3);
  });

  it("is narrowed by act, thread and reason, and knows no others", async () => {
    const acts = async (asked: Record<string, string>) => (await getLog(logAsked(asked))).entries.map(({ act }) => act);
    expect(new Set(await acts({ act: "granted" }))).toEqual(new Set(["granted"]));
    expect(await acts({ code: "spam" })).toEqual([]);
    expect(await acts({ thread: "elsewhere" })).toEqual([]);
    expect(logAsked({ act: "'; DROP", page: "-1" })).toEqual(EVERYTHING);
  });

  it("says of a first post that was not let in neither its number nor where it is", async () => {
    await setThreadMode(world.people.signe, world.thread, { mode: "ALL_APPROVED" });
    const { id } = await world.post(world.people.yuki);
    await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
    await decide(world.people.signe, id, "REMOVE");
    const [entry] = (await getLog({ ...EVERYTHING, act: "refused" })).entries;
    expect(entry).toMatchObject({ argument: null, code: "off-topic" });
  });

  it("makes no formula of anything", () => {
    const thread = { slug: "x", question: "=HYPERLINK(1)" };
    const entry = {
      act: "removed",
      at: "2026-11-22T00:00:00.000Z",
      role: "ADMIN",
      by: null,
      code: "+cmd",
      policy: 1,
      argument: null,
    } as const;
    expect(csvOf([{ ...entry, thread }])).toContain("'+cmd,1,admin,,x,'=HYPERLINK(1)");
  });
});

describe("a hidden post", () => {
  it("is told of on no side: page, program, search, export, feed, counts, notices, others' data", async () => {
    const { yuki, signe, farid } = world.people;
    const canary = "quaggawort";
    const id = await flagged(`The ferry is a ${canary}.`);
    const slug = world.thread;
    const before = await countVisible(slug);
    expect((await search(null, { q: canary })).total).toBe(1);
    await decide(signe, id, "HIDE");
    await toldAll();
    const { id: threadId } = await db().thread.findUniqueOrThrow({ where: { slug } });
    const asked = (path: string) => new Request(`http://localhost${path}`);
    // biome-ignore lint/suspicious/noExplicitAny: each route names its own
    const params = (one: object): any => ({ params: Promise.resolve(one) });
    const sides: Record<string, unknown> = {
      argument: await getArgument(null, id),
      history: await getHistory(farid, id),
      cards: (await readCards({ names: NAMES, ids: [id], quoted: [id], whole: [id] })).argument(id),
      api: await (await ARGUMENT(asked("/"), params({ id }))).text(),
      thread: await (await THREAD(asked("/?all=1"), params({ slug }))).text(),
      search: await search(farid, { q: canary }).then(({ items, total, meant }) => ({ items, total, meant })),
      searchApi: await (await SEARCH(asked("/?q=quagawort"), params({}))).text(),
      feed: await (await FEED(asked("/"), params({ slug }))).text(),
      notices: await listNotices(farid),
      log: await getLog(EVERYTHING),
      table: csvOf(await listLog(EVERYTHING)),
      near: await listSaying(threadId, { claim: `The ferry is a ${canary}.`, places: [], except: "" }),
      stream: (await listHappened(threadId, 0)).flatMap((one) => told(farid, threadId, one) ?? []),
    };
    for (const format of Object.keys(FORMATS)) {
      const answer = await EXPORT(asked(`/?format=${format}`), params({ slug }));
      sides[format] = Buffer.from(await answer.arrayBuffer()).toString("utf8");
    }
    for (const who of [farid, world.people.mateo]) {
      let file = "";
      for await (const piece of ownData(who)) file += piece;
      sides[`data of ${who.handle}`] = file;
    }
    for (const [side, said] of Object.entries(sides)) expect(JSON.stringify(said), side).not.toContain(canary);
    expect(await countVisible(slug)).toBe(before - 1);
    expect((await getHistory(yuki, id)).revisions[0]?.claim).toContain(canary);
    await decide(signe, id, "APPROVE");
    expect((await search(null, { q: canary })).total).toBe(1);
  }, 60_000);
});

describe("what waits", () => {
  it("is told to moderators after a day and after two, once each, and no more when it is decided", async () => {
    const { signe, yuki } = world.people;
    const id = await flagged("The ferry waits.");
    const waitingFor = async (who: Person) =>
      (await listNotices(who)).items
        .filter(({ kind, argument }) => kind === "WAITING" && argument.id === id)
        .map(({ code }) => code);
    await remindModerators();
    expect(await waitingFor(signe)).toEqual([]);
    const back = (hours: number) =>
      superuser.query("UPDATE reviews SET opened_at = now() - $2 * interval '1 hour' WHERE argument_id = $1", [
        id,
        hours,
      ]);
    await back(25);
    await remindModerators();
    await remindModerators();
    expect(await waitingFor(signe)).toEqual(["24"]);
    await back(49);
    await remindModerators();
    expect((await waitingFor(signe)).sort()).toEqual(["24", "48"]);
    expect(await waitingFor(yuki)).toEqual([]);
    const unread = await countUnread(signe);
    await decide(signe, id, "APPROVE");
    expect(await waitingFor(signe)).toEqual([]);
    expect(await countUnread(signe)).toBe(unread - 2);
  });

  it("are told of a newcomer's quiet post that nobody has looked at for a day, also those of its thread alone", async () => {
    const { signe, mateo, tomasz, yuki } = world.people;
    await nameModerator(mateo, world.thread, "tomasz");
    await setThreadMode(signe, world.thread, { mode: "OPEN_QUIET" });
    const { id } = await world.post(world.people.leilani, { claim: "The ferry is quiet." });
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    expect(await db().review.findFirst({ where: { argumentId: id } })).toMatchObject({ cause: "QUIET" });
    await superuser.query("UPDATE reviews SET opened_at = now() - interval '25 hours' WHERE argument_id = $1", [id]);
    await remindModerators();
    const isTold = async (who: Person) =>
      (await listNotices(who)).items.some(({ kind, argument }) => kind === "WAITING" && argument.id === id);
    const told = await Promise.all([signe, mateo, tomasz, yuki, world.people.leilani].map(isTold));
    expect(told).toEqual([true, true, true, false, false]);
  });
});

describe("the counts of the policy", () => {
  it("count first posts that were not let in, and those that were after an appeal", async () => {
    const { signe, mateo, yuki } = world.people;
    const counted = async () => (await getPolicy(null)).rules.find(({ code }) => code === "off-topic");
    const before = await counted();
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    const { id } = await world.post(yuki, { claim: "The ferry is not let in." });
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    await decide(signe, id, "REMOVE");
    const after = await counted();
    expect([after?.decisions, after?.lifted]).toEqual([(before?.decisions ?? 0) + 1, before?.lifted]);
    await appealDecision(yuki, id, "Let it in.");
    await decide(mateo, id, "APPROVE");
    expect((await counted())?.lifted).toBe((before?.lifted ?? 0) + 1);
  });
});

describe("what somebody should know before they write", () => {
  it("is that something was sent back to them, and that they are silenced; others are told nothing", async () => {
    const { signe, yuki, seun } = world.people;
    const { id } = await world.post(yuki, { claim: "The ferry is to be mended." });
    await flagArgument(seun, id, { kind: "SPAM" });
    await decide(signe, id, "CHANGES");
    expect((await findStanding(yuki))?.says).toMatch(/^Your #\d+ was sent back to you to mend\./);
    expect((await findStanding(yuki))?.href).toMatch(/^\/a\/[a-z0-9]+\/appeal$/);
    expect(await findStanding({ ...yuki, silence: { since: "2026-11-01T00:00:00.000Z", until: null } })).toMatchObject({
      says: "Since 2026-11-01 00:00 UTC, and until a moderator lifts it, you can read here and not write.",
      href: "/sanction",
    });
    expect([await findStanding(seun), await findStanding(null)]).toEqual([null, null]);
  });
});

describe("who judged", () => {
  it("is named by page, table and API where the site says so, and by role alone where it does not", async () => {
    const { yuki, signe, seun } = world.people;
    const id = await flagged("The ferry is a nuisance.");
    await decide(signe, id, "REMOVE", "wordcanary");
    const answers = async () => {
      const { entries } = await getLog(EVERYTHING);
      const { items } = await (
        await LOG(new Request("http://localhost/api/v1/log"), { params: Promise.resolve({}) })
      ).json();
      const table = await (await CSV(new Request("http://localhost/log/csv"))).text();
      return { page: entries[0], api: items[0], table };
    };
    const { page, api, table } = await answers();
    expect([page?.by, api.by]).toEqual([null, null]);
    expect(table).not.toContain(signe.name);
    env().LOG_NAMES = "names";
    const named = await answers();
    env().LOG_NAMES = "roles";
    const by = { handle: signe.handle, name: signe.name };
    expect([named.page?.by, named.api.by]).toEqual([by, by]);
    expect(named.table).toContain(signe.name);
    // Of whom it was about, and of who reported it, nobody is named all the same.
    for (const { name, handle } of [yuki, seun])
      for (const said of Object.values(named).map((one) => JSON.stringify(one))) {
        expect(said).not.toContain(name);
        expect(said).not.toContain(handle);
      }
  });
});
