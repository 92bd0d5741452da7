/** What is new to somebody, and what counts as seen. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { keepSession } from "#lib/auth";
import { db } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import { newId } from "#lib/text/id";
import { openThread, setThreadMode } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";
import { keepSeen } from "#lib/visits/commands";
import { getNews } from "#lib/visits/queries";
import { rateLink } from "#lib/weighing/commands/rate";
import { GET, POST } from "../../../app/api/mine/route.ts";
import { argument, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";
import { carry, lastSet } from "../users/request.ts";

vi.mock("next/headers", () => import("../users/request.ts"));

let world: World;
let slug: string;
let taken = 0;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  taken += 1;
  carry();
  const raisedBy = { source: world.source, quote: QUOTES[1] };
  slug = (
    await openThread(world.people.naledi, { question: `What is new, take ${taken}?`, raisedBy }, { mode: "OPEN" })
  ).slug;
});

const post = (author: Person, other = {}) => world.post(author, other, { thread: slug });
const seen = (viewer: Person, number: number, ...singly: number[]) =>
  keepSeen(viewer, { thread: slug, seen: number, singly });
const visitOf = async ({ id }: Person) => {
  const visit = await db().visit.findFirst({ where: { personId: id, thread: { slug } } });
  return visit && { seen: visit.seen, singly: visit.singly };
};
/** Number, kind, first and last event of what is new. */
const newsOf = async (viewer: Person | null, known: number | null = null) =>
  (await getNews(viewer, slug, known)).items.map(({ number, kind, first, last }) => [number, kind, first, last]);

describe("what is new", () => {
  it("is nothing on a first visit, and then what was posted since", async () => {
    const { yuki, seun } = world.people;
    await post(seun);
    expect(await getNews(yuki, slug, null)).toEqual({
      kept: true,
      latest: 2,
      seen: null,
      singly: [],
      at: null,
      items: [],
      more: false,
    });
    await seen(yuki, 2);
    await post(seun);
    await post(seun);
    expect(await newsOf(yuki)).toEqual([
      [2, "new", 3, 3],
      [3, "new", 4, 4],
    ]);
    expect(await newsOf(null)).toEqual([]);
    expect(await newsOf(null, 3)).toEqual([[3, "new", 4, 4]]);
    const { at, kept } = await getNews(yuki, slug, null);
    expect(Date.now() - Date.parse(at ?? "")).toBeLessThan(5_000);
    expect([kept, (await getNews(null, slug, 3)).kept]).toEqual([true, false]);
  });

  it("is one thing however often it changed, of others alone, and not what came and went", async () => {
    const { yuki, seun, farid, mateo } = world.people;
    const known = await post(seun);
    const gone = await post(farid);
    await seen(yuki, 3);
    const fresh = await post(seun);
    await reviseArgument(seun, fresh.id, { ...argument(world.source), claim: "Said better." });
    await reviseArgument(seun, known.id, { ...argument(world.source), claim: "Said otherwise." });
    await removeArgument(mateo, gone.id, { code: "off-topic", note: null });
    const brief = await post(farid);
    await withdrawArgument(farid, brief.id, null);
    const own = await post(yuki);
    await reviseArgument(yuki, own.id, { ...argument(world.source), claim: "My own, again." });
    expect(await newsOf(yuki)).toEqual([
      [3, "new", 4, 5],
      [1, "changed", 6, 6],
      [2, "changed", 7, 7],
    ]);
    await removeArgument(mateo, own.id, { code: "off-topic", note: null });
    expect((await newsOf(yuki)).at(-1)).toEqual([5, "changed", 12, 12]);
  });

  it("is what was let in, when it was, and nothing that waits, whoever asks", async () => {
    const { yuki, mateo } = world.people;
    await seen(mateo, 1);
    await setThreadMode(mateo, slug, { mode: "ALL_APPROVED" });
    const { id } = await post(yuki);
    expect(await newsOf(mateo)).toEqual([]);
    expect(await newsOf(null, 1)).toEqual([]);
    const review = await db().review.findFirstOrThrow({ where: { argumentId: id } });
    const stream = (await db().thread.findUniqueOrThrow({ where: { slug } })).id;
    const decided = { verdict: "APPROVED", decidedAt: new Date(), decidedById: world.people.naledi.id } as const;
    await db().review.update({ where: { id: review.id }, data: decided });
    const subjects = { argument: id, review: review.id };
    await db().event.create({ data: { stream, kind: "review.decided", actorId: world.people.naledi.id, subjects } });
    expect(await newsOf(null, 1)).toEqual([[1, "new", 3, 5]]);
    expect(await newsOf(yuki, 1)).toEqual([]);
  });

  it("of a thread that is not there, or not for this viewer, is missing", async () => {
    expect(await refusal(getNews(world.people.yuki, "no-such-thread", null))).toBe("missing");
    await db().class.create({ data: { id: `v${taken}`, slug: `v-${taken}`, name: "A class" } });
    const { raisedById } = await db().thread.findUniqueOrThrow({ where: { slug } });
    const hidden = {
      id: newId(),
      slug: `hidden-${taken}`,
      question: "?",
      raisedById,
      classId: `v${taken}`,
      openedById: world.people.naledi.id,
    };
    await db().thread.create({ data: hidden });
    expect(await refusal(getNews(world.people.yuki, hidden.slug, null))).toBe("missing");
    expect(await refusal(keepSeen(world.people.yuki, { thread: hidden.slug, seen: 1, singly: [] }))).toBe("missing");
  });
});

describe("what was seen", () => {
  it("only rises, in whatever order two windows tell it, and twice is as once", async () => {
    const { yuki, seun } = world.people;
    for (let i = 0; i < 6; i++) await post(seun);
    await seen(yuki, 3, 5);
    await seen(yuki, 2, 6);
    expect(await visitOf(yuki)).toEqual({ seen: 3, singly: [5, 6] });
    await seen(yuki, 3, 5);
    expect(await visitOf(yuki)).toEqual({ seen: 3, singly: [5, 6] });
    await seen(yuki, 5);
    expect(await visitOf(yuki)).toEqual({ seen: 5, singly: [6] });
    await Promise.all(Array.from({ length: 20 }, (_, i) => seen(yuki, i % 8, 7)));
    expect(await visitOf(yuki)).toEqual({ seen: 7, singly: [] });
    expect(await visitOf(seun)).toBeNull();
    expect(await refusal(db().$executeRaw`UPDATE visits SET seen = seen - 1`)).not.toBe("done");
  });

  it("cannot lie in the future", async () => {
    const { yuki, seun } = world.people;
    await seen(yuki, 2_147_483_647, 2_147_483_646);
    expect(await visitOf(yuki)).toEqual({ seen: 1, singly: [] });
    await post(seun);
    expect(await newsOf(yuki)).toEqual([[1, "new", 2, 2]]);
  });

  it("is no event, since what somebody reads is nobody else's business", async () => {
    const before = await db().event.count();
    await seen(world.people.yuki, 1);
    expect(await db().event.count()).toBe(before);
  });
});

describe("the route", () => {
  const ask = (query: string) => GET(new Request(`http://localhost/api/mine${query}`));
  const say = (body: unknown) =>
    POST(
      new Request("http://localhost/api/mine", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
  async function enter(person: Person) {
    const session = { id: newId(), userId: person.id, expiresAt: new Date(Date.now() + 3_600_000) };
    await db().session.create({ data: { ...session, agent: "A browser" } });
    await keepSession(session);
    carry(lastSet().value);
  }

  it("answers strangers by what their browser knows, and members by what is kept; nobody stores it", async () => {
    await post(world.people.seun);
    const stranger = await ask(`?thread=${slug}&seen=1`);
    expect(stranger.headers.get("cache-control")).toBe("private, no-store");
    expect((await stranger.json()).news).toMatchObject({ kept: false, seen: 1, items: [{ number: 1 }] });
    await enter(world.people.yuki);
    expect((await say({ thread: slug, seen: 2 })).status).toBe(204);
    expect((await (await ask(`?thread=${slug}&seen=1`)).json()).news).toMatchObject({ kept: true, seen: 2, items: [] });
  });

  it("tells each reader what they rated in the thread, and nobody else", async () => {
    const { seun, yuki, tomasz } = world.people;
    const { id } = await post(seun);
    const [link] = (await getArgument(seun, id)).links;
    await rateLink(yuki, link?.id ?? "", 3);
    await rateLink(tomasz, link?.id ?? "", 1);
    const rated = async () => (await (await ask(`?thread=${slug}`)).json()).rated;
    expect(await rated()).toEqual({});
    await enter(yuki);
    expect(await rated()).toEqual({ [link?.id ?? ""]: 3 });
  });

  it("refuses a stranger's marks, and what is no number, each with a sentence", async () => {
    expect((await say({ thread: slug, seen: 2 })).status).toBe(401);
    await enter(world.people.yuki);
    const unfit = [
      { seen: -1 },
      { seen: 1.5 },
      { seen: "2" },
      { seen: 2 ** 31 },
      {},
      { seen: 1, singly: Array(501).fill(2) },
      { seen: 1, person: "x" },
    ];
    for (const body of unfit) {
      const answer = await say({ thread: slug, ...body });
      expect([answer.status, (await answer.json()).detail], JSON.stringify(body)).toEqual([
        422,
        expect.stringMatching(/\.$/),
      ]);
    }
    for (const query of [
      "",
      "?thread=",
      `?thread=${slug}&seen=x`,
      `?thread=${slug}&seen=-1`,
      `?thread=${slug}&seen=1&seen=2`,
      "?thread=%2e%2e",
    ])
      expect((await ask(query)).status, query).toBe(400);
    expect((await ask("?thread=no-such-thread")).status).toBe(404);
  });
});
