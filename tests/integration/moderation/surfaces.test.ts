/**
 * What may not be read is read nowhere: of every state in which words are out of sight, and of what is said about posts in
 * private, no stranger and nobody who followed it meets a word, on any way in which one may read.
 */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { postArgument } from "#lib/arguments/commands/post";
import { splitArgument } from "#lib/arguments/commands/split";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { db } from "#lib/db";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { appealDecision } from "#lib/moderation/commands/appeal";
import { decideReview } from "#lib/moderation/commands/decide";
import { flagArgument } from "#lib/moderation/commands/flag";
import type { Act } from "#lib/moderation/schema";
import { bookmarkArgument, watchThread } from "#lib/notices/commands";
import { tell } from "#lib/notices/fan-out";
import { setThreadMode } from "#lib/threads/commands";
import { makeToken } from "#lib/users/commands/token";
import type { Person } from "#lib/users/viewer";
import { argument, makeWorld, QUOTES, type World } from "../../support/island.ts";
import { filesOf, pagesOf, routesOf, type Sought, type Surface } from "../../support/surfaces.ts";

vi.mock("next/headers", () => import("../users/request.ts"));
vi.mock("next/navigation", () => import("../users/request.ts"));
vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

/** What is asked for, and what stands beside it in whatever may not be read: an echo of the one is no leak of the other. */
const WORD = "quizzlenook";
const BESIDE = "blatherskite";
const words = (of: string) => `The ${WORD} that was ${of} is a ${BESIDE}.`;

let world: World;
let surfaces: Record<string, Surface>;

/** Posted where everybody reads it, weighed, kept and told of; then a moderator judges it. */
async function judged(author: Person, of: string, act: Act): Promise<string> {
  const { signe, naledi } = world.people;
  const { id } = await world.post(author, { claim: words(of), body: words(`${of} at length`) });
  await flagArgument(naledi, id, { kind: "ABUSE", note: words("reported") });
  const review = await db().review.findFirstOrThrow({ where: { argumentId: id, decidedAt: null } });
  const note = act === "HIDE" ? null : words("told to its author");
  then.push(() => decideReview(signe, review.id, { act, code: "off-topic", edition: review.edition, note }));
  return id;
}
const then: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  world = await makeWorld();
  const { yuki, seun, farid, signe } = world.people;
  await setThreadMode(signe, world.thread, { mode: "OPEN" });
  await watchThread(farid, world.thread);
  await db().user.update({
    where: { id: farid.id },
    data: { email: "farid@example.org", emailConfirmedAt: new Date() },
  });
  const stands = await world.post(yuki, { claim: "It stands where everybody reads it." });
  const gone = {
    removed: await judged(seun, "removed", "REMOVE"),
    hidden: await judged(seun, "hidden", "HIDE"),
    "sent back": await judged(seun, "sent back", "CHANGES"),
    withdrawn: (await world.post(seun, { claim: words("withdrawn"), parent: stands.id, stance: "CON" })).id,
  };
  for (const id of Object.values(gone)) await bookmarkArgument(farid, id);
  const tellAll = async () => {
    const rows = await db().event.findMany({ select: { stream: true, number: true } });
    await tell(rows);
  };
  await tellAll();
  expect(await db().notice.count({ where: { readerId: farid.id } })).toBeGreaterThan(3);
  const { id: snapshot } = await takeSnapshot(signe, world.thread);
  for (const act of then) await act();
  await withdrawArgument(seun, gone.withdrawn, "I think otherwise now.");
  await appealDecision(seun, gone.removed, words("pleaded"));
  const parts = ["drawn", "drawn, too,"].map((of) => ({ claim: words(of), cites: [0] }));
  await splitArgument(signe, stands.id, { parts, answers: {} });
  await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
  const waits = async (of: string) =>
    (await postArgument(seun, world.thread, argument(world.source, { claim: words(of), body: words(of) }))).id;
  const pending = await waits("waiting");
  const refused = await waits("never let in");
  const review = await db().review.findFirstOrThrow({ where: { argumentId: refused } });
  await decideReview(signe, review.id, {
    act: "REMOVE",
    code: "off-topic",
    edition: review.edition,
    note: words("refused"),
  });
  await tellAll();

  const thread = await db().thread.findUniqueOrThrow({
    where: { slug: world.thread },
    select: { id: true, slug: true },
  });
  const all = [...Object.values(gone), pending, refused];
  surfaces = {};
  for (const [place, id] of all.entries()) {
    const { id: link } = await db().link.findFirstOrThrow({ where: { childId: id } });
    const open = await db().review.findFirst({ where: { argumentId: id }, orderBy: { openedAt: "desc" } });
    const sought: Sought = {
      ...{ word: WORD, thread, source: world.source, quote: QUOTES[0], snapshot, link, handle: seun.handle },
      ...{ argument: id, answer: all[(place + 1) % all.length] as string, review: open?.id ?? "none" },
      open: { thread: world.thread, source: world.source },
    };
    const pages = Object.entries(pagesOf(sought)).map(([name, page]) => [`${name}, of ${id}`, page]);
    Object.assign(surfaces, Object.fromEntries(pages));
    if (place % 2 === 0) Object.assign(surfaces, await routesOf(sought));
    if (place === 0) Object.assign(surfaces, filesOf(sought));
  }
});

/** Names of the surfaces on which it stands for somebody. */
async function meeting(viewer: Person | null, what: string, ways = /./): Promise<string[]> {
  const token = viewer ? (await makeToken(viewer, "tests")).token : undefined;
  const met: string[] = [];
  for (const [name, surface] of Object.entries(surfaces)) {
    if (!ways.test(name)) continue;
    const text = await surface({ viewer, ...(token && { token }) });
    if (text.includes(what)) met.push(name);
  }
  return met;
}

describe("words that are out of sight", () => {
  it("reach no stranger, and nobody who followed, kept and was told of them", async () => {
    expect(Object.keys(surfaces).length).toBeGreaterThan(300);
    expect(await meeting(null, BESIDE)).toEqual([]);
    expect(await meeting(world.people.farid, BESIDE)).toEqual([]);
  });

  it("are suggested to nobody who mistypes them", async () => {
    for (const viewer of [null, world.people.farid]) expect(await meeting(viewer, WORD, /with a slip/)).toEqual([]);
  });

  it("reach those who judge, in the queue, and their author", async () => {
    const queue = await meeting(world.people.signe, BESIDE, /^(queue|case),/);
    expect(queue.length).toBeGreaterThan(6);
    expect(await meeting(world.people.seun, BESIDE, /^own data,/)).not.toEqual([]);
  });
});
