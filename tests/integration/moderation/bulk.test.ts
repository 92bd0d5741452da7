/** Deciding about many by one click, and taking that back by one. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { getArgument } from "#lib/arguments/queries/arguments";
import { db } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import { appealDecision } from "#lib/moderation/commands/appeal";
import { decideMany, decideReview } from "#lib/moderation/commands/decide";
import { flagArgument } from "#lib/moderation/commands/flag";
import { mergeArgument } from "#lib/moderation/commands/merge";
import { undoDecision, undoMany } from "#lib/moderation/commands/undo";
import { setThreadMode } from "#lib/threads/commands";
import { countRows, makeWorld, refusal, type World } from "../../support/island.ts";

// Whole stories: each posts, reports and judges many times.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
});

const openOf = async (argumentId: string) => {
  const { id, edition } = await db().review.findFirstOrThrow({
    where: { argumentId, decidedAt: null },
    select: { id: true, edition: true },
  });
  return { review: id, edition };
};

async function reported() {
  const { id } = await world.post(world.people.yuki);
  await flagArgument(world.people.seun, id, { kind: "OTHER" });
  return { id, ...(await openOf(id)) };
}

const REMOVE = { act: "REMOVE", code: "off-topic" } as const;
const APPROVE = { act: "APPROVE", code: null } as const;
const stateOf = async (id: string) => (await getArgument(null, id)).state;

describe("many at once", () => {
  it("are decided each by itself, and taken back together; twice is as once", async () => {
    const { signe } = world.people;
    const all = [await reported(), await reported(), await reported()];
    const { batch, ...figures } = await decideMany(signe, all, REMOVE);
    expect(figures).toEqual({ done: 3, kept: 0 });
    for (const { id } of all) expect(await stateOf(id)).toBe("REMOVED");
    expect(await undoMany(signe, batch)).toEqual({ undone: 3, kept: 0 });
    for (const { id } of all) {
      expect(await stateOf(id)).toBe("VISIBLE");
      expect(await db().review.count({ where: { argumentId: id, decidedAt: null } })).toBe(1);
    }
    const rows = await countRows();
    expect(await undoMany(signe, batch)).toEqual({ undone: 3, kept: 0 });
    expect(await countRows()).toEqual(rows);
  });

  it("leave what somebody was first with, and what changed, as it is, and out of what is taken back", async () => {
    const { signe, mateo } = world.people;
    const [one, first, changed] = [await reported(), await reported(), await reported()];
    await decideReview(mateo, first.review, { ...APPROVE, edition: first.edition });
    const seen = [one, first, { ...changed, edition: changed.edition + 1 }, { review: "0000000000000000", edition: 1 }];
    const { batch, done, kept } = await decideMany(signe, seen, REMOVE);
    expect([done, kept]).toEqual([1, 3]);
    expect(await undoMany(signe, batch)).toEqual({ undone: 1, kept: 0 });
    expect(await stateOf(first.id)).toBe("VISIBLE");
  });

  it("are nobody's to take back but whose click it was", async () => {
    const { signe, mateo, yuki } = world.people;
    const one = await reported();
    const { batch } = await decideMany(signe, [one], REMOVE);
    for (const who of [mateo, yuki]) expect(await undoMany(who, batch)).toEqual({ undone: 0, kept: 0 });
    expect(await undoMany(signe, "0000000000000000")).toEqual({ undone: 0, kept: 0 });
    expect(await stateOf(one.id)).toBe("REMOVED");
  });
});

describe("taking back", () => {
  it("overruns nothing that somebody else decided since", async () => {
    const { signe, mateo, yuki, seun, naledi } = world.people;
    const [removed, appealed, merged] = [await reported(), await reported(), await reported()];
    const letIn = await decideMany(signe, [removed, merged], APPROVE);
    await removeArgument(mateo, removed.id, { code: "off-topic", note: null });
    const into = await world.post(seun);
    await mergeArgument(mateo, merged.id, { into: into.id, note: null });
    const gone = await decideMany(signe, [appealed], REMOVE);
    await appealDecision(yuki, appealed.id, "Read it again.");
    const appeal = await openOf(appealed.id);
    await decideReview(mateo, appeal.review, { ...APPROVE, edition: appeal.edition });
    await flagArgument(naledi, appealed.id, { kind: "OTHER" });

    expect(await undoMany(signe, letIn.batch)).toEqual({ undone: 0, kept: 2 });
    expect(await undoMany(signe, gone.batch)).toEqual({ undone: 0, kept: 1 });
    expect(await refusal(undoDecision(signe, removed.review))).toBe("undo-overtaken");
    expect([await stateOf(removed.id), await stateOf(merged.id), await stateOf(appealed.id)]).toEqual([
      "REMOVED",
      "MERGED",
      "VISIBLE",
    ]);
  });

  it("of what was reported anew is not needed: it waits by itself", async () => {
    const { signe, naledi } = world.people;
    const one = await reported();
    const { batch } = await decideMany(signe, [one], APPROVE);
    await flagArgument(naledi, one.id, { kind: "ABUSE" });
    expect(await refusal(undoDecision(signe, one.review))).toBe("undo-waits");
    expect(await undoMany(signe, batch)).toEqual({ undone: 0, kept: 1 });
    expect(await db().review.count({ where: { argumentId: one.id, decidedAt: null } })).toBe(1);
  });

  it("of what an author appeals against already lets the appeal wait, and leaves what one removed later", async () => {
    const { signe, yuki } = world.people;
    const one = await reported();
    await decideReview(signe, one.review, { ...REMOVE, edition: one.edition });
    await appealDecision(yuki, one.id, "Read it again.");
    await undoDecision(signe, one.review);
    expect(await stateOf(one.id)).toBe("VISIBLE");
    const two = await reported();
    await decideReview(signe, two.review, { ...APPROVE, edition: two.edition });
    await removeArgument(signe, two.id, { code: "off-topic", note: null });
    await undoDecision(signe, two.review);
    expect(await stateOf(two.id)).toBe("REMOVED");
  });

  it("of what somebody else sent back is theirs", async () => {
    const { signe, mateo } = world.people;
    const one = await reported();
    await decideReview(mateo, one.review, { act: "CHANGES", code: "off-topic", edition: one.edition });
    expect(await refusal(undoDecision(signe, one.review))).toBe("undo-own");
  });
});
