import { beforeAll, describe, expect, it } from "vitest";
import { startLink } from "#lib/arguments/commands/link";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getAnswering } from "#lib/arguments/writing";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

async function openAnother(question: string): Promise<string> {
  const raisedBy = { source: world.source, quote: QUOTES[1] };
  return (await openThread(world.people.naledi, { question, raisedBy })).slug;
}

describe("what somebody is about to answer", () => {
  it("is the question, with the texts that the thread stands on", async () => {
    const { thread, parent, answered, sources, verdict } = await getAnswering(world.people.yuki, world.thread);
    expect(thread).toEqual({
      id: expect.any(String),
      slug: world.thread,
      question: "Should the ferry sail on Sundays?",
    });
    expect({ parent, answered, verdict }).toEqual({
      parent: undefined,
      answered: { parent: null },
      verdict: { ok: true },
    });
    expect(new Set(sources)).toEqual(new Set([world.source]));
  });

  it("is an argument, with each of its steps and passages to aim at", async () => {
    const { seun, yuki } = world.people;
    const thread = await openAnother("What does it stand on?");
    const top = await world.post(seun, {}, { thread });
    const citations = [QUOTES[0], QUOTES[2]].map((quote) => ({ source: world.source, quote }));
    const { id } = await world.post(seun, { parent: top.id, stance: "CON", citations }, { thread });
    await startLink(seun, { child: id, parent: null, stance: "CON", target: "CLAIM", concession: false });
    const { answered } = await getAnswering(yuki, thread, id);
    expect(answered.parent).toMatchObject({
      number: 2,
      links: [{ to: 1 }, { to: null }],
      citations: [
        { words: QUOTES[0], paragraph: 1, title: "A ferry on Sundays" },
        { words: QUOTES[2], paragraph: 2, title: "A ferry on Sundays" },
      ],
    });
  });

  it("may be granted to the other side alone, and never to oneself", async () => {
    const { naledi, farid, yuki } = world.people;
    const thread = await openAnother("Whose point is it?");
    const pro = await world.post(naledi, { stance: "PRO" }, { thread });
    const con = await world.post(farid, { stance: "CON" }, { thread });
    const answer = await world.post(naledi, { stance: "CON", parent: con.id }, { thread });
    const concedable = async (who: (typeof world.people)["yuki"] | null, id: string) =>
      (await getAnswering(who, thread, id)).answered.parent?.concedable;
    expect(await concedable(naledi, con.id)).toBe(true);
    expect(await concedable(naledi, pro.id)).toBe(false);
    expect(await concedable(farid, pro.id)).toBe(true);
    expect(await concedable(farid, answer.id)).toBe(true);
    expect(await concedable(yuki, con.id)).toBe(true);
    expect(await concedable(null, con.id)).toBe(false);
    await world.post(yuki, { parent: con.id, concession: true }, { thread });
    // What one granted says nothing of one's own side.
    await world.post(yuki, { stance: "PRO" }, { thread });
    expect(await concedable(yuki, con.id)).toBe(true);
    expect(await concedable(yuki, pro.id)).toBe(false);
  });

  it("says why it cannot be answered, where it was withdrawn or waits", async () => {
    const { seun, yuki, signe } = world.people;
    const thread = await openAnother("Is it still there?");
    const { id } = await world.post(seun, {}, { thread });
    await withdrawArgument(seun, id, "A slip.");
    expect((await getAnswering(yuki, thread, id)).verdict).toEqual({ ok: false, code: "parent-withdrawn" });
    await setThreadMode(signe, thread, { mode: "ALL_APPROVED" });
    const waiting = await world.post(seun, {}, { thread });
    expect((await getAnswering(seun, thread, waiting.id)).verdict).toEqual({ ok: false, code: "parent-pending" });
    expect(await refusal(getAnswering(yuki, thread, waiting.id))).toBe("missing");
  });

  it("is missing where there is no such thread, and where the argument belongs to another", async () => {
    const { yuki, seun } = world.people;
    const { id } = await world.post(seun, {}, { thread: await openAnother("Does it belong here?") });
    expect(await refusal(getAnswering(yuki, "no-such-thread"))).toBe("missing");
    expect(await refusal(getAnswering(yuki, world.thread, id))).toBe("missing");
    expect(await refusal(getAnswering(yuki, world.thread, "nosuchargument"))).toBe("missing");
  });
});
