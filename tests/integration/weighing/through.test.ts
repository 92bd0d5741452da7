import { beforeAll, describe, expect, it } from "vitest";
import { startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getList, getOutline } from "#lib/arguments/queries/outline";
import { db } from "#lib/db";
import { newId } from "#lib/text/id";
import { openThread, setThreadMode } from "#lib/threads/commands";
import type { Person, Viewer } from "#lib/users/viewer";
import { rateLink } from "#lib/weighing/commands/rate";
import { getLens } from "#lib/weighing/lens";
import { getOrder, getWeights } from "#lib/weighing/order";
import { listRatedBefore } from "#lib/weighing/queries";
import { getThrough, getWeighed, listWeighed } from "#lib/weighing/through";
import { makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

let world: World;
/** Fresh for each test. */
let slug: string;
beforeAll(async () => {
  world = await makeWorld();
});

let questions = 0;
async function ask(): Promise<string> {
  questions += 1;
  const raisedBy = { source: world.source, quote: QUOTES[2] };
  return (await openThread(world.people.naledi, { question: `Is it another matter, ${questions}?`, raisedBy })).slug;
}

async function say(author: Person, parent: string | null = null, stance: "PRO" | "CON" = "PRO") {
  const { id, number } = await world.post(author, { parent, stance }, { thread: slug });
  const [link] = (await getArgument(author, id)).links;
  return { id, number, link: link?.id ?? "" };
}

const rateAll = (people: Person[], link: string, impacts: number[]) =>
  Promise.all(people.map((person, i) => rateLink(person, link, impacts[i] ?? 0)));

describe("going through a thread", () => {
  it("brings what others said, unrated, in the order of its posting, and counts", async () => {
    const { yuki, seun } = world.people;
    slug = await ask();
    const first = await say(yuki);
    await say(seun, first.id, "CON");
    const third = await say(yuki, first.id);
    const start = await getThrough(seun, slug, {});
    expect([start.next?.link.id, start.progress, start.before]).toEqual([first.link, { all: 2, rated: 0 }, null]);
    await rateLink(seun, first.link, 4);
    const then = await getThrough(seun, slug, { after: first.link });
    expect(then.next?.link.id).toBe(third.link);
    expect(then.next?.answered?.id).toBe(first.id);
    expect(then.progress).toEqual({ all: 2, rated: 1 });
    expect(then.before).toEqual({ link: first.link, number: first.number, impact: 4 });
    const skipped = await getThrough(seun, slug, { after: third.link });
    expect([skipped.next, skipped.before]).toEqual([null, null]);
    expect((await getThrough(seun, slug, { link: first.link })).next?.own).toBe(4);
    expect((await listWeighed(seun, slug)).map(({ argument, impact }) => [argument.id, impact])).toEqual([
      [first.id, 4],
    ]);
  });

  it("leaves out what is gone, what answers what is gone, and what is nobody's business but another's", async () => {
    const { yuki, seun, signe } = world.people;
    slug = await ask();
    const first = await say(yuki);
    const below = await say(yuki, first.id);
    await withdrawArgument(yuki, first.id, null);
    expect((await getThrough(seun, slug, {})).progress.all).toBe(0);
    expect(await refusal(getThrough(seun, "no-such-thread", {}))).toBe("missing");
    expect((await getThrough(null, slug, {})).verdict).toMatchObject({ code: "sign-in-first" });
    expect((await getWeighed(seun, below.link)).verdict.ok).toBe(true);
    expect((await getWeighed(yuki, below.link)).verdict).toMatchObject({ code: "rating-own" });
    await setThreadMode(signe, slug, { mode: "LOCKED" });
    expect((await getThrough(seun, slug, {})).verdict).toMatchObject({ code: "thread-locked" });
    await setThreadMode(signe, slug, { mode: "OPEN" });
  });
});

describe("the order by impact", () => {
  it("puts what weighs more first, as everybody or a side rates; few ratings change nothing", async () => {
    const { yuki, seun, farid, leilani, tomasz, mateo } = world.people;
    slug = await ask();
    const [low, high, unrated] = [await say(yuki), await say(yuki), await say(yuki)];
    // Three argue against it; who has said nothing is of no side.
    for (const person of [seun, farid, leilani]) await say(person, low.id, "CON");
    await rateAll([seun, farid, leilani], low.link, [0, 0, 1]);
    await rateAll([tomasz, mateo], high.link, [4, 4]);
    const order = async (by: "all" | "for" | "against") =>
      (await getOutline(null, slug, await getWeights(null, { slug }, by))).columns.PRO.shown.map(
        ({ argument }) => argument.id,
      );
    expect(await order("all")).toEqual([high.id, unrated.id, low.id]);
    await rateLink(leilani, high.link, 4);
    expect(await order("all")).toEqual([high.id, unrated.id, low.id]);
    expect(await order("against")).toEqual([high.id, unrated.id, low.id]);
    expect(await order("for")).toEqual([low.id, high.id, unrated.id]);
    // Some thirty acts, each in a transaction of its own.
  }, 20_000);
});

describe("the order of one's own ratings", () => {
  it("is one's own alone, on the outline and on every list, and as posted for who is not known", async () => {
    const { yuki, seun, farid } = world.people;
    slug = await ask();
    const [low, plain, high] = [await say(yuki), await say(yuki), await say(yuki)];
    const [below, above] = [await say(farid, high.id, "CON"), await say(farid, high.id, "CON")];
    await rateLink(seun, low.link, 1);
    await rateLink(seun, high.link, 4);
    await rateLink(seun, above.link, 3);
    const asked = { sort: "impact", by: "own" };
    const order = async (viewer: Viewer) => {
      const { weights, stranger } = await getOrder(asked, { slug }, async () => viewer);
      const [outline, column] = [
        (await getOutline(null, slug, weights)).columns.PRO,
        (await getList(null, { slug }, { which: "pro", page: 1 }, weights)).list,
      ];
      const listed = ({ shown }: typeof column) => shown.map(({ argument }) => argument.id);
      expect(listed(column)).toEqual(listed(outline));
      return { stranger, listed: listed(column) };
    };
    expect(await order(seun)).toEqual({ stranger: false, listed: [high.id, plain.id, low.id] });
    expect(await order(farid)).toEqual({ stranger: false, listed: [low.id, plain.id, high.id] });
    expect(await order(null)).toEqual({ stranger: true, listed: [low.id, plain.id, high.id] });
    const { weights } = await getOrder(asked, { argument: high.id }, async () => seun);
    const answers = await getList(null, { argument: high.id }, { which: "answers", page: 1 }, weights);
    expect(answers.list.shown.map(({ argument }) => argument.id)).toEqual([above.id, below.id]);
    const untold = () => Promise.reject(new Error("nobody asks who is looking"));
    expect(await getOrder({ sort: "impact", by: "none of these" }, { slug }, untold)).toMatchObject({ order: "all" });
    expect(await getOrder({ sort: "none" }, { slug }, untold)).toEqual({
      order: null,
      stranger: false,
      inClass: false,
    });
  }, 20_000);
});

describe("the order of one's class", () => {
  it("goes by the ratings of those who belong to it now, and by nobody's for whoever belongs to none", async () => {
    const { yuki, seun, farid, leilani, tomasz } = world.people;
    slug = await ask();
    const [low, high] = [await say(yuki), await say(yuki)];
    await rateAll([seun, farid, leilani], low.link, [0, 0, 0]);
    await rateAll([seun, farid, leilani], high.link, [4, 4, 4]);
    const { id } = await db().class.create({ data: { id: newId(), slug: newId(), name: "The class that rates" } });
    const roster = [seun, farid, leilani];
    await db().enrolment.createMany({ data: roster.map((one) => ({ classId: id, userId: one.id, role: "STUDENT" })) });
    const order = async (viewer: Viewer) => {
      const asked = await getOrder({ sort: "impact", by: "class" }, { slug }, async () => viewer);
      const { shown } = (await getOutline(null, slug, asked.weights)).columns.PRO;
      return { ...asked, weights: undefined, listed: shown.map(({ argument }) => argument.id) };
    };
    const pupil = { ...seun, attends: [id] };
    const asPosted = [low.id, high.id];
    expect(await order(pupil)).toMatchObject({ stranger: false, inClass: true, listed: [high.id, low.id] });
    expect(await order(tomasz)).toMatchObject({ stranger: false, inClass: false, listed: asPosted });
    expect(await order(null)).toMatchObject({ stranger: true, inClass: false, listed: asPosted });
    const where = { classId_userId: { classId: id, userId: farid.id } };
    await db().enrolment.update({ where, data: { removedAt: new Date(), removedById: yuki.id } });
    expect(await order(pupil)).toMatchObject({ listed: asPosted });
  }, 20_000);
});

describe("what was rated before a move", () => {
  it("stays with the place that was left, and is told at the new one", async () => {
    const { yuki, seun, farid, leilani, tomasz } = world.people;
    slug = await ask();
    const [here, there] = [await say(yuki), await say(seun)];
    await rateAll([seun, farid, leilani], here.link, [1, 2, 3]);
    const to = { stance: "PRO", target: "CLAIM", concession: false } as const;
    const { id } = await moveArgument(yuki, here.link, { parent: there.id, ...to });
    expect(await listRatedBefore(id)).toMatchObject([{ link: here.link, ratings: [0, 1, 1, 1, 0] }]);
    const view = await getOutline(null, slug);
    expect(view.columns.PRO.shown[0]?.answers?.shown[0]?.link.ratings).toEqual([0, 0, 0, 0, 0]);
    await rateLink(tomasz, id, 4);
    const back = await moveArgument(yuki, id, { parent: null, ...to });
    expect((await listRatedBefore(back.id)).map(({ link }) => link)).toEqual([here.link]);
  });
});

describe("the lens", () => {
  it("counts what can be read alone, at each of its places, and says what would change most", async () => {
    const { yuki, seun, farid, leilani, tomasz } = world.people;
    slug = await ask();
    const empty = await getLens(null, slug);
    expect([empty.strength.dfQuad, empty.counted, empty.changes]).toEqual([0.5, 0, []]);
    const [first, second] = [await say(yuki), await say(yuki, null, "CON")];
    const third = await say(seun, first.id, "CON");
    const all = await getLens(null, slug);
    // The first is pressed from .5 to .25 by the third, and the second stands at .5.
    expect(all.strength.dfQuad).toBeCloseTo(0.5 - 0.5 * (0.5 - 0.25), 12);
    expect(all.changes.map(({ argument }) => argument.id)).toContain(third.id);
    // By quadratic energy .495 becomes .4 without the first, and .569 without the second.
    expect(all.changes[0]?.argument.id).toBe(first.id);
    expect(all.changes[0]?.without.quadraticEnergy).toBeCloseTo(0.4, 12);
    // Of two ratings each who gave one would learn the other.
    await rateAll([seun, farid], second.link, [0, 0]);
    expect((await getLens(null, slug)).strength).toEqual(all.strength);
    await rateAll([leilani, tomasz], second.link, [0, 0]);
    expect((await getLens(null, slug)).strength.dfQuad).toBeGreaterThan(all.strength.dfQuad);
    await startLink(seun, { child: third.id, parent: second.id, stance: "CON", target: "CLAIM", concession: false });
    await withdrawArgument(seun, third.id, null);
    expect((await getLens(null, slug)).counted).toBe(2);
    expect(await refusal(getLens(null, "no-such-thread"))).toBe("missing");
  });
});
