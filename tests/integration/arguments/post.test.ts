import { beforeAll, describe, expect, it } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getThread } from "#lib/arguments/queries/threads";
import { db } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const cite = (quote: string, more: object = {}) => ({ citations: [{ source: world.source, quote, ...more }] });

describe("posting an argument", () => {
  it("stores it with its words, its number and its event", async () => {
    const { id, number, pending } = await world.post(world.people.yuki, { body: "First.\n\nSecond." });
    const shown = await getArgument(null, id);
    expect({ number, pending }).toEqual({ number: 1, pending: false });
    expect(shown).toMatchObject({
      state: "VISIBLE",
      author: { handle: "yuki" },
      links: [{ parent: null, stance: "PRO", target: "CLAIM" }],
    });
    expect(shown.citations[0]?.spans).toMatchObject([{ quote: QUOTES[0], paragraph: 1 }]);
    expect(await eventsOf(world.thread)).toEqual(["thread.opened", "argument.posted"]);
  });

  it("keeps the same words of a source once, however many arguments stand on them", async () => {
    await world.post(world.people.seun);
    expect(await db().passage.count({ where: { quote: QUOTES[0] } })).toBe(1);
  });

  it("in a thread that is not there is missing", async () => {
    expect(await refusal(world.post(world.people.yuki, {}, { thread: "no-such-thread" }))).toBe("missing");
  });

  it("is refused in a locked and in an archived thread, and leaves nothing behind", async () => {
    const { signe, yuki } = world.people;
    await setThreadMode(signe, world.thread, { mode: "LOCKED" });
    const before = await countRows();
    expect(await refusal(world.post(yuki))).toBe("thread-locked");
    await setThreadMode(signe, world.thread, { mode: "ARCHIVED" });
    expect(await refusal(world.post(yuki))).toBe("thread-archived");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    expect({ ...(await countRows()), events: 0 }).toEqual({ ...before, events: 0 });
  });

  it("twice with one key is as once, at the same moment too, and with other content is refused", async () => {
    const before = await countRows();
    const twins = Array.from({ length: 6 }, () => world.post(world.people.farid, { submissionKey: "twice" }));
    const posted = await Promise.all(twins);
    expect(new Set(posted.map(({ id }) => id)).size).toBe(1);
    expect((await countRows()).arguments).toBe((before.arguments ?? 0) + 1);
    expect(await refusal(world.post(world.people.farid, { submissionKey: "twice", claim: "Another one." }))).toBe(
      "submission-key-reused",
    );
  });

  it("gives numbers without gaps when many post at once and some are refused", async () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      world
        .post(
          n % 2 ? world.people.tomasz : world.people.leilani,
          n % 4 === 3 ? cite("no such words stand in the text at all") : {},
        )
        .catch(() => null),
    );
    await Promise.all(many);
    const { arguments: all } = await getThread(null, world.thread);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
  });

  it("waits for a moderator where the thread asks for it, and is then seen by its author and by moderators alone", async () => {
    const { signe, seun, yuki } = world.people;
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    const { id, pending } = await world.post(seun);
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    expect(pending).toBe(true);
    expect((await getArgument(seun, id)).state).toBe("PENDING");
    expect((await getArgument(signe, id)).state).toBe("PENDING");
    expect(await refusal(getArgument(yuki, id))).toBe("missing");
    expect(await refusal(getArgument(null, id))).toBe("missing");
    expect((await getThread(seun, world.thread)).arguments.some((one) => one.id === id)).toBe(false);
    expect(await refusal(world.post(yuki, { parent: id, stance: "CON" }))).toBe("parent-unknown");
  });

  it("that was never let in stays unseen when it is withdrawn or removed", async () => {
    const { signe, seun } = world.people;
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    const [taken, removed] = [await world.post(seun), await world.post(seun)];
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    await withdrawArgument(seun, taken.id, "Words that nobody has read.");
    await removeArgument(signe, removed.id, { code: "off-topic", note: "Nor these." });
    for (const { id } of [taken, removed]) {
      expect(await refusal(getArgument(null, id))).toBe("missing");
      expect((await getThread(null, world.thread)).arguments.some((one) => one.id === id)).toBe(false);
    }
    expect((await getArgument(seun, taken.id)).state).toBe("WITHDRAWN");
  });

  it("is refused where the thread was locked while the post waited for it", async () => {
    const { signe, yuki } = world.people;
    let post: Promise<unknown> = Promise.resolve();
    await db().$transaction(async (tx) => {
      const [thread] = await tx.$queryRaw<
        { id: string }[]
      >`SELECT id FROM threads WHERE slug = ${world.thread} FOR NO KEY UPDATE`;
      post = refusal(world.post(yuki));
      await new Promise((done) => setTimeout(done, 300));
      await tx.thread.update({ where: { id: thread?.id ?? "" }, data: { mode: "LOCKED" } });
    });
    expect(await post).toBe("thread-locked");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
  });

  it("stands on several passages of a source, in the order of the text, with the words left out counted", async () => {
    const spans = [{ quote: "The island council has asked" }, { quote: "Nobody has counted the passengers" }];
    const { id } = await world.post(world.people.yuki, { citations: [{ source: world.source, spans }] });
    expect((await getArgument(null, id)).citations[0]?.spans.map(({ gapWords }) => gapWords)).toEqual([0, 9]);
    const turned = { citations: [{ source: world.source, spans: spans.toReversed() }] };
    expect(await refusal(world.post(world.people.yuki, turned))).toBe("spans-out-of-order");
  });
});

describe("what an argument answers", () => {
  it("keeps the parent's revision and citation, and finds the only target by itself", async () => {
    const { yuki, seun } = world.people;
    const parent = await world.post(yuki);
    const relevance = await getArgument(
      null,
      (await world.post(seun, { parent: parent.id, stance: "CON", target: "RELEVANCE" })).id,
    );
    const evidence = await getArgument(
      null,
      (await world.post(seun, { parent: parent.id, stance: "CON", target: "EVIDENCE" })).id,
    );
    const { links, citations } = await getArgument(null, parent.id);
    expect(relevance.links[0]?.targetLink).toBe(links[0]?.id);
    expect(evidence.links[0]?.targetCitation).toBe(citations[0]?.id);
  });

  it("must be named where the parent offers several", async () => {
    const two = { citations: [QUOTES[0], QUOTES[1]].map((quote) => ({ source: world.source, quote })) };
    const parent = await world.post(world.people.yuki, two);
    const answer = { parent: parent.id, stance: "CON", target: "EVIDENCE" } as const;
    expect(await refusal(world.post(world.people.seun, answer))).toBe("target-ambiguous");
    const { citations } = await getArgument(null, parent.id);
    expect(await refusal(world.post(world.people.seun, { ...answer, targetCitation: citations[1]?.id ?? "" }))).toBe(
      "done",
    );
    expect(await refusal(world.post(world.people.seun, { ...answer, targetCitation: "0000000000000000" }))).toBe(
      "target-unfit",
    );
  });

  it("of the question is its claim, and nothing else", async () => {
    expect(await refusal(world.post(world.people.seun, { target: "EVIDENCE" }))).toBe("target-unfit");
  });

  it("must stand in the same thread", async () => {
    const raisedBy = { source: world.source, quote: QUOTES[1] };
    const { slug } = await openThread(world.people.naledi, { question: "Do visitors stay away?", raisedBy });
    const { id } = await world.post(world.people.yuki, {}, { thread: slug });
    expect(await refusal(world.post(world.people.seun, { parent: id, stance: "CON" }))).toBe("parent-elsewhere");
  });

  it("may be conceded to the other side alone", async () => {
    const { yuki, seun, farid } = world.people;
    const raisedBy = { source: world.source, quote: QUOTES[2] };
    const { slug: thread } = await openThread(world.people.naledi, { question: "Is half empty empty?", raisedBy });
    const pro = await world.post(yuki, {}, { thread });
    await world.post(seun, { stance: "CON" }, { thread });
    await world.post(farid, {}, { thread });
    const grant = { parent: pro.id, concession: true } as const;
    expect(await refusal(world.post(yuki, grant, { thread }))).toBe("concession-unfit");
    expect(await refusal(world.post(farid, grant, { thread }))).toBe("concession-unfit");
    expect(await refusal(world.post(seun, { ...grant, stance: "CON" }, { thread }))).toBe("concession-unfit");
    expect(await refusal(world.post(seun, grant, { thread }))).toBe("done");
  });
});
