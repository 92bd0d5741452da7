/** What is told on a stream, to whom, and what is not. */
import http from "node:http";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { db } from "#lib/db";
import { env } from "#lib/env";
import { record } from "#lib/events/record";
import { NETWORK_MAX, PERSON_MAX } from "#lib/live/crowd";
import { type Live, liveDoor } from "#lib/live/door";
import { removeArgument } from "#lib/moderation/commands";
import { frontListener } from "#lib/pages/front";
import { hearChanges } from "#lib/pages/invalidation";
import { PageStore } from "#lib/pages/store";
import { newId } from "#lib/text/id";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { endSession } from "#lib/users/commands/session";
import type { Person } from "#lib/users/viewer";
import { argument, makeWorld, QUOTES, type World } from "../../support/island.ts";
import { openStream, type Reading } from "../../support/stream.ts";

vi.setConfig({ testTimeout: 20_000 });
const url = process.env.DATABASE_URL as string;
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);

let world: World;
let live: Live;
let changes: ReturnType<typeof hearChanges>;
let server: http.Server;
let address: string;
let thread: { id: string; slug: string };
const readings: Reading[] = [];
let taken = 0;

beforeAll(async () => {
  world = await makeWorld();
  await owner.connect();
  live = liveDoor();
  changes = hearChanges(url, live.hub);
  const none = async () => {
    throw new Error("nothing is rendered here");
  };
  const behind = {
    store: new PageStore(),
    holder: async () => null,
    render: none,
    live: live.answer,
    next: none,
    platforms: async () => [],
  };
  server = http.createServer(frontListener({ address: new URL(env().APP_URL), dev: false, proxies: 1 }, behind));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}/api/live`;
});
afterAll(async () => {
  live.stop();
  server.close().closeAllConnections();
  await changes.stop();
  await owner.end();
  stderr.mockRestore();
});
beforeEach(async () => {
  taken += 1;
  const raisedBy = { source: world.source, quote: QUOTES[1] };
  const { slug } = await openThread(
    world.people.naledi,
    { question: `Who reads along, take ${taken}?`, raisedBy },
    { mode: "OPEN" },
  );
  thread = await db().thread.findUniqueOrThrow({ where: { slug }, select: { id: true, slug: true } });
});
afterEach(() => {
  for (const reading of readings.splice(0)) reading.leave();
});

const latest = async () =>
  (await db().event.findFirst({ where: { stream: thread.id }, orderBy: { number: "desc" } }))?.number ?? 0;

async function sessionOf(person: Person, lasts = 3_600_000): Promise<{ id: string; cookie: string }> {
  const id = newId();
  await db().session.create({
    data: { id, userId: person.id, agent: "A browser", expiresAt: new Date(Date.now() + lasts) },
  });
  const token = await encode({ token: { sub: person.id, sid: id }, secret: env().SECRET, maxAge: 3_600 });
  return { id, cookie: `grounds.session=${token}` };
}

async function read(headers: Record<string, string> = {}, query = `thread=${thread.slug}&after=`): Promise<Reading> {
  const where = query.endsWith("after=") ? query + (await latest()) : query;
  const reading = await openStream(`${address}?${where}`, headers);
  readings.push(reading);
  return reading;
}

const post = (author: Person, other = {}) => world.post(author, other, { thread: thread.slug });
/** Long enough for anything that would be told to have come. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 250));

describe("a stream", () => {
  it("tells of posts, changes and locks by ids and codes, and is neither kept nor held back on its way", async () => {
    const reading = await read();
    expect(reading.status).toBe(200);
    expect(reading.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    });
    expect(reading.headers["content-encoding"]).toBeUndefined();
    const { id } = await post(world.people.yuki);
    const { id: answer } = await post(world.people.seun, { parent: id, stance: "CON" });
    await reviseArgument(world.people.yuki, id, { ...argument(world.source), claim: "It should, after all." });
    await withdrawArgument(world.people.seun, answer, null);
    await setThreadMode(world.people.mateo, thread.slug, { mode: "LOCKED" });
    await setThreadMode(world.people.mateo, thread.slug, { mode: "OPEN" });
    const told = await reading.count(6);
    expect(told.map(({ kind, argument: of, parent }) => [kind, of, parent])).toEqual([
      ["argument.posted", id, undefined],
      ["argument.posted", answer, id],
      ["argument.revised", id, undefined],
      ["argument.withdrawn", answer, undefined],
      ["thread.mode_set", undefined, undefined],
      ["thread.mode_set", undefined, undefined],
    ]);
    expect(told.map(({ id: number }) => number)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(reading.text()).toMatch(/^retry: \d{4}\n\n/);
  });

  it("says nothing of who, of words, or of what no reader sees", async () => {
    const reading = await read();
    const { id } = await post(world.people.yuki, { claim: "Nobody asked the herons." });
    await record(db(), {
      stream: thread.id,
      kind: "thread.mode_set",
      actorId: world.people.mateo.id,
      subjects: { mode: "OPEN" },
      at: new Date(),
    });
    await removeArgument(world.people.mateo, id, { code: "off-topic", note: "A private word to its author." });
    const [posted, set, removed] = await reading.count(3);
    expect(Object.keys(set ?? {})).toEqual(["id", "kind", "type", "place", "at"]);
    expect(Object.keys(posted ?? {})).toEqual(["id", "kind", "argument", "link", "type", "place", "at"]);
    expect(Object.keys(removed ?? {})).toEqual(["id", "kind", "argument", "type", "place", "at"]);
    await quiet();
    expect(reading.told).toHaveLength(3);
    for (const word of ["herons", "private", "off-topic", "yuki", "mateo", world.people.yuki.id, world.people.mateo.id])
      expect(reading.text()).not.toContain(word);
  });

  it("tells a person that an act was their own, and nobody else", async () => {
    const yuki = await read({ cookie: (await sessionOf(world.people.yuki)).cookie });
    const stranger = await read();
    await post(world.people.yuki);
    expect((await yuki.count(1))[0]).toMatchObject({ own: true });
    expect((await stranger.count(1))[0]).not.toHaveProperty("own");
  });

  it("tells of a post that waits for review when it is let in, to moderators and its author no sooner", async () => {
    await setThreadMode(world.people.mateo, thread.slug, { mode: "ALL_APPROVED" });
    const readers = await Promise.all([
      read(),
      read({ cookie: (await sessionOf(world.people.mateo)).cookie }),
      read({ cookie: (await sessionOf(world.people.yuki)).cookie }),
    ]);
    const { id, pending } = await post(world.people.yuki);
    expect(pending).toBe(true);
    await quiet();
    for (const { told } of readers) expect(told).toEqual([]);
    const review = await db().review.findFirstOrThrow({ where: { argumentId: id } });
    await db().$transaction(async (tx) => {
      const decided = { verdict: "APPROVED", decidedAt: new Date(), decidedById: world.people.mateo.id } as const;
      await tx.review.update({ where: { id: review.id }, data: decided });
      const subjects = { argument: id, review: review.id };
      await record(tx, {
        stream: thread.id,
        kind: "review.decided",
        actorId: world.people.mateo.id,
        subjects,
        at: new Date(),
      });
    });
    for (const reading of readers)
      expect((await reading.count(1))[0]).toMatchObject({ kind: "argument.posted", argument: id });
  });
});

describe("rights", () => {
  it("226: a thread that one may not see is as little there as one that does not exist", async () => {
    await db().class.create({ data: { id: `c${taken}`, slug: `class-${taken}`, name: "A class" } });
    await owner.query("UPDATE threads SET class_id = $1 WHERE id = $2", [`c${taken}`, thread.id]);
    const hidden = await read();
    const unknown = await read({}, "thread=there-is-no-such-thread&after=0");
    for (const query of ["", "thread=", "thread=%00", `thread=${"a".repeat(5_000)}`])
      expect((await read({}, query)).status).toBe(404);
    expect([hidden.status, unknown.status]).toEqual([404, 404]);
    await vi.waitFor(() => expect(unknown.text()).not.toBe(""));
    expect(hidden.text()).toBe(unknown.text());
    expect(JSON.parse(unknown.text())).toMatchObject({ type: "urn:grounds:missing", status: 404 });
  });

  it("227: who may no longer see a thread is cut off at its next event, untold", async () => {
    const reading = await read({ cookie: (await sessionOf(world.people.yuki)).cookie });
    await db().class.create({ data: { id: `c${taken}`, slug: `class-${taken}`, name: "A class" } });
    await owner.query("UPDATE threads SET class_id = $1 WHERE id = $2", [`c${taken}`, thread.id]);
    await record(db(), {
      stream: thread.id,
      kind: "thread.mode_set",
      actorId: null,
      subjects: { mode: "OPEN" },
      at: new Date(),
    });
    await vi.waitFor(() => expect(reading.ended()).toBe(true), { timeout: 2_000 });
    expect(reading.told).toEqual([]);
  });

  it("233: a notification names the thread and nothing else, however much the act says", async () => {
    const listener = new pg.Client({ connectionString: url });
    await listener.connect();
    const payloads: string[] = [];
    listener.on("notification", ({ payload = "" }) => void payloads.push(payload));
    await listener.query("LISTEN pages");
    const reading = await read();
    const { id } = await post(world.people.yuki, { claim: "é".repeat(280), body: "A heron stands. ".repeat(300) });
    // More than a notification can carry.
    const subjects = { argument: id, all: Array.from({ length: 600 }, newId) };
    expect(JSON.stringify(subjects).length).toBeGreaterThan(8_000);
    const at = new Date();
    await record(db(), { stream: thread.id, kind: "argument.marked", actorId: null, subjects, at });
    expect((await reading.count(2)).map(({ kind, argument: of }) => [kind, of])).toEqual([
      ["argument.posted", id],
      ["argument.marked", id],
    ]);
    expect(payloads.filter((payload) => !/^[ts]:[a-z0-9]{16}$/.test(payload))).toEqual([]);
    expect(payloads).toContain(`t:${thread.id}`);
    for (const line of reading.text().split("\n")) expect(line.length).toBeLessThan(200);
    await listener.end();
  });

  it("234: a stream ends with its session, however it ends, and an expired one opens as a stranger's", async () => {
    const ended = await sessionOf(world.people.yuki);
    const erased = await sessionOf(world.people.seun);
    const expired = await sessionOf(world.people.farid, 1_000);
    const readers = await Promise.all([ended, erased, expired].map(({ cookie }) => read({ cookie })));
    const stranger = await read();
    await endSession(world.people.yuki, ended.id);
    await vi.waitFor(() => expect(readers[0]?.ended()).toBe(true), { timeout: 2_000 });
    await db().user.update({ where: { id: world.people.seun.id }, data: { erasedAt: new Date() } });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    // What the pulse does every twenty seconds.
    await live.hub.examine();
    const ends = () => expect(readers.map((reading) => reading.ended())).toEqual([true, true, true]);
    await vi.waitFor(ends, { timeout: 2_000 });
    await db().user.update({ where: { id: world.people.seun.id }, data: { erasedAt: null } });
    expect(stranger.ended()).toBe(false);

    const again = await read({ cookie: expired.cookie });
    await post(world.people.farid);
    expect((await again.count(1))[0]).not.toHaveProperty("own");
  });
});

describe("a reader that was cut off", () => {
  it("is told what it missed, once, in order", async () => {
    const first = await read();
    await post(world.people.yuki);
    const [{ place } = { place: "" }] = await first.count(1);
    first.leave();
    const other = await read();
    await post(world.people.seun);
    await post(world.people.farid);
    const second = await read({ "last-event-id": place });
    await post(world.people.leilani);
    expect((await second.count(3)).map(({ id }) => id)).toEqual([3, 4, 5]);
    expect((await other.count(3)).map(({ id }) => id)).toEqual([3, 4, 5]);
    await quiet();
    expect([second.told.length, other.told.length]).toEqual([3, 3]);
  });

  it("is told all of it even while others are being told what is newer", async () => {
    const { id } = await post(world.people.yuki);
    await read();
    for (let round = 0; round < 8; round++) {
      const from = await latest();
      const revised = reviseArgument(world.people.yuki, id, {
        ...argument(world.source),
        claim: `Said anew, ${round}.`,
      });
      // They come at every moment of the act.
      const late: Reading[] = [];
      for (let i = 0; i < 12; i++) late.push(await read({ "last-event-id": `${thread.id}.1` }));
      await revised;
      for (const reading of late) {
        const told = await reading.count(from, 4_000);
        expect(told.map((event) => event.id)).toEqual(Array.from({ length: from }, (_, i) => i + 2));
        reading.leave();
      }
    }
  });

  it("230: with a note of another thread, of the future, or too old, asks anew and hears what comes", async () => {
    const notes = [
      "site.1",
      `${world.thread}.1`,
      `${thread.id}.999999`,
      "garbage",
      "1",
      `${thread.id}.${"9".repeat(9_000)}`,
    ];
    for (const note of notes) {
      const reading = await read({ "last-event-id": note });
      expect((await reading.count(1))[0], note).toMatchObject({ type: "reset", id: await latest() });
      reading.leave();
    }
    for (let i = 0; i < 201; i++)
      await record(db(), { stream: thread.id, kind: "thread.mode_set", actorId: null, subjects: {}, at: new Date() });
    const behind = await read({ "last-event-id": `${thread.id}.1` });
    await post(world.people.yuki);
    const told = await behind.count(2);
    expect(told.map(({ type, id }) => [type, id])).toEqual([
      ["reset", 202],
      ["message", 203],
    ]);
  });

  it("misses nothing and hears nothing twice when the process was deaf for a while", async () => {
    const reading = await read();
    await post(world.people.yuki);
    await reading.count(1);
    for (let i = 0; i < 3; i++) {
      await db().$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'grounds pages' AND datname = current_database()`;
      await post(world.people.seun);
      await post(world.people.farid);
    }
    expect((await reading.count(7, 8_000)).map(({ id }) => id)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    await quiet();
    expect(reading.told).toHaveLength(7);
  });

  it("asks anew where words were blanked, since nobody can say on which pages they stood", async () => {
    const { id } = await post(world.people.yuki);
    const reading = await read();
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id } });
    await db().$executeRaw`SELECT redact('revision', ${currentRevisionId}, 'a name', ${world.people.mateo.id})`;
    expect((await reading.count(1))[0]).toMatchObject({ type: "reset", id: 2 });
  });
});

describe("too many streams", () => {
  it("500 of one person are ten and a sentence, and everybody else reads on", async () => {
    const { cookie } = await sessionOf(world.people.tomasz);
    const networks = (i: number) => ({ "x-forwarded-for": `10.1.0.${i % 250}` });
    const opened = await Promise.all(Array.from({ length: 500 }, (_, i) => read({ cookie, ...networks(i) })));
    const let_in = opened.filter(({ status }) => status === 200);
    expect(let_in).toHaveLength(PERSON_MAX);
    const refused = opened.find(({ status }) => status === 429);
    await vi.waitFor(() =>
      expect(JSON.parse(refused?.text() ?? "")).toMatchObject({ type: "urn:grounds:streams-of-person" }),
    );
    expect(JSON.parse(refused?.text() ?? "").detail).toMatch(/10 windows.*\.$/);
    expect(refused?.headers["retry-after"]).toBe("60");
    expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([200, 429]));

    const stranger = await read();
    const { id } = await post(world.people.yuki);
    for (const reading of [stranger, ...let_in]) expect((await reading.count(1))[0]).toMatchObject({ argument: id });
    let_in[0]?.leave();
    await vi.waitFor(async () => expect((await read({ cookie })).status).toBe(200));
  });

  it("strangers of one network are bounded together, behind the proxies that are trusted and no others", async () => {
    const from = (hops: string) => read({ "x-forwarded-for": hops });
    const opened = await Promise.all(
      Array.from({ length: NETWORK_MAX }, (_, i) => from(`10.9.9.${i % 250}, 2001:db8::${i.toString(16)}`)),
    );
    expect(opened.every(({ status }) => status === 200)).toBe(true);
    expect((await from("10.0.0.1, 2001:db8:0:0:ffff::1")).status).toBe(429);
    expect((await from("2001:db8::1, 2001:db8:0:1::1")).status).toBe(200);
  });
});

it("a server that stops sends its readers away with a time at which to come back", async () => {
  const other = liveDoor();
  const own = http.createServer((request, response) => void other.answer(request, response, "127.0.0.1"));
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  const reading = await openStream(
    `http://127.0.0.1:${(own.address() as { port: number }).port}/?thread=${thread.slug}&after=1`,
  );
  other.stop();
  await vi.waitFor(() => expect(reading.ended()).toBe(true));
  expect(reading.text()).toMatch(/retry: [123]\d{3}\n\n$/);
  own.close();
});
