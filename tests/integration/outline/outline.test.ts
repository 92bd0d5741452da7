/** The screens that read only what they show say of it exactly what the whole thread says. */
import { beforeAll, describe, expect, it } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { isDropped } from "#lib/arguments/dropped";
import { getFocus, getList, getNumbered, getOutline } from "#lib/arguments/queries/outline";
import { getThread } from "#lib/arguments/queries/threads";
import type { Item } from "#lib/arguments/screens";
import { type Branch, countBySide, outline, pathTo } from "#lib/arguments/tree";
import type { ThreadView } from "#lib/arguments/view";
import { db, pool } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { seed } from "../../../prisma/seed.ts";
import { makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

const NOW = new Date();
let world: World;
beforeAll(async () => {
  await seed(NOW);
  world = await makeWorld();
}, 60_000);

/** How often the pool is asked while the work lasts. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const asked = pool();
  const query = asked.query;
  let count = 0;
  Object.assign(asked, {
    query: (...args: unknown[]) => {
      count += 1;
      return Reflect.apply(query, asked, args);
    },
  });
  try {
    await work();
  } finally {
    Object.assign(asked, { query });
  }
  return count;
}

const itemsOf = (items: Item[]): Item[] => items.flatMap((item) => [item, ...itemsOf(item.answers?.shown ?? [])]);
const branchesOf = (branches: Branch[]): Branch[] =>
  branches.flatMap((branch) => [branch, ...branchesOf(branch.answers)]);

/** What a card must say, from the whole thread. */
function cardsOf(thread: ThreadView) {
  const dropped = isDropped(thread, NOW);
  return new Map(
    branchesOf(outline(thread)).map(({ argument: { body, ...argument }, link, again }) => [
      link.id,
      { argument: { ...argument, elaborated: body !== null }, link, again, dropped: dropped(argument.id) },
    ]),
  );
}

function expectSame(items: Item[], thread: ThreadView) {
  const cards = cardsOf(thread);
  for (const { argument, link, again, dropped } of itemsOf(items)) {
    const expected = cards.get(link.id);
    const { ratings: _r, ...bare } = link;
    const { body: _, ...card } = argument as typeof argument & { body?: unknown };
    // A reference shows no quotation, whether it was read or not.
    const citations = again ? argument.citations : expected?.argument.citations;
    expect({
      argument: card,
      link: bare,
      again,
      dropped,
    }).toEqual({
      ...expected,
      argument: { ...expected?.argument, citations },
    });
  }
}

describe("a thread's outline", () => {
  it("shows the planted threads whole, and as the whole thread says", async () => {
    const threads = await db().thread.findMany({ where: { classId: null }, select: { slug: true } });
    for (const { slug } of threads) {
      const thread = await getThread(null, slug);
      const view = await getOutline(null, slug);
      const shown = [...view.columns.PRO.shown, ...view.columns.CON.shown];
      expectSame(shown, thread);
      expect(view.sides).toEqual(countBySide(thread));
      const { id, question, background, raisedBy, locked, counts } = thread;
      expect(view.thread).toMatchObject({ id, slug, question, background, raisedBy, locked, counts });
      expect([...view.columns.PRO.shown, ...view.columns.CON.shown].map(({ link }) => link.id).toSorted()).toEqual(
        outline(thread)
          .map(({ link }) => link.id)
          .toSorted(),
      );
    }
  });

  it("asks six queries at most, and three while nothing happens", async () => {
    const { slug } = await db().thread.findFirstOrThrow({ orderBy: { openedAt: "asc" } });
    // Another thread's event is none of this one's.
    expect(await queriesOf(() => getOutline(null, slug))).toBeLessThanOrEqual(6);
    expect(await queriesOf(() => getOutline(null, slug))).toBe(3);
  });

  it("of what is not there is missing", async () => {
    expect(await refusal(getOutline(null, "no-such-thread"))).toBe("missing");
    expect(await refusal(getFocus(null, "nosuchargument00"))).toBe("missing");
    expect(await refusal(getList(null, { argument: "nosuchargument00" }, { which: "answers", page: 1 }))).toBe(
      "missing",
    );
  });
});

describe("one argument's screen", () => {
  it("says of every argument of a planted thread what the whole thread says", async () => {
    const { slug } = await db().thread.findFirstOrThrow({ orderBy: { openedAt: "asc" } });
    const thread = await getThread(null, slug);
    for (const { id } of thread.arguments) {
      const path = pathTo(outline(thread), id);
      const view = await getFocus(null, id);
      const whole = thread.arguments.find((one) => one.id === id);
      expect(view.argument).toMatchObject({ ...whole });
      expect(view.above.map(({ link }) => link.id)).toEqual(path.slice(0, -1).map(({ link }) => link.id));
      expect(view.link).toMatchObject({ ...path.at(-1)?.link });
      expectSame([...view.columns.PRO.shown, ...view.columns.CON.shown], thread);
      const beside = (path.at(-2)?.answers ?? outline(thread).filter(({ link }) => link.stance === view.link.stance))
        .filter(({ again }) => !again)
        .map(({ argument }) => argument.id);
      expect(view.previous?.argument.id).toBe(beside[beside.indexOf(id) - 1]);
      expect(view.next?.argument.id).toBe(beside[beside.indexOf(id) + 1]);
    }
  }, 60_000);

  it("has an address by its number, which leads nowhere else", async () => {
    const { slug, id: threadId } = await db().thread.findFirstOrThrow({ orderBy: { openedAt: "asc" } });
    const first = await db().argument.findFirstOrThrow({ where: { threadId, number: 1 } });
    expect(await getNumbered(null, slug, 1)).toBe(first.id);
    expect(await refusal(getNumbered(null, slug, 99_999))).toBe("missing");
  });
});

describe("what strangers may not see", () => {
  it("leaves no trace while it waits, and its words none once it is withdrawn or removed", async () => {
    const { naledi, tomasz, leilani, farid, seun, signe } = world.people;
    const parent = await world.post(naledi, { claim: "Seen by everybody." });
    const gone = await world.post(tomasz, {
      parent: parent.id,
      stance: "CON",
      claim: "Words that will be taken back.",
    });
    const off = await world.post(leilani, { parent: parent.id, claim: "Words that will be taken away." });
    const below = await world.post(farid, { parent: gone.id, claim: "What stays below." });
    await getFocus(null, parent.id);
    await withdrawArgument(tomasz, gone.id, null);
    await removeArgument(signe, off.id, { code: "off-topic", note: null });
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    const waiting = await world.post(seun, { parent: parent.id, claim: "Words that wait for a moderator." });
    expect(waiting.pending).toBe(true);

    const screens = [
      await getOutline(null, world.thread),
      await getFocus(null, parent.id),
      await getList(null, { argument: parent.id }, { which: "answers", page: 1 }),
      await getList(null, { slug: world.thread }, { which: "pro", page: 1 }),
    ];
    for (const screen of screens) {
      const said = JSON.stringify(screen);
      for (const words of ["will be taken back", "will be taken away", "wait for a moderator", waiting.id]) {
        expect(said).not.toContain(words);
      }
      expect(said).toContain("What stays below");
    }
    expect(await refusal(getFocus(null, waiting.id))).toBe("missing");
    expect(await refusal(getNumbered(null, world.thread, waiting.number))).toBe("missing");
    expect(await refusal(getList(null, { argument: waiting.id }, { which: "answers", page: 1 }))).toBe("missing");
    const view = await getFocus(null, gone.id);
    expect(view.argument).toMatchObject({ claim: null, citations: [], state: "WITHDRAWN" });
    expect([...view.columns.PRO.shown].map(({ argument }) => argument.id)).toEqual([below.id]);
    expect((await getOutline(null, world.thread)).sides).toEqual({ PRO: 1, CON: 1 });
  });

  it("shows at once what was said a moment ago", async () => {
    await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
    const before = await getOutline(null, world.thread);
    const posted = await world.post(world.people.yuki, { claim: "Said a moment ago." });
    const after = await getOutline(null, world.thread);
    expect(JSON.stringify(before)).not.toContain(posted.id);
    expect(JSON.stringify(after)).toContain(posted.id);
  });
});

describe("a long list", () => {
  it("is read page by page, each entry once, and shows its first few in a large thread", async () => {
    const { people, post, source } = await anotherThread();
    const parent = await post(people.naledi, { claim: "Answered very often." });
    const ids: string[] = [];
    for (let i = 0; i < 45; i++) {
      const citations = [{ source, quote: QUOTES[i % QUOTES.length] as string }];
      const said = { parent: parent.id, stance: "CON", claim: `Answer of many, the ${i + 1}th.`, citations } as const;
      ids.push((await post(people.tomasz, said)).id);
    }
    const pages = [];
    for (const page of [1, 2, 3]) pages.push(await getList(null, { argument: parent.id }, { which: "answers", page }));
    expect(pages.map(({ list: { shown, rest } }) => [shown.length, rest])).toEqual([
      [20, 25],
      [20, 5],
      [5, 0],
    ]);
    expect(pages.flatMap(({ list }) => list.shown.map(({ argument }) => argument.id))).toEqual(ids);
    for (const page of [0, 4, -1, 1.5, Number.NaN, 2 ** 31]) {
      expect(await refusal(getList(null, { argument: parent.id }, { which: "answers", page })), `${page}`).toBe(
        "missing",
      );
    }
    const { columns } = await getFocus(null, parent.id);
    expect([columns.CON.shown.length, columns.CON.rest, columns.PRO.shown.length]).toEqual([10, 35, 0]);
    expect((await getList(null, { argument: parent.id }, { which: "con", page: 3 })).pages).toBe(3);
    expect((await getList(null, { argument: parent.id }, { which: "pro", page: 1 })).list).toEqual({
      shown: [],
      rest: 0,
    });
  }, 60_000);
});

/** A thread of its own on the same text. */
async function anotherThread(): Promise<World> {
  const raisedBy = { source: world.source, quote: QUOTES[0] };
  const { slug: thread } = await openThread(world.people.naledi, { question: "Should it sail at night?", raisedBy });
  return { ...world, thread, post: (author, input, posting) => world.post(author, input, { ...posting, thread }) };
}
