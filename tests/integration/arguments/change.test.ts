import { beforeAll, describe, expect, it } from "vitest";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { reviseArgumentInput } from "#lib/arguments/schema";
import { db } from "#lib/db";
import { markArgument, removeArgument } from "#lib/moderation/commands";
import { setThreadMode } from "#lib/threads/commands";
import { countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const HOUR_MS = 3_600_000;
const NOWHERE = "0000000000000000";
const last = async () => (await eventsOf(world.thread)).at(-1);
const words = (claim: string) =>
  reviseArgumentInput.parse({ claim, citations: [{ source: world.source, quote: QUOTES[1] }] });
const answer = (parent: string | null, stance: "PRO" | "CON" = "CON") => ({
  parent,
  stance,
  target: "CLAIM" as const,
  concession: false,
});

describe("revising", () => {
  it("makes a new revision, keeps the old one, and is on the record", async () => {
    const { id } = await world.post(world.people.yuki);
    expect(await reviseArgument(world.people.yuki, id, words("Said better."))).toEqual({ ordinal: 2, normalised: [] });
    const { revisions } = await getHistory(null, id);
    expect(revisions.map(({ claim, occasion }) => [claim, occasion])).toEqual([
      ["Said better.", "EDIT"],
      ["It should, since nobody knows who would come.", "FIRST"],
    ]);
    expect((await getArgument(null, id)).citations[0]?.spans[0]?.quote).toBe(QUOTES[1]);
    expect(await last()).toBe("argument.revised");
  });

  it("of what is not there is missing, and of somebody else's is refused", async () => {
    const { id } = await world.post(world.people.yuki);
    expect(await refusal(reviseArgument(world.people.yuki, NOWHERE, words("x")))).toBe("missing");
    expect(await refusal(reviseArgument(world.people.seun, id, words("x")))).toBe("author-only");
    expect(await refusal(reviseArgument(world.people.mateo, id, words("x")))).toBe("author-only");
  });

  it("twice with the same words is as once", async () => {
    const { id } = await world.post(world.people.yuki);
    await reviseArgument(world.people.yuki, id, words("Once."));
    const before = await countRows();
    expect(await reviseArgument(world.people.yuki, id, words("Once."))).toEqual({ ordinal: 2, normalised: [] });
    expect(await countRows()).toEqual(before);
  });

  it("never goes back: not even the app's role may point to an earlier revision", async () => {
    const { id } = await world.post(world.people.yuki);
    const first = await db().revision.findFirstOrThrow({ where: { argumentId: id } });
    await reviseArgument(world.people.yuki, id, words("Onwards."));
    const back = db().argument.update({ where: { id }, data: { currentRevisionId: first.id } });
    await expect(back).rejects.toThrow(/current_is_newest/);
  });

  it("ends with the window, and is open again in answer to a mark", async () => {
    const { yuki, signe } = world.people;
    const { id } = await world.post(yuki, {}, { at: new Date(Date.now() - HOUR_MS) });
    expect(await refusal(reviseArgument(yuki, id, words("Too late.")))).toBe("edit-window-over");
    await markArgument(signe, id, { kind: "UNCLEAR", note: "Who?" });
    await reviseArgument(yuki, id, words("Clearer."));
    expect((await getHistory(null, id)).revisions[0]).toMatchObject({ occasion: "MARK", ordinal: 2 });
  });

  it("of what a moderator let in is refused where every post is read first", async () => {
    const { yuki, signe } = world.people;
    const { id } = await world.post(yuki);
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    expect(await refusal(reviseArgument(yuki, id, words("Swapped.")))).toBe("revision-needs-review");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
  });

  it("after an answer says so, and the answer keeps what it answered", async () => {
    const { yuki, seun } = world.people;
    const { id } = await world.post(yuki);
    expect((await getArgument(null, id)).revisedAfterAnswers).toBe(false);
    await world.post(seun, { parent: id, stance: "CON" });
    await reviseArgument(yuki, id, words("After all."));
    expect((await getArgument(null, id)).revisedAfterAnswers).toBe(true);
  });
});

describe("withdrawing", () => {
  it("leaves a tombstone without words, under which answers stay", async () => {
    const { yuki, seun } = world.people;
    const { id } = await world.post(yuki);
    const below = await world.post(seun, { parent: id, stance: "CON" });
    await withdrawArgument(yuki, id, "I was wrong.");
    expect(await getArgument(null, id)).toMatchObject({
      state: "WITHDRAWN",
      claim: null,
      citations: [],
      tombstone: { reason: "I was wrong." },
    });
    expect((await getArgument(null, below.id)).state).toBe("VISIBLE");
    expect((await getHistory(null, id)).revisions).toEqual([]);
    expect(await last()).toBe("argument.withdrawn");
    expect(await refusal(world.post(seun, { parent: id, stance: "PRO" }))).toBe("parent-withdrawn");
    expect(await refusal(reviseArgument(yuki, id, words("x")))).toBe("argument-gone");
  });

  it("is the author's own act, in an open thread", async () => {
    const { yuki, seun, signe } = world.people;
    const { id } = await world.post(yuki);
    expect(await refusal(withdrawArgument(seun, id, null))).toBe("author-only");
    expect(await refusal(withdrawArgument(yuki, NOWHERE, null))).toBe("missing");
    await setThreadMode(signe, world.thread, { mode: "LOCKED" });
    expect(await refusal(withdrawArgument(yuki, id, null))).toBe("thread-locked");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
  });

  it("twice is as once", async () => {
    const { id } = await world.post(world.people.yuki);
    await withdrawArgument(world.people.yuki, id, "Once.");
    const before = await countRows();
    await withdrawArgument(world.people.yuki, id, "Twice.");
    expect(await countRows()).toEqual(before);
    expect((await getArgument(null, id)).tombstone?.reason).toBe("Once.");
  });
});

describe("using an argument in a second place", () => {
  it("starts a link with a stance of its own; ending it keeps the first", async () => {
    const { yuki, seun } = world.people;
    const here = await world.post(yuki);
    const there = await world.post(seun, { stance: "CON" });
    const { id } = await startLink(yuki, { child: here.id, ...answer(there.id) });
    expect((await getArgument(null, here.id)).links.map(({ stance }) => stance)).toEqual(["PRO", "CON"]);
    expect(await last()).toBe("link.started");
    expect(await refusal(startLink(yuki, { child: here.id, ...answer(there.id) }))).toBe("link-exists");
    await endLink(yuki, id, "Not here.");
    expect(await last()).toBe("link.ended");
    const before = await countRows();
    await endLink(yuki, id, "Twice.");
    expect(await countRows()).toEqual(before);
    const [only] = (await getArgument(null, here.id)).links;
    expect(await refusal(endLink(yuki, only?.id ?? "", "The last."))).toBe("link-is-last");
  });

  it("never closes a circle, at the same moment neither", async () => {
    const { yuki } = world.people;
    const [a, b] = [await world.post(yuki), await world.post(yuki)];
    const both = [startLink(yuki, { child: a.id, ...answer(b.id) }), startLink(yuki, { child: b.id, ...answer(a.id) })];
    expect((await Promise.all(both.map(refusal))).sort()).toEqual(["done", "link-closes-circle"]);
    expect(await refusal(startLink(yuki, { child: a.id, ...answer(a.id) }))).toBe("link-closes-circle");
  });

  it("is for its author and for moderators", async () => {
    const { yuki, seun } = world.people;
    const [a, b] = [await world.post(yuki), await world.post(seun)];
    expect(await refusal(startLink(seun, { child: a.id, ...answer(b.id) }))).toBe("author-only");
    expect(await refusal(startLink(yuki, { child: NOWHERE, ...answer(b.id) }))).toBe("missing");
    expect(await refusal(endLink(yuki, NOWHERE, "x"))).toBe("missing");
  });
});

describe("moderating", () => {
  it("removes an argument for a reason of the policy, once, and nobody's own", async () => {
    const { yuki, signe, seun } = world.people;
    const { id } = await world.post(yuki);
    const reason = { code: "off-topic", note: "Not about the ferry." };
    expect(await refusal(removeArgument(seun, id, reason))).toBe("moderators-only");
    expect(await refusal(removeArgument(signe, NOWHERE, reason))).toBe("missing");
    expect(await refusal(removeArgument(signe, id, { code: "no-such-reason", note: null }))).toBe("reason-unknown");
    await removeArgument(signe, id, reason);
    expect(await last()).toBe("argument.removed");
    const before = await countRows();
    await removeArgument(signe, id, reason);
    expect(await countRows()).toEqual(before);
    expect(await getArgument(null, id)).toMatchObject({
      state: "REMOVED",
      claim: null,
      tombstone: { code: "off-topic", policy: 1 },
    });
    const own = await world.post(signe);
    expect(await refusal(removeArgument(signe, own.id, reason))).toBe("own-argument");
  });

  it("marks an argument once for each kind and person", async () => {
    const { yuki, signe } = world.people;
    const { id } = await world.post(yuki);
    const mark = { kind: "UNSUPPORTED", note: "The passage says less." } as const;
    await markArgument(signe, id, mark);
    await markArgument(signe, id, mark);
    expect((await getArgument(null, id)).marks).toMatchObject([{ kind: "UNSUPPORTED", by: { handle: "signe" } }]);
    expect(await refusal(markArgument(yuki, id, mark))).toBe("own-argument");
  });
});
