/** Who hears what happens in a class's thread, and until when. */
import http from "node:http";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { postArgument } from "#lib/arguments/commands/post";
import { removeMember } from "#lib/classes/commands/people";
import { db } from "#lib/db";
import { env } from "#lib/env";
import { type Live, liveDoor } from "#lib/live/door";
import { frontListener } from "#lib/pages/front";
import { hearChanges } from "#lib/pages/invalidation";
import { PageStore } from "#lib/pages/store";
import { newId } from "#lib/text/id";
import { type Classroom, type Enrolled, makeClassroom, ROLL } from "../../support/classroom.ts";
import { argument, makeWorld, type World } from "../../support/island.ts";
import { openStream, type Reading } from "../../support/stream.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let world: World;
let room: Classroom;
let live: Live;
let changes: ReturnType<typeof hearChanges>;
let server: http.Server;
let address: string;
const readings: Reading[] = [];

beforeAll(async () => {
  world = await makeWorld();
  room = await makeClassroom(world, "linnet", "PSEUDONYMS");
  live = liveDoor();
  changes = hearChanges(process.env.DATABASE_URL as string, live.hub);
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
  for (const reading of readings) reading.leave();
  live.stop();
  server.close().closeAllConnections();
  await changes.stop();
});

async function listen(who: Enrolled | "stranger", thread = room.thread.slug): Promise<Reading> {
  const headers: Record<string, string> = {};
  if (who !== "stranger") {
    const { id: userId } = await room.now(who);
    const id = newId();
    await db().session.create({ data: { id, userId, agent: "a", expiresAt: new Date(Date.now() + 3_600_000) } });
    const token = await encode({ token: { sub: userId, sid: id }, secret: env().SECRET, maxAge: 3_600 });
    headers.cookie = `grounds.session=${token}`;
  }
  const after = await db().event.count({ where: { stream: room.thread.id } });
  const reading = await openStream(`${address}?thread=${thread}&after=${after}`, headers);
  readings.push(reading);
  return reading;
}

const post = async (claim: string) =>
  postArgument(await room.now("pupil"), room.thread.slug, argument(world.source, { claim }));

describe("what happens in a class's thread", () => {
  it.each(["stranger", "member", "other", "removed", "moderator", "admin"] as const)(
    "is heard by no %s, as if there were no such thread",
    async (who) => {
      const [there, never] = [await listen(who), await listen(who, "was-it-the-linnet-wager-zzzzzzzzzz")];
      expect([there.status, there.text()]).toEqual([404, never.text()]);
      expect(never.status).toBe(404);
      const names = ({ headers }: Reading) => Object.keys(headers).sort();
      expect(names(there)).toEqual(names(never));
    },
  );

  it("is told to its members by ids alone, to the second of nobody", async () => {
    const reading = await listen("peer");
    expect(reading.status).toBe(200);
    const { id } = await post("The linnet was there first.");
    const [told] = await reading.count(1);
    expect(told).toMatchObject({ kind: "argument.posted", argument: id });
    const { id: author, handle, name } = world.people[ROLL.pupil];
    for (const trace of [author, handle, name, "linnet was there"]) expect(reading.text()).not.toContain(trace);
    expect(reading.text()).not.toMatch(/\d{4}-\d\d-\d\dT|"own"/);
  });

  it("is heard no longer than somebody belongs to the class", async () => {
    const [removed, stays] = [await listen("peer"), await listen("coteacher")];
    await removeMember(await room.now("teacher"), room.slug, world.people[ROLL.peer].handle);
    await vi.waitFor(() => expect(removed.ended()).toBe(true), { timeout: 10_000 });
    await post("Nobody tells the peer.");
    await stays.count(1);
    expect([removed.told.length, (await listen("peer")).status]).toEqual([0, 404]);
  });
});
